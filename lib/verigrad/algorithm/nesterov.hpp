// Nesterov's accelerated gradient: the heavy ball with the gradient at the point that inertia alone would reach.
// Thesis (1.29), after Sutskever et al. (2013); Y. Nesterov (1983).
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/coefficient.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// m⁺ = μ m − γ ∇J(θ + μ m), θ⁺ = θ + m⁺, from m = 0.
struct Nesterov {
  double gamma;  ///< step size, > 0
  double mu;     ///< inertia, in [0, 1)

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

  /// θ + μ m, where the next gradient is due.
  template <class T>
  Vector<T> look_ahead(const State<T>& state) const {
    return state.theta + T(coefficient<T>(mu)) * state.m;
  }

  /// One step in place along the gradient at look_ahead(state).
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, T(coefficient<T>(gamma)), T(coefficient<T>(mu)));
  }
  /// As above with a step size and inertia of its own, which a double need not hold.
  template <class T>
  static void advance(State<T>& state, const Vector<T>& gradient, const T& rate, const T& inertia) {
    require_gradient_of(state.theta, gradient);
    in_blocks(gradient.size(), [&](const auto& part) {
      auto m = part(state.m);
      m = inertia * m - rate * part(gradient);
      part(state.theta) += m;
    });
  }
};

/// μₖ = k/(k + 3), for k = 0, 1, …: the usual schedule for convex J.
struct NesterovSchedule {
  template <class T>
  static T at(int k) {
    return frac<T>(k, k + 3);
  }
};

/// Nesterov's own of 1983: μₖ = (aₖ − 1)/aₖ₊₁, a₀ = 1, aₖ₊₁ = (1 + √(4aₖ² + 1))/2. Over Rational for k = 0 only.
struct NesterovSchedule1983 {
  template <class T>
  static T at(int k) {
    if (k == 0) return T(0);
    T a(1), next = after(a);
    for (int i = 0; i < k; ++i) {
      a = next;
      next = after(a);
    }
    return (a - T(1)) / next;
  }

private:
  template <class T>
  static T after(const T& a) {
    return frac<T>(1, 2) * (T(1) + root<T>(T(4) * square(a) + T(1)));
  }
};

}  // namespace verigrad
