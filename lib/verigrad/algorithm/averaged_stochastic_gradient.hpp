// ASGD: gradient descent with falling rates and decay, and the average of its iterates as the result.
// B. Polyak, A. Juditsky (1992), with the rates of L. Bottou, Stochastic gradient descent tricks (2012); PyTorch 1.13,
// torch.optim.ASGD.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/real_power.hpp"
#include "verigrad/algorithm/weight_decay.hpp"

namespace verigrad {

/// The step of one parameter.
template <class T>
struct AveragedStochasticGradientEntry {
  T kept, rate, share;
  bool averages;  ///< or the average begins anew

  void operator()(const T& g, T& theta, T& average) const {
    theta *= kept;
    theta -= rate * g;
    average = averages ? T(average + share * (theta - average)) : theta;
  }
};
template <>
inline constexpr bool compiled<AveragedStochasticGradientEntry<double>> = true;

/// θ⁺ = (1 − λη)θ − ηg with η = γ/(1 + λγ(k − 1))^power at the k-th step, k ≥ 1, and a⁺ = a + (θ⁺ − a)/max(1, k − 1 −
/// t₀): from step t₀ + 2 on the average of the iterates, before it the last one. Over Rational the power must be an
/// integer or λ = 0.
struct AveragedStochasticGradient {
  NonNegative<"gamma"> gamma;    ///< learning rate
  NonNegative<"lambda"> lambda;  ///< decay of the parameters and of the rate
  NonNegative<"power"> power = 0.75;
  NonNegative<"t0"> t0 = 1e6;  ///< steps before averaging
  WeightDecay decay = {};      ///< beside λ

  /// θ and the average of its iterates.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> average;  ///< a
    int k = 0;          ///< steps taken
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, theta0};
  }

  /// One step in place along the gradient at θ, with γ or another rate in its place.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(gamma));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    const Coefficient<T> one(1), past(state.k++), l = coefficient<T>(lambda);
    const Coefficient<T> eta = rate / real_power<Coefficient<T>>(one + l * rate * past, coefficient<T>(power));
    const bool averages = state.k > 2 + t0;
    const T share(averages ? Coefficient<T>(one / (past - coefficient<T>(t0))) : one);
    const AveragedStochasticGradientEntry<T> entry{T(one - l * eta), T(eta), share, averages};
    sweep(decay, eta, entry, gradient, state.theta, state.average);
  }
};

}  // namespace verigrad
