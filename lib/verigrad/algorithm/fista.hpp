// FISTA, iterative soft thresholding with Nesterov's extrapolation. Beck and Teboulle, A fast iterative
// shrinkage-thresholding algorithm for linear inverse problems (2009), section 4, constant step size.
#pragma once

#include "verigrad/algorithm/iterative_soft_thresholding.hpp"

namespace verigrad {

/// x⁺ = ISTA step from z, t⁺ = (1 + √(1 + 4t²))/2, z⁺ = x⁺ + (t − 1)/t⁺ (x⁺ − x), from z = x, t = 1. Not over Rational.
struct Fista {
  double tau;  ///< step size, in (0, 1/‖A‖²]

  /// The iterate xₖ, the point zₖ that the next step starts from, and tₖ of the extrapolation.
  template <class T>
  struct State {
    Vector<T> x, z;
    T t;
  };

  template <class T>
  static State<T> start(const Vector<T>& x0) {
    return {x0, x0, T(1)};
  }

  /// The state after `now`.
  template <class T>
  State<T> step(const Lasso& f, const State<T>& now) const {
    using std::sqrt;
    const Vector<T> x = IterativeSoftThresholding{tau}.step<T>(f, now.z);
    const T t = frac<T>(1, 2) * (T(1) + sqrt(T(T(1) + T(4) * square(now.t))));
    return {x, x + (now.t - T(1)) / t * (x - now.x), t};
  }
};

}  // namespace verigrad
