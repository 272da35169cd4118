// Thesis, 1.2.2: each claim about critical points proved for all functions, and decided at the minimisers of random
// ones; functions that are not convex and yet compositions of convex ones, or losses of a network; planted mistakes.
#include "verigrad/theorem/convexity/fermat_condition.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/network/network_objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/convexity/convexity_first_order.hpp"

namespace verigrad::fermat_condition::properties {
namespace {

namespace theorem = fermat_condition;

constexpr const char* stem = "fermat_condition";

/// u ∘ v with u(s) = s², v(t) = t² − 1: 0 at ±1, and 1 between. L = 1 is claimed as the instance wants some; (1.11) has
/// none.
PairInstance square_of_square() {
  return {make_objective(Polynomial(vector({1, 0, -2, 0, 1}))), at(-1), at(1), 0.5, 1};
}

/// (w₂w₁ − 1)² but for a factor, the loss of a linear network of two layers at x = y = 1: 0 at ±(1, 1), not at 0.
PairInstance loss_of_linear_network() {
  const Batch<double> sample{Matrix<double>::Ones(1, 1), {}, Matrix<double>::Ones(1, 1)};
  const auto loss = make_objective(
      NetworkObjective(DenseNetwork::classifier({1, 1, 1}, Activation::identity), Loss::squared_error, sample));
  return {loss, vector({1, 0, 1, 0}), vector({-1, 0, -1, 0}), 0.5, 1};
}

}  // namespace

std::vector<Check> checks() {
  const auto any = generate::at_minimum(gen::oneOf(generate::convex_quadratic(), generate::least_squares()));
  const auto pseudo_convex = generate::at_minimum(generate::geman_mcclure());
  const Form<PairInstance> convexity = convexity_first_order::convexity();
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "Theorem 1.2: necessary"}, theorem::necessary()),
      proved({stem, Kind::conclusion, "sufficient where g is convex"}, theorem::sufficient_if_convex()),
      proved({stem, Kind::conclusion, "the sigmoid is neither convex nor concave"}, theorem::sigmoid_bends_both_ways()),
      proved({stem, Kind::conclusion, "footnote: increasing functions of convex ones"},
             theorem::increasing_of_convex()),
      sampled({stem, Kind::step, "sufficient where g is convex, drawn"}, any, theorem::convex, theorem::minimal()),
      examined({stem, Kind::dropped, "compositions of convex functions", Verdict::fails}, square_of_square(),
               convexity),
      examined({stem, Kind::dropped, "the loss of a network", Verdict::fails}, loss_of_linear_network(), convexity)};
  append(checks, proved_each(stem, Kind::conclusion, theorem::kinds_of_critical_points()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, pseudo_convex, theorem::has_minimum, theorem::lines()));
  return checks;
}

}  // namespace verigrad::fermat_condition::properties
