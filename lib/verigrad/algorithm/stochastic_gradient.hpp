// Stochastic gradient descent on a finite sum, x⁺ = x − τₖ ∇f_i(x) or with a batch's mean gradient, and its step sizes.
// Mathematical Foundations of Data Sciences, 14.2.3; thesis (1.20). Whoever calls it draws the indices.
#pragma once

#include <string>
#include <variant>

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/term_gradient.hpp"

namespace verigrad {

/// τₖ = τ.
struct ConstantStep {
  double tau;  ///< > 0

  template <class T>
  T at(int) const {
    return exact<T>(tau);
  }
};

/// τₖ = τ₀ / (1 + k/k₀): (14.15) of Mathematical Foundations of Data Sciences.
struct DecayingStep {
  double tau0;  ///< > 0
  double k0;    ///< > 0, about the number of steps that warm up

  template <class T>
  T at(int k) const {
    return exact<T>(tau0) / (T(1) + T(k) / exact<T>(k0));
  }
};

/// τₖ = 1 / (μ(k + 1)): Theorem 24 there. It is (14.15) with τ₀ = 1/μ, k₀ = 1.
struct StronglyConvexStep {
  double mu;  ///< > 0

  template <class T>
  T at(int k) const {
    return T(1) / (exact<T>(mu) * T(k + 1));
  }
};

/// A rule for τₖ.
using StepSizes = std::variant<ConstantStep, DecayingStep, StronglyConvexStep>;
/// "τₖ = 0.5/(1 + k/2)".
std::string in_words(const StepSizes& steps);

/// x⁺ = x − τₖ ∇fᵢ(x), or with the mean gradient of a batch, after k steps.
struct StochasticGradient {
  StepSizes steps;

  /// xₖ and its index.
  template <class T>
  struct State {
    Vector<T> x;
    int k = 0;  ///< steps taken
  };

  template <class T>
  static State<T> start(const Vector<T>& x0) {
    return {x0};
  }

  /// τₖ for k = 0, 1, …
  template <class T>
  T step_size(int k) const {
    return std::visit([&](const auto& rule) { return rule.template at<T>(k); }, steps);
  }

  /// One step in place along a term's or a batch's gradient at x.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    require_gradient_of(state.x, gradient);
    state.x -= step_size<T>(state.k) * gradient;
    ++state.k;
  }
  /// The step along the term fᵢ, for terms of any kind; allocates nothing where they do not. `g` is scratch of x's
  /// dimension.
  template <class T, class Terms>
  void advance(const Terms& terms, State<T>& state, int i, Vector<T>& g) const {
    term_gradient<T>(terms, i, state.x, g);
    advance<T>(state, g);
  }
  /// The state after `now` when the term fᵢ is drawn, i from 0 to n − 1.
  template <class T>
  State<T> step(const FiniteSum& f, State<T> now, int i) const {
    advance<T>(now, f.term(i).over<T>().gradient(now.x));
    return now;
  }
  /// The state after `now` when the batch is drawn.
  template <class T>
  State<T> step(const FiniteSum& f, State<T> now, const BatchIndices& batch) const {
    advance<T>(now, f.batch_gradient<T>(batch, now.x));
    return now;
  }
};

}  // namespace verigrad
