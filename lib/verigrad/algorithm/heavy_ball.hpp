// Heavy ball: the iterate moves by the momentum that already holds the gradient at it. Thesis (1.28).
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/coefficient.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// m⁺ = μ m − γ ∇J(θ), θ⁺ = θ + m⁺, from m = 0.
struct HeavyBall {
  double gamma;  ///< step size, > 0
  double mu;     ///< inertia, in (0, 1); 0 is gradient descent, 1 has no friction

  /// θ and its momentum.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> m;
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the gradient at θ, which may be a mini-batch's, with the step size γ or one of its own.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(gamma));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& step_size) const {
    advance<T>(state, gradient, T(step_size), T(coefficient<T>(mu)));
  }
  /// As above with inertia of its own, too, which a double need not hold.
  template <class T>
  static void advance(State<T>& state, const Vector<T>& gradient, const T& rate, const T& inertia) {
    require_gradient_of(state.theta, gradient);
    in_blocks(gradient.size(), [&](const auto& part) {
      auto m = part(state.m);
      m = inertia * m - rate * part(gradient);
      part(state.theta) += m;
    });
  }
  /// The state after `now`.
  template <class T>
  State<T> step(const ObjectiveOver<T>& f, State<T> now) const {
    advance<T>(now, f.gradient(now.theta));
    return now;
  }
};

}  // namespace verigrad
