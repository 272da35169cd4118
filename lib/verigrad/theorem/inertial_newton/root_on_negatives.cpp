#include "verigrad/theorem/inertial_newton/root_on_negatives.hpp"

namespace verigrad::root_on_negatives {

using smaller_root::Branch;
using smaller_root::Places;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.14",
       .stem = "root_on_negatives",
       .title = "Monotonicity, second lemma",
       .source = "Thesis, Lemma 3.14",
       .text = "For α > 0, β > 0 such that αβ ≤ 1, the function x ∈ ℝ_{<0} ↦ β/2 + α/(2x) − √((α + βx)² − 4x)/(2x) is "
               "continuous and increasing on ℝ_{<0}",
       .found = "strictly for αβ < 1; for αβ = 1 it is β everywhere",
       .code = {"autodiff/dual.hpp: Dual"},
       .hypotheses = {{"parameters", "α > 0, β > 0"}, {"αβ ≤ 1", "αβ ≤ 1, and αβ < 1 where it is to be strict"}},
       .formal = {.theorems = {"conclusion_strict", "conclusion_equal", "conclusion"}}},
      lines());
  return result;
}

bool hypotheses_hold(const Places& places) {
  return places.alpha > 0 && places.beta > 0 && smaller_root::sign_of_product_less_one(places) < 0 &&
         in_branch(places, Branch::negative);
}

namespace {

FalseLine<Places> curvature_at_one() {
  return {
      .words = {.key = "αβ = 1",
                .place = "Lemma 3.14, proof",
                .printed = "in (3.38), ∂²h/∂x² is always positive on ℝ_{<0} [αβ ≤ 1]",
                .corrected = "for αβ < 1; for αβ = 1 it is 0, h = 0, and the function is constant",
                .remark = "(3.38) has the factor αβ − 1. The lemma stands, read as 'does not decrease'.",
                .by_hand = "α = β = 1, x = −1: h(x) = −√((1 + x)² − 4x) − x + 1 = −(1 − x) − x + 1 = 0 for all x < 0",
                .weight = Weight::proof},
      .printed = smaller_root::slope_increases(),
      .counterexample = {1, 1, -2, -1},
      .corrected = {smaller_root::slope_increases()}};
}

}  // namespace

Lines<Places> lines() {
  return {.steps = {{"derivative",
                     "its first-order derivative is −(α√((βx + α)² − 4x) + (2 − αβ)x − α²)/(2x²√((βx + α)² − 4x))",
                     smaller_root::derivative()},
                    {"limits", "h(0) = 0, and h′ tends to 0", smaller_root::at_0()},
                    {"h decreasing", "h is decreasing and since h(0) = 0 we eventually obtain the result: h > 0",
                     smaller_root::h_positive()}},
          .errata = {curvature_at_one()},
          .planted = smaller_root::planted_for_increase(),
          .separating = {{1, 0.5, -2, -1}, {0.125, 0.125, -0.25, -0.125}, {2, 0.25, -64, -32}}};
}

}  // namespace verigrad::root_on_negatives
