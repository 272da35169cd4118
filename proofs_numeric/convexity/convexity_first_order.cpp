// MathDNN, Proposition 6.1: each displayed step of both directions of the proof, and its errata.
#include "verigrad/theorem/convexity/convexity_first_order.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::convexity_first_order::proofs_numeric {
namespace {

namespace theorem = convexity_first_order;

constexpr const char* stem = "convexity_first_order";

/// The lines of ⇒ divide by τ.
bool convex_and_tau_positive(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable() && instance.tau > 0;
}

/// f(x) = x² breaks the second line at every τ < 0 tried, down to −2⁻⁴⁰: no η > 0 saves it.
Check no_eta_helps() {
  return examined({stem, Kind::erratum, "τ below 0, however small"}, theorem::square_function(),
                  [](const PairInstance& instance, Claims& claims) {
                    const auto p = instance.pair<Number>();
                    for (int k = 0; k <= 40; ++k) {
                      const Number tau = exact(-std::ldexp(1, -k));
                      claims.less("τf(y) + (1 − τ)f(x) < f(x + τ(y − x))", tau * p.f_y + (1 - tau) * p.f_x,
                                  instance.f->over<Number>().value(p.x + tau * (p.y - p.x)), k);
                    }
                  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      proof_checks(stem, generate::pair(generate::any_convex()), convex_and_tau_positive, theorem::lines());
  checks.push_back(no_eta_helps());
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return step_checks(stem, generate::pair(gen::just(f)), convex_and_tau_positive, theorem::lines());
}

}  // namespace verigrad::convexity_first_order::proofs_numeric
