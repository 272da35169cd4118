// Explicit Euler for the momentum system W' = Z, Z' = −∇J(W). Stochastic gradient methods, (5.17).
// It gains energy at every step; the step that does not is the heavy ball with μ = 1.
#pragma once

#include "verigrad/algorithm/blocks.hpp"

namespace verigrad {

/// W⁺ = W + Δt Z, Z⁺ = Z − Δt ∇J(W). Both lines read the old state.
struct ExplicitMomentum {
  double dt;  ///< Δt > 0

  /// W and Z = W′.
  template <class T>
  struct State {
    Vector<T> w;
    Vector<T> z;
  };

  template <class T>
  static State<T> start(const Vector<T>& w0) {
    return {w0, Vector<T>::Constant(w0.size(), T(0))};
  }

  /// One step in place along the gradient at w.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.w, gradient);
    const T step = exact<T>(dt);
    in_blocks(gradient.size(), [&](const auto& part) {
      auto z = part(state.z);
      part(state.w) += step * z;
      z -= step * part(gradient);
    });
  }
};

}  // namespace verigrad
