// Stochastic gradient methods, (5.8): strong monotonicity and smoothness on random members, quadratics that attain both
// constants, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/strong_monotonicity.hpp"

#include <fmt/format.h>

#include "verigrad/problem/finite_sum.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/log_sum_exp.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/softplus.hpp"
#include "verigrad/problem/softplus_network.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::strong_monotonicity::properties {
namespace {

namespace theorem = strong_monotonicity;

constexpr const char* stem = "strong_monotonicity";

/// Spectrum (1, 4, 2, 1), rotated by I − vvᵀ/2 with v = (1, 1, 1, 1): (1, −1, −1, −1) is an eigenvector to 1 and
/// (−1, 1, −1, −1) one to 4.
HessianBoundsInstance along(const Vector<double>& eigenvector) {
  const auto J = make_objective(Quadratic(vector({1, 4, 2, 1}), {vector({1, 1, 1, 1})}, vector({0, 0, 0, 0})));
  const Vector<double> w2 = vector({1, 2, 3, 4});
  return {J, Vector<double>(w2 + eigenvector), w2};
}

/// hW²/2 between 0 and 1 under claimed bounds.
HessianBoundsInstance parabola(double h, Curvature claimed) {
  return {make_objective(Quadratic(vector({h}), vector({0}))), vector({1}), vector({0}), claimed};
}

/// J″ = 1 outside ]−1, 1[ and −9 inside: on the domain ℝ ∖ ]−1, 1[, ∇²J = 1.
HessianBoundsInstance across_a_gap() {
  const PiecewiseQuadratic J({.knots = {-1, 1}, .slopes = {1, -9, 1}, .first_derivative = 0});
  return {make_objective(J), vector({1}), vector({-1}), Curvature{1, 1}};
}

/// From −v to v about `middle`.
HessianBoundsInstance about(ObjectivePtr J, const Vector<double>& middle, const Vector<double>& v) {
  return {std::move(J), Vector<double>(middle + v), Vector<double>(middle - v)};
}

/// The constants of each family, where its curvature is largest or least.
std::vector<Check> families_attain_theirs() {
  const Matrix<double> row{{3, 4}};
  const Vector<double> zero = vector({0, 0}), along_row = vector({3 * 0x1p-8, 4 * 0x1p-8});
  const auto bell = make_objective(GemanMcClure(vector({4}), vector({0})));
  const auto check = [](const std::string& name, const HessianBoundsInstance& instance,
                        const Form<HessianBoundsInstance>& form) {
    return examined({stem, Kind::sharp, name}, instance, form);
  };
  return {check("β of least squares, but for a 16th",
                about(make_objective(LeastSquares(row, vector({1}), 0.25)), zero, along_row),
                theorem::upper_nearly_attained()),
          check("β of logistic regression, but for a 16th",
                about(make_objective(LogisticRegression(row, vector({1}), 0.25)), zero, along_row),
                theorem::upper_nearly_attained()),
          check("β of a sum of exponentials, but for a 16th",
                about(make_objective(LogSumExp::symmetric(row, vector({0.5}), 2, zero)), zero, along_row),
                theorem::upper_nearly_attained()),
          check("β of softplus, but for a 16th",
                about(make_objective(Softplus(vector({3}), vector({1}))), vector({1}), vector({0x1p-8})),
                theorem::upper_nearly_attained()),
          check("β of t²/(1 + t²), but for a 16th", about(bell, vector({0}), vector({0x1p-8})),
                theorem::upper_nearly_attained()),
          check("α of t²/(1 + t²), but for a 16th", about(bell, vector({1}), vector({0x1p-8})),
                theorem::lower_nearly_attained())};
}

/// Constants that no double is: rounded outward, they still bound.
std::vector<Check> rounded_constants() {
  const auto term = [](double h) { return make_objective(Quadratic(vector({h}), vector({0}))); };
  const auto check = [](const std::string& name, ObjectivePtr J) {
    return examined({stem, Kind::sharp, name}, about(std::move(J), vector({0}), vector({1})), theorem::conclusion());
  };
  return {check("a table's constants are rounded outward",
                make_objective(LeastSquares(Matrix<double>{{0.1}}, vector({1}), 0.3))),
          check("a mean's constants are rounded outward", make_objective(FiniteSum({term(1), term(1), term(2)})))};
}

/// Logistic regression on rows of both classes, between two points.
HessianBoundsInstance both_classes() {
  return {make_objective(LogisticRegression(Matrix<double>{{1, 2}, {-0.5, 1}, {3, -1}}, vector({1, -1, -1}), 0.25)),
          vector({0.75, -1.5}), vector({-0.25, 1})};
}

/// ‖θ‖ ≤ 1 about (0, 0, v): steepest or flattest along the row (20, 1), far from the target 100.
HessianBoundsInstance network_at(double v) {
  const auto J = make_objective(SoftplusNetwork(Matrix<double>{{20}}, vector({100}), 1, 1));
  return about(J, vector({0, 0, v}), vector({20 * 0x1p-16, 0x1p-16, 0}));
}

/// J″ = 1, 3, 2 left of −1, between and right of 1.
HessianBoundsInstance within_a_piece(double w1, double w2) {
  const PiecewiseQuadratic J({.knots = {-1, 1}, .slopes = {1, 3, 2}, .first_derivative = 0});
  return {make_objective(J), vector({w1}), vector({w2})};
}

bool bounded_on_either_side(const HessianBoundsInstance& instance) {
  return instance.J->curvature().smooth() && instance.decidable();
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "α attained along the bottom eigenvector"}, along(vector({1, -1, -1, -1})),
               theorem::lower_attained()),
      examined({stem, Kind::sharp, "β attained along the top eigenvector"}, along(vector({-1, 1, -1, -1})),
               theorem::upper_attained()),
      examined({stem, Kind::dropped, "without ∇²J ≥ α", Verdict::fails}, parabola(1, {2, 3}), theorem::conclusion()),
      examined({stem, Kind::dropped, "without ∇²J ≤ β", Verdict::fails}, parabola(5, {1, 2}), theorem::conclusion()),
      examined({stem, Kind::dropped, "on a domain that is not convex", Verdict::fails}, across_a_gap(),
               theorem::conclusion()),
      sampled({stem, Kind::dropped, "without α > 0: it holds, convex or not"},
              generate::hessian_bounds(gen::oneOf(generate::any_convex(), generate::any_non_convex())),
              bounded_on_either_side, theorem::conclusion()),
      sampled({stem, Kind::dropped, "without a continuous Hessian: it holds"},
              generate::hessian_bounds(generate::strongly_convex_piecewise()), theorem::hypotheses_hold,
              theorem::conclusion())};
  append(checks, families_attain_theirs());
  append(checks, rounded_constants());
  checks.push_back(
      examined({stem, Kind::sharp, "logistic regression's excess in other words"}, both_classes(), theorem::excess()));
  for (const auto& [w1, w2] : {std::pair(-3.0, -2.0), std::pair(0.5, -0.75), std::pair(2.0, 5.0)})
    checks.push_back(examined({stem, Kind::sharp, fmt::format("within a piece, from {} to {}", w2, w1)},
                              within_a_piece(w1, w2), theorem::constant_hessian()));
  for (const double v : {-0.96875, 0.96875})
    checks.push_back(examined({stem, Kind::dropped, fmt::format("without α > 0 it holds: a network at v = {}", v)},
                              network_at(v), theorem::conclusion()));
  append(checks, planted_checks(stem, generate::hessian_bounds(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(gen::just(f)),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::strong_monotonicity::properties
