// Stochastic gradient methods, Theorem 5.1.1: two exact flows separate, and approach, at most like e^{C|t|}; what
// attains it; the Lipschitz bound dropped: other solutions from one start, blow-up, flows that meet; planted mistakes.
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/separating_flows.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::cauchy_lipschitz::properties {
namespace {

namespace theorem = cauchy_lipschitz;
using theorem::LinearInstance;

constexpr const char* stem = "cauchy_lipschitz";

Vector<double> pair(double a, double b) { return (Vector<double>(2) << a, b).finished(); }

/// Eigenvalues 3 and −1: flows that differ along the first approach like e^{−3t}, and part like e^{3|t|} in the past.
LinearInstance along_the_steepest(bool backward) {
  return {{3, -1}, 1, pair(1, 2), pair(2, 5), pair(4, 5), 0.5, backward};
}
/// J = −W², C = 2.
HessianBoundsInstance below_a_maximum() {
  return {make_objective(Quadratic(Vector<double>::Constant(1, -2), Vector<double>::Zero(1))), Vector<double>::Ones(1),
          Vector<double>::Zero(1)};
}
LinearInstance down_from_a_maximum() { return {{-3, 1}, 1, pair(1, 2), pair(2, 5), pair(4, 5), 0.5}; }

/// J″ = 1 outside ]−1, 1[ and −9 inside: on the domain ℝ ∖ ]−1, 1[, |∇²J| ≤ 1.
HessianBoundsInstance across_a_gap() {
  const PiecewiseQuadratic J({.knots = {-1, 1}, .slopes = {1, -9, 1}, .first_derivative = 0});
  return {make_objective(J), Vector<double>::Ones(1), -Vector<double>::Ones(1), Curvature{-1, 1}};
}

/// w′ = w² from 1 to 16, at t = 15/16; |∇²J| ≤ 2 on [−1, 1] only.
constexpr theorem::SquareInstance close_to_blow_up{1, 0.9375, 2};

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without a Lipschitz ∇J: w = t²/4 solves w′ = √w (by formula)"},
                   theorem::SquareRootInstance{0, 2}, theorem::leaves_zero()),
          examined({stem, Kind::dropped, "without a Lipschitz ∇J: w = ((t − 1)₊)²/4 does, too (by formula)"},
                   theorem::SquareRootInstance{1, 2}, theorem::leaves_zero()),
          examined({stem, Kind::dropped, "without a Lipschitz ∇J: unique (by formula)", Verdict::fails},
                   theorem::SquareRootInstance{0, 2}, theorem::unique_from_zero()),
          examined({stem, Kind::dropped, "C on [−1, 1] only: w′ = w² is solved up to T = 1/w₀ (by formula)"},
                   close_to_blow_up, theorem::blows_up()),
          examined({stem, Kind::dropped, "C on [−1, 1] only: bounded up to t = 1 (by formula)", Verdict::fails},
                   close_to_blow_up, theorem::stays_bounded()),
          sampled(
              {stem, Kind::dropped, "J = |w|, forward: they do not part"}, generate::kink_flows(),
              [](const theorem::KinkInstance& flows) { return flows.t > 0; }, theorem::kink_contracts()),
          examined({stem, Kind::dropped, "J = |w|, backward: they do not meet", Verdict::fails},
                   theorem::KinkInstance{1, 0, 1}, theorem::kink_stays_apart()),
          examined({stem, Kind::dropped, "on a domain that is not convex", Verdict::fails}, across_a_gap(),
                   theorem::separation())};
}

}  // namespace

std::vector<Check> checks() {
  const auto flows = generate::linear_flows();
  const auto states = generate::hessian_bounds(generate::any_smooth());
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "two linear flows, t of either sign"}, flows, theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "two logistic flows, Ω = ]0, 1["}, generate::logistic_flows(),
              theorem::stays_in_domain, theorem::logistic_conclusion()),
      sampled({stem, Kind::conclusion, "separation at two states"}, states, theorem::state_hypotheses_hold,
              theorem::separation()),
      proved({stem, Kind::conclusion, "separation, all states"}, theorem::general_separation()),
      examined({stem, Kind::sharp, "e^{Ct} attained, J″ = −C"}, down_from_a_maximum(), theorem::upper_attained()),
      examined({stem, Kind::sharp, "e^{C|t|} attained for t < 0, J″ = C"}, along_the_steepest(true),
               theorem::upper_attained()),
      examined({stem, Kind::sharp, "e^{−Ct} attained, J″ = C"}, along_the_steepest(false), theorem::lower_attained()),
      examined({stem, Kind::sharp, "2C attained at two states, J″ = −C"}, below_a_maximum(),
               theorem::separation_attained())};
  append(checks, dropped());
  append(checks, planted_checks(stem, flows, theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, states, theorem::state_hypotheses_hold, theorem::state_lines()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "separation at two states"}, generate::hessian_bounds(gen::just(f)),
                  theorem::state_hypotheses_hold, theorem::separation())};
}

}  // namespace verigrad::cauchy_lipschitz::properties
