// The smaller root γ⁻ of 1 − γ(α + βx) + γ²x as a function of x, (3.40) of the thesis, and the numbers h, h′, h″ that
// the proofs of Lemmas 3.13 to 3.15 differentiate it by.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::smaller_root {

/// D = (α + βx)² − 4x.
template <class T>
T discriminant(const T& alpha, const T& beta, const T& x) {
  const T sum = alpha + beta * x;
  return sum * sum - T(4) * x;
}

/// β/2 + α/(2x) − √D/(2x), for x ≠ 0 and D ≥ 0.
template <class T>
T value(const T& alpha, const T& beta, const T& x) {
  return beta / T(2) + alpha / (T(2) * x) - root<T>(discriminant(alpha, beta, x)) / (T(2) * x);
}

/// h = −α√D − (2 − αβ)x + α².
template <class T>
T h(const T& alpha, const T& beta, const T& x) {
  return -alpha * root<T>(discriminant(alpha, beta, x)) - (T(2) - alpha * beta) * x + alpha * alpha;
}

/// α, β and two places x < y.
struct Places {
  double alpha, beta, x, y;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Where γ⁻ is looked at: the sign of x, and for αβ < 1 on which side of the interval without real roots it is.
enum class Branch { negative, positive, low, high };
/// x < y, both in the branch, where D > 0.
bool in_branch(const Places& places, Branch branch);
/// The sign of αβ − 1.
int sign_of_product_less_one(const Places& places);

/// γ⁻(x) < γ⁻(y), and γ⁻(y) < γ⁻(x).
Form<Places> increases();
Form<Places> decreases();

/// As all values of γ⁻ on a branch: αγ⁻ = 1 + q, αβ = 1 − ρ, x = α²q/((1 + q)(q + ρ)), √D = α(ρ − q²)/((1 + q)(q + ρ)),
/// and x₂ − x₁ = α²(q₂ − q₁)(ρ − q₁q₂)/((1 + q₁)(q₁ + ρ)(1 + q₂)(q₂ + ρ)). For any two roots in the range that q has
/// on the branch, the claims are these identities and their signs: x₁ < x₂, and γ⁻(x₁) < γ⁻(x₂) or the converse.
/// On each branch x is continuous in q and runs through all of it, so that these are all its places.
Form<Unknowns> decreases_on_positives();  ///< αβ > 1, x > 0: −1 < q < 0
Form<Unknowns> decreases_on_negatives();  ///< αβ > 1, x < 0: 0 < q < −ρ
Form<Unknowns> increases_on_negatives();  ///< αβ < 1, x < 0: −ρ < q < 0
Form<Unknowns> increases_below();         ///< αβ < 1, 0 < x < x⁻: 0 < q < √ρ
Form<Unknowns> decreases_beyond();        ///< αβ ≤ 1, x > x⁺: −1 < q < −√ρ
/// αβ = 1 and x < α/β: √D = α − βx and γ⁻ = β.
Form<Unknowns> constant_at_one();
/// Wrong: other formulas for x₂ − x₁.
Forms<Unknowns> planted_for_all();

/// γ⁻′ = h/(2x²√D), by dual numbers.
Form<Places> derivative();
/// (3.37): h′ = −α(2β(βx + α) − 4)/(2√D) + αβ − 2.
Form<Places> first_derivative_of_h();
/// (3.38): h″ = −4α(αβ − 1)/D^{3/2}.
Form<Places> second_derivative_of_h();
/// h(0) = 0 and h′(0) = 0.
Form<Places> at_0();
/// What h″ < 0 and 0 < h″ say of both places: h′(y) < h′(x), and h′(x) < h′(y).
Form<Places> slope_decreases();
Form<Places> slope_increases();
/// h(y) < h(x).
Form<Places> h_decreases();
/// h < 0 and 0 < h at both places.
Form<Places> h_negative();
Form<Places> h_positive();

/// Wrong: other formulas for γ⁻, and the other direction.
Forms<Places> planted_for_decrease();
Forms<Places> planted_for_increase();

}  // namespace verigrad::smaller_root
