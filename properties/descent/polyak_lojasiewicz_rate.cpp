// Gradient descent under PL, convex or not; the parabola attains the rate; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/descent/polyak_lojasiewicz_rate.hpp"

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::polyak_lojasiewicz_rate::properties {
namespace {

constexpr const char* stem = "polyak_lojasiewicz_rate";

/// f′ = 1 at x₀, then nearly flat before the minimum.
DescentInstance flattens() {
  return {make_objective(PiecewiseQuadratic({{1, 2}, {1, -0.875, 1}, 1})), at(2.875), 1, 2};
}

DescentInstance bowl(double alpha, std::optional<double> claimed_L) {
  return {make_objective(Quadratic(vector({0.25, 1}), vector({0, 0}))), vector({1, 1}), alpha, 2, {}, claimed_L};
}

}  // namespace

std::vector<Check> checks() {
  const auto runs = generate::descent(generate::rational_with_minimum(), 4);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs, hypotheses_hold, conclusion()),
      examined({stem, Kind::sharp, "attained by the parabola"}, gradient_descent_rate::parabola_witness(1.25, 5),
               attained()),
      examined({stem, Kind::dropped, "PL at x₀ alone", Verdict::fails}, flattens(), with_mu_of_x0()),
      examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, bowl(1.5, 0.125), conclusion()),
      examined({stem, Kind::dropped, "without α < 2/L", Verdict::fails}, bowl(3, {}), conclusion())};
  append(checks, planted_checks(stem, runs, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::polyak_lojasiewicz_rate::properties
