// MathDNN, Proposition 6.5: each displayed step of the proof, and the errata of the statement and its proof.
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

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

/// The smallest exact counterexample to an erratum of the statement.
DescentInstance counterexample(const std::string& key) {
  const auto parabola = make_objective(Quadratic(vector({1}), vector({0})));
  if (key == "lost square") return {.f = parabola, .x0 = vector({0.5}), .alpha = 0.5, .n = 1};
  if (key == "first iterate")
    return {.f = parabola, .x0 = vector({0}), .alpha = 1, .n = 1, .recording = {vector({0}), vector({1})}};
  return {.f = make_objective(Quadratic(vector({1, 0}), vector({0, 0}))), .x0 = vector({0, 1}), .alpha = 1, .n = 1};
}

std::vector<Check> steps(const rc::Gen<DescentInstance>& instances) {
  return sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = steps(generate::descent(8));
  checks.push_back(some_delta_is_zero("else: some δ is 0", Vector<double>::Ones(1)));
  checks.push_back(some_delta_is_zero("else: x⁰ = x*", Vector<double>::Zero(1)));
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::descent(8), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) { return steps(generate::descent(rc::gen::just(f), 8)); }

}  // namespace verigrad::gradient_descent_rate::proofs_numeric
