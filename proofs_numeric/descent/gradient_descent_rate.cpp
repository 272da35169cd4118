// MathDNN, Proposition 6.5: each displayed step of the proof, and the errata of the statement and its proof.
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::gradient_descent_rate::proofs_numeric {
namespace {

namespace theorem = gradient_descent_rate;

constexpr const char* stem = "gradient_descent_rate";

/// The proof's second case: δʳ = 0 for some r (α = 1/L reaches the minimiser of x²/2 in one step), or x⁰ = x*.
Check some_delta_is_zero(const std::string& name, const Vector<double>& x0) {
  DescentInstance instance = theorem::parabola_witness(1, 4);
  instance.x0 = x0;
  return examined({stem, Kind::step, name}, instance, [](const DescentInstance& i, Claims& claims) {
    const theorem::Run run(i);
    for (int k = 1; k <= run.n; ++k) claims.equal("δₖ = 0 from r on", run.delta[k], 0, k);
    for (int k = 1; k <= run.n; ++k)
      claims.at_most("f(xₖ) − f* ≤ R²/(kC)", run.delta[k], theorem::printed_bound(run, k), k);
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, generate::descent(8), theorem::hypotheses_hold, theorem::lines());
  checks.push_back(some_delta_is_zero("else: some δ is 0", Vector<double>::Ones(1)));
  checks.push_back(some_delta_is_zero("else: x⁰ = x*", Vector<double>::Zero(1)));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return step_checks(stem, generate::descent(gen::just(f), 8), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::gradient_descent_rate::proofs_numeric
