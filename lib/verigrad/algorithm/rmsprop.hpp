// RMSprop: Adagrad with a moving average in place of the sum. Thesis (1.31); T. Tieleman, G. Hinton (2012),
// lecture 6.5.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/sweep.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct RmsPropEntry {
  T rate, weight, share, floor;

  void operator()(T& theta, T& v, const T& g) const {
    v = weight * v + share * (g * g);
    theta -= rate * g / (root<T>(v) + floor);
  }
};
template <>
void sweep(const RmsPropEntry<double>& entry, Vector<double>& theta, Vector<double>& v, const Vector<double>& g);

/// v⁺ = β v + (1 − β) g ⊙ g, θ⁺ = θ − α g / (√v⁺ + ε), from v = 0.
struct RmsProp {
  double alpha;    ///< learning rate, > 0
  double beta;     ///< weight of the past, in (0, 1)
  double epsilon;  ///< > 0; 0 divides by 0 where no gradient has come yet

  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> v;
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the gradient at θ.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.theta, gradient);
    const T weight = exact<T>(beta);
    sweep(RmsPropEntry<T>{exact<T>(alpha), weight, T(1) - weight, exact<T>(epsilon)}, state.theta, state.v, gradient);
  }
};

}  // namespace verigrad
