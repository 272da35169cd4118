// Thesis, Proposition 3.1: each part proved for all expansions, and decided at the minimisers of random members, convex
// or not; what is not enough; planted mistakes.
#include "verigrad/theorem/convexity/optimality_conditions.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::optimality_conditions::properties {
namespace {

constexpr const char* stem = "optimality_conditions";

/// θ₁²/2 in ℝ², along (0, 1).
MinimumInstance valley() {
  return {make_objective(Quadratic(vector({1, 0}), vector({0, 0}))), vector({0, 1}), vector({1, 1})};
}

}  // namespace

std::vector<Check> checks() {
  const auto any = generate::at_minimum(
      gen::oneOf(generate::convex_quadratic(), generate::least_squares(), generate::geman_mcclure()));
  const auto definite =
      generate::at_minimum(gen::oneOf(generate::strongly_convex_quadratic(), generate::geman_mcclure()));
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, for_all());
  append(checks, {sampled({stem, Kind::step, "first order, drawn"}, any, hypotheses_hold, first_order()),
                  sampled({stem, Kind::step, "second order, drawn"}, any, hypotheses_hold, second_order()),
                  sampled({stem, Kind::step, "sufficient, drawn"}, definite, curved_along, sufficient()),
                  examined({stem, Kind::sharp, "semidefinite, and no more"}, valley(), second_order()),
                  examined({stem, Kind::dropped, "definite for semidefinite", Verdict::fails}, valley(), strictly()),
                  proved({stem, Kind::dropped, "semidefinite for definite", Verdict::fails}, semidefinite_is_enough()),
                  proved({stem, Kind::dropped, "without a critical point", Verdict::fails}, definite_is_enough())});
  append(checks, planted_checks(stem, definite, curved_along, lines()));
  return checks;
}

}  // namespace verigrad::optimality_conditions::properties
