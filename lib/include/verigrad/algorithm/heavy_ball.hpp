// Heavy ball: the iterate moves by the momentum that already holds the gradient at it. Thesis (1.28), full batch.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// m⁺ = μ m − γ ∇J(θ), θ⁺ = θ + m⁺, from m = 0.
struct HeavyBall {
  double gamma;  ///< step size, > 0
  double mu;     ///< inertia, in (0, 1); 0 is gradient descent

  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> m;
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// The state after `now`.
  template <class T>
  State<T> step(const ObjectiveOver<T>& f, const State<T>& now) const {
    const Vector<T> m = exact<T>(mu) * now.m - exact<T>(gamma) * f.gradient(now.theta);
    return {now.theta + m, m};
  }
};

}  // namespace verigrad
