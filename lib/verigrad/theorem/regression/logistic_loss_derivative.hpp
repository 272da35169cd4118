// The derivative of the logistic loss L(s, y) = log(1 + exp(−sy)) in its first argument.
// Mathematical Foundations of Data Sciences, 14.2.2, the display after (14.13).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"

namespace verigrad::logistic_loss_derivative {

const Statement& statement();

/// The loss at (s, y), and an increment of s.
struct LossInstance {
  double s;
  double y;
  double h;  ///< the increment of the argument that is differentiated

  bool rational() const { return false; }
  std::string describe() const;
};

/// y ≠ 0 and h ≠ 0: otherwise both sides of the inequalities are 0.
bool hypotheses_hold(const LossInstance& instance);

/// 0 ≤ L(s + h, y) − L(s, y) − hL′ ≤ y²h²/8 with L′ = −y e⁻ˢʸ/(1 + e⁻ˢʸ): L′ is the derivative as h → 0; and
/// L′ = ∂ℓ/∂s of the library.
Form<LossInstance> conclusion();
/// The printed −s e⁻ˢʸ/(1 + e⁻ˢʸ) is the derivative in y: needs s ≠ 0.
Form<LossInstance> derivative_in_second_argument();
/// 99/100 · y²h²/8 ≤ L(s + h, y) − L(s, y) − hL′.
Form<LossInstance> nearly_attained();

/// The false printed form, in its place the same L′ by central differences, to third order:
/// |L(s + h, y) − L(s − h, y) − 2hL′| ≤ |yh|³/31, and wrong forms of L′.
Lines<LossInstance> lines();

}  // namespace verigrad::logistic_loss_derivative
