#include "verigrad/theorem/inertial_newton/root_decreases.hpp"

namespace verigrad::root_decreases {

using smaller_root::Branch;
using smaller_root::Places;

const Statement& statement() {
  static Statement result = with_lines(
      {.id = "inna/3.13",
       .stem = "root_decreases",
       .title = "Monotonicity, first lemma",
       .source = "Thesis, Lemma 3.13",
       .text = "For any α > 0 and β > 0 such that αβ > 1, the function x ↦ β/2 + α/(2x) − √((α + βx)² − 4x)/(2x) is "
               "continuous and decreasing both on ℝ_{>0} and ℝ_{<0}",
       .found = "no derivative is needed: of two values γ₁, γ₂ with αγ = 1 + q and αβ = 1 − ρ, x₂ − x₁ has the sign of "
                "(q₂ − q₁)(ρ − q₁q₂)",
       .code = {"autodiff/dual.hpp: Dual"},
       .hypotheses = {{"parameters", "α > 0, β > 0"}, {"αβ > 1", "αβ > 1, so that D(x) > 0 for all x"}},
       .formal = {.theorems = {"conclusion"}},
       .errata = {{.key = "domain",
                   .place = "Lemma 3.13",
                   .printed = "the function x ∈ ℝ_{>0} ↦ … is continuous and decreasing both on ℝ_{>0} and ℝ_{<0}",
                   .corrected = "x ∈ ℝ ∖ {0} ↦ …",
                   .remark = "What is only defined on ℝ_{>0} is nothing on ℝ_{<0}.",
                   .weight = Weight::notation}}},
      lines());
  return result;
}

bool hypotheses_hold(const Places& places) {
  return places.alpha > 0 && places.beta > 0 && smaller_root::sign_of_product_less_one(places) > 0 &&
         (in_branch(places, Branch::positive) || in_branch(places, Branch::negative));
}

namespace {

bool positive(const Places& places) { return places.x > 0; }
bool negative(const Places& places) { return places.x < 0; }

}  // namespace

Lines<Places> lines() {
  return {.steps = {{"derivative",
                     "its first-order derivative is −(α√((βx + α)² − 4x) + (2 − αβ)x − α²)/(2x²√((βx + α)² − 4x))",
                     smaller_root::derivative()},
                    {"(3.37)", "h′(x) = −α(2β(βx + α) − 4)/(2√((βx + α)² − 4x)) + αβ − 2",
                     smaller_root::first_derivative_of_h()},
                    {"(3.38)", "h″(x) = −4α(αβ − 1)/((βx + α)² − 4x)^{3/2}", smaller_root::second_derivative_of_h()},
                    {"h″ < 0", "h″(x) < 0, so that h′ is less than its limit at 0", smaller_root::slope_decreases()},
                    {"limits", "h′ and h tend to 0 at 0", smaller_root::at_0()},
                    {"h on positives", "h(x) ≤ 0 on ℝ_{>0}", smaller_root::h_negative().where(positive)},
                    {"h on negatives", "h is increasing on ℝ_{<0} and tends to 0 at 0: h(x) ≤ 0",
                     smaller_root::h_negative().where(negative)}},
          .planted = smaller_root::planted_for_decrease(),
          .separating = {{1, 2, 1, 2}, {1, 2, -2, -1}, {4, 4, 0.125, 0.25}}};
}

}  // namespace verigrad::root_decreases
