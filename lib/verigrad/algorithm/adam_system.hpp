// Discretisations of the ADAM system W' = D^(−1/2) Z, ε₁Z' = −∇J(W) − Z, ε₂D' = diag(∇J ⊗ ∇J) − D. Stochastic gradient
// methods, (5.25) to (5.27). None of them is ADAM: the iterate moves before the new gradient enters the moments. For
// training take algorithm/adam.hpp.
#pragma once

#include "verigrad/algorithm/adam.hpp"

namespace verigrad {

/// The step of one parameter of (5.25).
template <class T>
struct AdamSystemEntry {
  T step, share1, share2;

  void operator()(const T& g, T& w, T& z, T& d) const {
    w += step * z / root<T>(d);
    z -= share1 * (g + z);
    d += share2 * (g * g - d);
  }
};
template <>
inline constexpr bool compiled<AdamSystemEntry<double>> = true;

/// (5.25): W⁺ = W + Δt Z/√D, Z⁺ = Z − Δt/ε₁ (g + Z), D⁺ = D + Δt/ε₂ (g ⊙ g − D). All lines read the old state.
struct AdamSystem {
  double dt;    ///< Δt > 0
  double eps1;  ///< ε₁ > 0
  double eps2;  ///< ε₂ > 0; D stays positive for Δt < ε₂

  /// W, Z and the diagonal of D, of one size.
  template <class T>
  struct State {
    Vector<T> w, z;
    Vector<T> d;  ///< the diagonal of D, > 0
  };

  /// From Z = 0.
  template <class T>
  static State<T> start(const Vector<T>& w0, const Vector<T>& d0) {
    return {w0, Vector<T>::Constant(w0.size(), T(0)), d0};
  }

  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.w, gradient);
    const T step = exact<T>(dt);
    const AdamSystemEntry<T> entry{step, step / exact<T>(eps1), step / exact<T>(eps2)};
    sweep(entry, gradient, state.w, state.z, state.d);
  }
};

/// (5.26) with the hat that the text loses: θ⁺ = θ − α V/√V̂, then V⁺ and V̂⁺. The same iteration as AdamSystem for
/// β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂, α = Δt, V = −Z, V̂ = D.
struct LaggedAdam {
  double alpha;
  double beta1;
  double beta2;

  /// From V = 0; v0 > 0.
  template <class T>
  static AdamState<T> start(const Vector<T>& theta0, const Vector<T>& v0) {
    AdamState<T> state = AdamState<T>::start(theta0);
    state.v = v0;
    return state;
  }

  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    ++state.k;
    const MomentAverages<T> averages{beta1, beta2};
    const T rate = exact<T>(alpha);
    in_blocks(gradient.size(), [&](const auto& part) {
      auto m = part(state.m);
      auto v = part(state.v);
      part(state.theta) -= rate * m / roots(v);
      averages.update(m, v, part(gradient));
    });
  }
};

/// (5.26) as printed, V̂⁺ = β₂ V + (1 − β₂) g ⊙ g with the vector V for the matrix V̂, read as its diagonal. V̂ can become
/// negative. Kept to be checked, not to be used.
struct LaggedAdamWithoutHat {
  double alpha;
  double beta1;
  double beta2;

  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    ++state.k;
    const T rate = exact<T>(alpha), b1 = exact<T>(beta1), b2 = exact<T>(beta2);
    in_blocks(gradient.size(), [&](const auto& part) {
      auto m = part(state.m);
      auto v = part(state.v);
      const auto g = part(gradient);
      part(state.theta) -= rate * m / roots(v);
      v = b2 * m + (T(1) - b2) * (g * g);
      m = b1 * m + (T(1) - b1) * g;
    });
  }
};

/// (5.27) as printed: (5.26) as printed with V⁺ divided by 1 − β₁ⁿ and V̂⁺ by 1 − β₂ⁿ, and the quotients fed back. The
/// first step, n = 0, divides by 0. Kept to be checked, not to be used.
struct RescaledAdamAsPrinted {
  double alpha;
  double beta1;
  double beta2;

  /// n is state.k.
  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    LaggedAdamWithoutHat{alpha, beta1, beta2}.advance<T>(state, gradient);
    state.m /= T(1) - state.beta1_to_k;
    state.v /= T(1) - state.beta2_to_k;
    state.beta1_to_k *= exact<T>(beta1);
    state.beta2_to_k *= exact<T>(beta2);
  }
};

/// (5.27) with 1 − βⁿ⁺¹ and V̂ for V in its second line: defined from n = 0 on, and still no ADAM, which rescales what
/// moves the iterate and not what it remembers. Kept to be checked, not to be used.
struct RescaledAdamRepaired {
  double alpha;
  double beta1;
  double beta2;

  template <class T>
  void advance(AdamState<T>& state, const Vector<T>& gradient) const {
    LaggedAdam{alpha, beta1, beta2}.advance<T>(state, gradient);
    state.beta1_to_k *= exact<T>(beta1);
    state.beta2_to_k *= exact<T>(beta2);
    state.m /= T(1) - state.beta1_to_k;
    state.v /= T(1) - state.beta2_to_k;
  }
};

}  // namespace verigrad
