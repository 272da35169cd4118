// MathDNN, Proposition 6.4: each displayed step of the proof, and its errata.
#include "verigrad/theorem/convexity/stationarity_at_minimum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::stationarity_at_minimum::proofs_numeric {
namespace {

namespace theorem = stationarity_at_minimum;

constexpr const char* stem = "stationarity_at_minimum";

bool hypotheses_hold_decidably(const MinimumInstance& instance) {
  return theorem::hypotheses_hold(instance) && theorem::decidable(instance);
}

std::vector<Check> steps(const rc::Gen<MinimumInstance>& instances) {
  return sampled_each(stem, Kind::step, instances, hypotheses_hold_decidably, theorem::steps());
}

/// f(x) = x² from x* = 0 along v = 1.
MinimumInstance square_function() {
  return {.f = make_objective(Quadratic(vector({2}), vector({0}))), .v = vector({1}), .x = vector({1}), .tau = 1};
}

/// The smallest exact counterexample to an erratum of the statement.
MinimumInstance counterexample(const std::string& key) {
  if (key != "basis to n") return square_function();
  // f(x) = (x₂ + 1)²/2 at 0: ∇f = (0, 1), which e₁ alone does not see.
  return {.f = make_objective(Quadratic(vector({0, 1}), vector({0, -1}))),
          .v = vector({1, 0}),
          .x = vector({0, 0}),
          .reference = vector({0, 0})};
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::at_minimum(generate::any_with_minimum());
  std::vector<Check> checks = steps(instances);
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  // For f(x) = x² the remainder over τ is τ itself at every τ tried: no o(τ), whatever η.
  checks.push_back(examined({stem, Kind::erratum, "o(τ) after division by τ, however small τ"}, square_function(),
                            theorem::remainder_over_tau()));
  append(checks, sampled_each(stem, Kind::corrected, instances, hypotheses_hold_decidably, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::at_minimum(rc::gen::just(f)));
}

}  // namespace verigrad::stationarity_at_minimum::proofs_numeric
