// Explicit and implicit Euler steps for w′ = −d|w|/dw. Stochastic gradient methods, (5.35).
#pragma once

#include "verigrad/algorithm/soft_thresholding.hpp"

namespace verigrad {

/// w − Δt s with s = 1 for w > 0, −1 for w < 0, and the caller's choice at_kink in [−1, 1] for w = 0.
template <class T>
T explicit_sign_step(const T& w, const T& dt, const T& at_kink) {
  const T not_negative = select<T>(-w, at_kink, T(1));
  return w - dt * select<T>(w, not_negative, T(-1));
}

/// The solution v of v = w − Δt s, s in the subdifferential of |·| at v: soft thresholding, with no choice to make.
template <class T>
T implicit_sign_step(const T& w, const T& dt) {
  return soft_threshold<T>(w, dt);
}

}  // namespace verigrad
