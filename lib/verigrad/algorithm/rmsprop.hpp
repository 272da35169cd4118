// RMSprop: Adagrad with a moving average in place of the sum. Thesis (1.31); T. Tieleman, G. Hinton (2012),
// lecture 6.5. Centred: A. Graves, Generating sequences with recurrent neural networks (2013), (38) to (45); both
// options as in PyTorch 1.13, torch.optim.RMSprop.
#pragma once

#include <stdexcept>

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/weight_decay.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad {

/// v⁺, and what the gradient is divided by.
template <class T>
struct RmsPropScale {
  RunningAverage<T> average;
  T floor;

  /// √v⁺ + floor.
  T divisor(const T& g, T& v) const {
    average.update(v, g * g);
    return root<T>(v) + floor;
  }
  /// Centred: √(v⁺ − ḡ⁺²) + floor.
  T divisor(const T& g, T& v, T& mean) const {
    average.update(v, g * g);
    average.update(mean, g);
    return root<T>(v - mean * mean) + floor;
  }
};

/// The step of one parameter from its averages: v, and its mean where it is centred.
template <class T>
struct RmsPropEntry {
  RmsPropScale<T> scale;
  T rate;

  template <class... Averages>
  void operator()(const T& g, T& theta, Averages&... averages) const {
    theta -= rate * g / scale.divisor(g, averages...);
  }
};
template <>
inline constexpr bool compiled<RmsPropEntry<double>> = true;

/// The same with momentum.
template <class T>
struct RmsPropMomentumEntry {
  RmsPropScale<T> scale;
  T rate, inertia;

  template <class... Averages>
  void operator()(const T& g, T& theta, T& b, Averages&... averages) const {
    b = inertia * b + g / scale.divisor(g, averages...);
    theta -= rate * b;
  }
};
template <>
inline constexpr bool compiled<RmsPropMomentumEntry<double>> = true;

/// v⁺ = β v + (1 − β) g ⊙ g, θ⁺ = θ − α g / (√v⁺ + ε), from v = 0. Centred, ḡ⁺ = β ḡ + (1 − β) g and √(v⁺ − ḡ⁺ ⊙ ḡ⁺)
/// stands for √v⁺. With momentum, b⁺ = μ b + g / (√v⁺ + ε), θ⁺ = θ − α b⁺, from b = 0.
struct RmsProp {
  Finite<"alpha"> alpha;           ///< learning rate
  PastWeight<"beta"> beta;         ///< weight of the past
  NonNegative<"epsilon"> epsilon;  ///< 0 divides by 0 where no gradient has come yet
  NonNegative<"mu"> mu = 0;        ///< momentum
  bool centred = false;
  WeightDecay decay = {};

  /// θ with the average v of g ⊙ g and what the options need.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> v;
    Vector<T> mean = {};  ///< ḡ where centred, else empty
    Vector<T> b = {};     ///< velocity where there is momentum, else empty
  };

  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    const Vector<T> zero = Vector<T>::Constant(theta0.size(), T(0)), none;
    return {theta0, zero, centred ? zero : none, mu > 0 ? zero : none};
  }

  /// One step in place along the gradient at θ, at the rate α or at one of its own. Throws std::invalid_argument when
  /// the state was started without what the options need.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    require_started(state);
    if (mu > 0)
      with_momentum<T>(state, gradient, rate);
    else
      without_momentum<T>(state, gradient, rate);
  }

private:
  template <class T>
  void require_started(const State<T>& state) const {
    const Eigen::Index n = state.theta.size();
    if ((centred && state.mean.size() != n) || (mu > 0 && state.b.size() != n))
      throw std::invalid_argument(
          "the state lacks the mean or the velocity that centred or mu asks for; start it with "
          "the same options");
  }
  template <class T>
  RmsPropScale<T> scale() const {
    return {beta, T(coefficient<T>(epsilon))};
  }
  template <class T>
  void without_momentum(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    const RmsPropEntry<T> entry{scale<T>(), T(rate)};
    if (centred)
      sweep(decay, rate, entry, gradient, state.theta, state.v, state.mean);
    else
      sweep(decay, rate, entry, gradient, state.theta, state.v);
  }
  template <class T>
  void with_momentum(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    const RmsPropMomentumEntry<T> entry{scale<T>(), T(rate), T(coefficient<T>(mu))};
    if (centred)
      sweep(decay, rate, entry, gradient, state.theta, state.b, state.v, state.mean);
    else
      sweep(decay, rate, entry, gradient, state.theta, state.b, state.v);
  }
};

}  // namespace verigrad
