// Stochastic gradient methods, Lemma 5.1.2: contraction of the gradient flow on exact solutions and at states of random
// members, what attains the rate, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/flow/flow_contraction.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::flow_contraction::properties {
namespace {

namespace theorem = flow_contraction;
using theorem::QuadraticInstance;

constexpr const char* stem = "flow_contraction";

/// Eigenvalues 1, 4, 2, 1, rotated, from the centre plus an eigenvector to 1.
QuadraticInstance along_bottom_eigenvector() {
  return {.multiples = {1, 4, 2, 1},
          .reflections = {vector({1, 1, 1, 1})},
          .centre = vector({1, 2, 3, 4}),
          .w0 = vector({2, 1, 2, 3}),
          .q = 0.375};
}

/// W²/2 from 1 to 1/2.
QuadraticInstance halved() {
  return {.multiples = {1}, .reflections = {}, .centre = vector({0}), .w0 = vector({1}), .q = 0.5};
}

QuadraticInstance with_claimed_alpha() {
  QuadraticInstance flow = halved();
  flow.claimed_alpha = 2;
  return flow;
}

/// W* = W(0), where the flow does not stay.
QuadraticInstance not_extremal() {
  QuadraticInstance flow = halved();
  flow.reference = flow.w0;
  return flow;
}

/// (X² + 4Y²)/2 from (0, 1) back in time to (0, 16).
QuadraticInstance backward() {
  return {.multiples = {1, 4}, .reflections = {}, .centre = vector({0, 0}), .w0 = vector({0, 1}), .q = 2};
}

std::vector<Check> dropped() {
  return {
      examined({stem, Kind::dropped, "without ∇²J ≥ α", Verdict::fails}, with_claimed_alpha(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without ∇J(W*) = 0", Verdict::fails}, not_extremal(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without t ≥ 0", Verdict::fails}, backward(), theorem::conclusion()),
      sampled({stem, Kind::dropped, "without ∇²J ≤ β: it holds (by formula)"}, generate::scalar_flow(),
              theorem::goes_down, theorem::quartic_flow()),
      sampled({stem, Kind::dropped, "without a continuous Hessian: it holds"},
              generate::hessian_bounds(generate::strongly_convex_piecewise()), theorem::state_hypotheses_hold,
              theorem::decay())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed, flows of quadratics"},
                                    generate::quadratic_flow(), theorem::hypotheses_hold, theorem::conclusion()),
                            sampled({stem, Kind::conclusion, "as printed, J = aW²/2 + b/2 log(1 + W²)"},
                                    generate::scalar_flow(), theorem::goes_down, theorem::logarithmic_flow()),
                            sampled({stem, Kind::conclusion, "decay at every state"}, generate::hessian_bounds(),
                                    theorem::state_hypotheses_hold, theorem::decay()),
                            examined({stem, Kind::sharp, "attained along the bottom eigenvector"},
                                     along_bottom_eigenvector(), theorem::attained())};
  append(checks, dropped());
  append(checks, planted_checks(stem, generate::quadratic_flow(), theorem::hypotheses_hold, theorem::lines()));
  append(checks,
         planted_checks(stem, generate::hessian_bounds(), theorem::state_hypotheses_hold, theorem::state_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return {sampled({stem, Kind::conclusion, "decay at every state"}, generate::hessian_bounds(gen::just(f)),
                  theorem::state_hypotheses_hold, theorem::decay())};
}

}  // namespace verigrad::flow_contraction::properties
