// Rprop: a step size a parameter, which grows while its derivative keeps its sign and shrinks where that flips.
// M. Riedmiller, H. Braun (1993), in the variant that forgets the derivative at a flip (C. Igel, M. Hüsken (2000),
// iRprop⁻); PyTorch 1.13, torch.optim.Rprop.
#pragma once

#include "verigrad/algorithm/argument.hpp"
#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/branches.hpp"
#include "verigrad/algorithm/sweep.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct RpropEntry {
  T shrink, grow, smallest, largest;

  void operator()(const T& g, T& theta, T& last, T& size) const {
    const T agreement = g * last;
    const T wanted = size * by_sign<T>(agreement, shrink, T(1), grow);
    size = -maximum<T>(-maximum<T>(wanted, smallest), -largest);
    last = by_sign<T>(agreement, T(0), g, g);
    theta -= size * signum<T>(last);
  }
};
template <>
inline constexpr bool compiled<RpropEntry<double>> = true;

/// The step sizes that Rprop may take. Throws std::invalid_argument unless smallest ≤ largest.
struct StepBounds {
  StepBounds(double least, double most) : smallest(least), largest(most) {
    require_ordered("smallest", least, "largest", most);
  }
  NonNegative<"smallest"> smallest;
  NonNegative<"largest"> largest;
};

/// Δ⁺ = Δ times η⁺ where g g⁻ > 0, η⁻ where g g⁻ < 0, 1 where it is 0, kept within the bounds; g ← 0 where g g⁻ < 0;
/// θ⁺ = θ − sign(g) Δ⁺, from g⁻ = 0 and Δ = α. There is no rate beside Δ, and no weight decay.
struct Rprop {
  NonNegative<"alpha"> alpha;  ///< the first step size
  PastWeight<"eta_minus"> eta_minus = 0.5;
  Argument<"eta_plus", 1> eta_plus = 1.2;
  StepBounds bounds = {1e-6, 50};

  /// θ, its last gradient and its step sizes.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> gradient;  ///< g⁻
    Vector<T> size;      ///< Δ
  };

  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0)),
            Vector<T>::Constant(theta0.size(), T(coefficient<T>(alpha)))};
  }

  /// One step in place along the gradient at θ.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    const RpropEntry<T> entry{T(coefficient<T>(eta_minus)), T(coefficient<T>(eta_plus)),
                              T(coefficient<T>(bounds.smallest)), T(coefficient<T>(bounds.largest))};
    sweep(entry, gradient, state.theta, state.gradient, state.size);
  }
};

}  // namespace verigrad
