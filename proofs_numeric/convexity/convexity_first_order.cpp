// MathDNN, Proposition 6.1: each displayed step of both directions of the proof, and its errata.
#include "verigrad/theorem/convexity/convexity_first_order.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::convexity_first_order::proofs_numeric {
namespace {

namespace theorem = convexity_first_order;

constexpr const char* stem = "convexity_first_order";

/// The lines of ⇒ divide by τ.
bool convex_and_tau_positive(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable() && instance.tau > 0;
}

std::vector<Check> steps(const rc::Gen<PairInstance>& instances) {
  return sampled_each(stem, Kind::step, instances, convex_and_tau_positive, theorem::steps());
}

/// f(x) = x² from x = 0 to y = 1.
PairInstance square_function() {
  return {make_objective(Quadratic(vector({2}), vector({0}))), vector({0}), vector({1}), 0.5};
}

/// The smallest exact counterexample to an erratum of the statement.
PairInstance counterexample(const std::string& key) {
  if (key != "length of the product sum") return square_function();
  return {make_objective(Quadratic(vector({1, 1}), vector({0, 0}))), vector({0, 1}), vector({0, 0}), 0.5};
}

/// f(x) = x² breaks the second line at every τ < 0 tried, down to −2⁻⁴⁰: no η > 0 saves it.
Check no_eta_helps() {
  return examined({stem, Kind::erratum, "τ below 0, however small"}, square_function(),
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
  const auto pairs = generate::pair(generate::any_convex());
  std::vector<Check> checks = steps(pairs);
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  checks.push_back(no_eta_helps());
  append(checks, sampled_each(stem, Kind::corrected, pairs, convex_and_tau_positive, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::pair(rc::gen::just(f)));
}

}  // namespace verigrad::convexity_first_order::proofs_numeric
