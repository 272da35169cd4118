// Gradient descent with momentum as MathDNN prints it, (23): the iterate moves by the momentum of the step before.
// No common library does this: the gradient acts one step late. The usual heavy ball is algorithm/heavy_ball.hpp.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// x⁺ = x − α m, m⁺ = β m + (1 − β) ∇f(x), from m = 0. Both lines read the old state.
struct LaggedMomentum {
  double alpha;  ///< learning rate, > 0
  double beta;   ///< weight of the past, in [0, 1]; 1 never moves

  /// xⁿ and mⁿ.
  template <class T>
  struct State {
    Vector<T> x;
    Vector<T> m;
  };

  template <class T>
  static State<T> start(const Vector<T>& x0) {
    return {x0, Vector<T>::Constant(x0.size(), T(0))};
  }

  /// One step in place along the gradient at x, which may be a mini-batch's.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.x, gradient);
    const T rate = exact<T>(alpha), weight = exact<T>(beta), share = T(1) - weight;
    in_blocks(gradient.size(), [&](const auto& part) {
      auto m = part(state.m);
      part(state.x) -= rate * m;
      m = weight * m + share * part(gradient);
    });
  }
  /// The state after `now`.
  template <class T>
  State<T> step(const ObjectiveOver<T>& f, State<T> now) const {
    advance<T>(now, f.gradient(now.x));
    return now;
  }
};

}  // namespace verigrad
