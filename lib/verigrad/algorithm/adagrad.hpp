// Adagrad: each parameter's step is divided by the root of the sum of its squared gradients. Thesis (1.30);
// J. Duchi, E. Hazan, Y. Singer (2011), diagonal form; options as in PyTorch 1.13, torch.optim.Adagrad.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct AdagradEntry {
  T rate, floor;

  void operator()(const T& g, T& theta, T& s) const {
    s += g * g;
    theta -= rate * g / (root<T>(s) + floor);
  }
};
template <>
inline constexpr bool compiled<AdagradEntry<double>> = true;

/// s⁺ = s + g ⊙ g, θ⁺ = θ − αₖ g / (√s⁺ + ε), αₖ = α/(1 + (k − 1)·rate_decay) at the k-th step, k ≥ 1, from s =
/// initial.
struct Adagrad {
  Finite<"alpha"> alpha;           ///< learning rate
  NonNegative<"epsilon"> epsilon;  ///< 0 divides by 0 where no gradient has come yet, from s = 0
  NonNegative<"rate_decay"> rate_decay = 0;
  NonNegative<"initial"> initial = 0;
  WeightDecay decay = {};

  /// θ with the sum s of g ⊙ g so far.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> sum;  ///< s
    int k = 0;      ///< steps taken
  };

  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    return {theta0, Vector<T>::Constant(theta0.size(), T(coefficient<T>(initial)))};
  }

  /// One step in place along the gradient at θ, at the rate αₖ or with another in the place of α.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    const Coefficient<T> past(state.k++), now = rate / (Coefficient<T>(1) + past * coefficient<T>(rate_decay));
    sweep(decay, now, AdagradEntry<T>{T(now), T(coefficient<T>(epsilon))}, gradient, state.theta, state.sum);
  }
};

}  // namespace verigrad
