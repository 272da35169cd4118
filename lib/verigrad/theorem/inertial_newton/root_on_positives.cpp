#include "verigrad/theorem/inertial_newton/root_on_positives.hpp"

namespace verigrad::root_on_positives {

using smaller_root::Branch;
using smaller_root::Places;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.15",
       .stem = "root_on_positives",
       .title = "Monotonicity, third lemma",
       .source = "Thesis, Lemma 3.15",
       .text = "Let α > 0, β > 0 such that αβ ≤ 1, x⁻ and x⁺ = (2 − αβ)/β² ∓ 2√(1 − αβ)/β². The function "
               "x ↦ β/2 + α/(2x) − √((α + βx)² − 4x)/(2x) is continuous and increasing on (0, x⁻) and continuous and "
               "decreasing on (x⁺, +∞)",
       .found = "strictly, but for αβ = 1 on (0, x⁻), where it is β everywhere",
       .code = {"autodiff/dual.hpp: Dual"},
       .hypotheses = {{"parameters", "α > 0, β > 0"}, {"αβ ≤ 1", "αβ ≤ 1, and αβ < 1 where it is to be strict"}},
       .formal = {.theorems = {"conclusion_increasing_strict", "conclusion_decreasing", "conclusion_equal",
                               "conclusion"}}},
      lines_below(), lines_beyond(), general_lines());
  return result;
}

namespace {

bool parameters(const Places& places) { return places.alpha > 0 && places.beta > 0; }

/// √(1 − αβ) is any r, β > 0: α = (1 − r²)/β.
struct EndRun {
  explicit EndRun(const Unknowns& u)
      : r(u.nonnegative("√(1 − αβ)")),
        beta(u.positive("β")),
        alpha((1 - square(r)) / beta),
        x_plus((2 - alpha * beta + 2 * r) / square(beta)) {}
  /// −(2 − αβ)x + α², which is h where D = 0.
  Number h() const { return -(2 - alpha * beta) * x_plus + square(alpha); }
  Number r, beta, alpha, x_plus;
};

void value_at_end(const EndRun& e, Claims& claims) {
  const Number product = 1 - square(e.r);
  const Number written = -(4 * square(e.r) / square(e.beta) + 2 * (1 + square(e.r)) * e.r / square(e.beta));
  claims.equal("D(x⁺) = 0", smaller_root::discriminant(e.alpha, e.beta, e.x_plus), 0);
  claims.equal("h(x⁺) = −4(1 − αβ)/β² − 2(2 − αβ)√(1 − αβ)/β²", e.h(),
               -4 * (1 - product) / square(e.beta) - 2 * (2 - product) * e.r / square(e.beta));
  claims.equal("= −4r²/β² − 2(1 + r²)r/β²", e.h(), written);
  claims.at_most("h(x⁺) ≤ 0", written, 0);
}

template <class Value>
Form<Unknowns> planted_at_end(const char* key, Value value) {
  return form<EndRun, Unknowns>(
      key, [value](const EndRun& e, Claims& claims) { claims.equal("h(x⁺) = planted", e.h(), value(e)); });
}

/// The printed hypothesis of the proof is αβ < 1.
FalseLine<Places> curvature_at_one() {
  return {.words = {.key = "αβ = 1",
                    .place = "Lemma 3.15, proof",
                    .printed = "Since αβ < 1, ∂²h/∂x² is always positive [αβ ≤ 1 in the lemma]",
                    .corrected = "for αβ < 1; for αβ = 1 it is 0, and the function is constant on (0, x⁻)",
                    .remark = "On (x⁺, ∞) the lemma holds strictly for αβ = 1 as well.",
                    .by_hand = "α = β = 1, x⁻ = x⁺ = 1: on (0, 1) √D = 1 − x, and the function is 1/2 + 1/(2x) − "
                               "(1 − x)/(2x) = 1",
                    .weight = Weight::proof,
                    .same_as = "inna/3.14: αβ = 1"},
          .printed = smaller_root::slope_increases(),
          .counterexample = {1, 1, 0.25, 0.5},
          .corrected = {smaller_root::slope_increases()}};
}

}  // namespace

bool below(const Places& places) {
  return parameters(places) && smaller_root::sign_of_product_less_one(places) < 0 && in_branch(places, Branch::low);
}
bool beyond(const Places& places) {
  return parameters(places) && smaller_root::sign_of_product_less_one(places) <= 0 && in_branch(places, Branch::high);
}

Lines<Places> lines_below() {
  return {.steps = {{"derivative",
                     "its first-order derivative is −(α√((βx + α)² − 4x) + (2 − αβ)x − α²)/(2x²√((βx + α)² − 4x))",
                     smaller_root::derivative()},
                    {"limits", "when x → 0, h′ tends to 0, and h(0) = 0", smaller_root::at_0()},
                    {"h below", "h is increasing on (0, x⁻): h > 0", smaller_root::h_positive()}},
          .errata = {curvature_at_one()},
          .planted = smaller_root::planted_for_increase(),
          .separating = {{0.75, 1, 0.0625, 0.125}, {0.125, 0.125, 0.0009765625, 0.001953125}}};
}

Lines<Places> lines_beyond() {
  return {.steps = {{"h beyond", "h is decreasing on (x⁺, +∞)", smaller_root::h_decreases()}}};
}

Lines<Unknowns> general_lines() {
  return {
      .steps = {{"h(x⁺)", "h(x⁺) = −4(1 − αβ)/β² − 2(2 − αβ)√(1 − αβ)/β² ≤ 0", form<EndRun, Unknowns>(value_at_end)}},
      .planted = {planted_at_end("sign: + 2(2 − αβ)√(1 − αβ)/β²",
                                 [](const EndRun& e) {
                                   return (-4 * square(e.r) + 2 * (1 + square(e.r)) * e.r) / square(e.beta);
                                 }),
                  planted_at_end("factor: −2(1 − αβ)/β²", [](const EndRun& e) {
                    return (-2 * square(e.r) - 2 * (1 + square(e.r)) * e.r) / square(e.beta);
                  })}};
}

}  // namespace verigrad::root_on_positives
