// Adagrad: each parameter's step is divided by the root of the sum of its squared gradients. Thesis (1.30);
// J. Duchi, E. Hazan, Y. Singer (2011), diagonal form.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/sweep.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct AdagradEntry {
  T rate, floor;

  void operator()(T& theta, T& s, const T& g) const {
    s += g * g;
    theta -= rate * g / (root<T>(s) + floor);
  }
};
template <>
void sweep(const AdagradEntry<double>& entry, Vector<double>& theta, Vector<double>& s, const Vector<double>& g);

/// s⁺ = s + g ⊙ g, θ⁺ = θ − α g / (√s⁺ + ε), from s = 0.
struct Adagrad {
  double alpha;    ///< learning rate, > 0
  double epsilon;  ///< > 0; 0 divides by 0 where no gradient has come yet

  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> sum;  ///< s
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the gradient at θ.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    sweep(AdagradEntry<T>{exact<T>(alpha), exact<T>(epsilon)}, state.theta, state.sum, gradient);
  }
};

}  // namespace verigrad
