// Gradient descent whose step size comes from the variation of the gradient along the last move: over the whole sum,
// and with mini-batches from three estimates of that variation. Thesis, Algorithms 2, 4, 5 and 6.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/curvature_step.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// θ₁ = θ₀ − α∇𝒥(θ₀); γₖ = ‖Δθₖ‖²/⟨Δgₖ, Δθₖ⟩ if that is positive, else ν; θₖ₊₁ = θₖ − αγₖ∇𝒥(θₖ). Algorithm 2.
struct CurvatureDescent {
  NonNegative<"alpha"> alpha;  ///< scaling factor, > 0; 1 gives the steps of Barzilai and Borwein
  NonNegative<"nu"> nu = 2;    ///< step size along negative curvature, > 0

  /// θₖ with what the step before it leaves to the estimate of the variation.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> last;                            ///< ∇𝒥(θₖ₋₁)
    Coefficient<T> rate = Coefficient<T>(0);   ///< αγₖ₋₁
    Coefficient<T> gamma = Coefficient<T>(1);  ///< γₖ₋₁
    int k = 0;                                 ///< steps taken
  };

  template <class T>
  static State<T> start(const Vector<T>& theta0) {
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along ∇𝒥(θₖ). Δθₖ = −αγₖ₋₁∇𝒥(θₖ₋₁), so that θₖ₋₁ need not be kept.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    using C = Coefficient<T>;
    require_gradient_of(state.theta, gradient);
    if (state.k > 0) {
      T squares(0), product(0);
      in_blocks(gradient.size(), [&](auto part) {
        squares += part(state.last).square().sum();
        product += (part(state.last) * (part(gradient) - part(state.last))).sum();
      });
      state.gamma =
          curvature_step<C>(state.rate * state.rate * C(squares), -state.rate * C(product), coefficient<T>(nu));
    }
    state.rate = coefficient<T>(alpha) * state.gamma;
    const T rate(state.rate);
    in_blocks(gradient.size(), [&](auto part) {
      part(state.theta) -= rate * part(gradient);
      part(state.last) = part(gradient);
    });
    ++state.k;
  }
  /// The state after `now`.
  template <class T>
  State<T> step(const ObjectiveOver<T>& J, State<T> now) const {
    advance<T>(now, J.gradient(now.theta));
    return now;
  }
};

/// θₖ₊₁ = θₖ − αₖγₖ∇𝒥_{Bₖ}(θₖ), αₖ = α/(k + 1)^{1/2 + δ}, γ₀ = 1, with γₖ from an estimate of the variation of ∇𝒥
/// along Δθₖ = θₖ − θₖ₋₁: ‖Δθₖ‖²/⟨variation, Δθₖ⟩ if that is positive, else ν, restricted to [m̃, M̃].
struct GradientVariationSgd {
  PowerDecay decay;
  NonNegative<"nu"> nu = 2;  ///< step size along negative curvature, > 0
  StepRange bounds = {};

  /// θₖ with the gradient and the rate of the batch before.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> last;                            ///< ∇𝒥_{Bₖ₋₁}(θₖ₋₁)
    Coefficient<T> eta = Coefficient<T>(0);    ///< αₖ₋₁γₖ₋₁
    Coefficient<T> gamma = Coefficient<T>(1);  ///< γₖ₋₁
    int k = 0;                                 ///< steps taken
  };

  /// Throws std::invalid_argument unless m̃ ≤ M̃.
  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    bounds.require();
    return {theta0, Vector<T>::Constant(theta0.size(), T(0))};
  }

  /// One step in place along the batch's gradient at θₖ, with an estimate of the variation; k = 0 does not look at it.
  /// With `rate` in the place of αₖ.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Vector<T>& variation) const {
    advance<T>(state, gradient, variation, decay.at<Coefficient<T>>(state.k));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Vector<T>& variation,
               const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    require_gradient_of(state.theta, variation);
    if (state.k > 0) tune<T>(state, variation);
    state.eta = rate * state.gamma;
    const T eta(state.eta);
    in_blocks(gradient.size(), [&](auto part) {
      part(state.theta) -= eta * part(gradient);
      part(state.last) = part(gradient);
    });
    ++state.k;
  }

private:
  template <class T>
  void tune(State<T>& state, const Vector<T>& variation) const {
    using C = Coefficient<T>;
    T squares(0), product(0);
    in_blocks(variation.size(), [&](auto part) {
      squares += part(state.last).square().sum();
      product += (part(state.last) * part(variation)).sum();
    });
    const C step = curvature_step<C>(state.eta * state.eta * C(squares), -state.eta * C(product), coefficient<T>(nu));
    state.gamma = bounds.restricted<C>(step);
  }
};

/// ∇𝒥_{Bₖ}(θₖ) − ∇𝒥_{Bₖ₋₁}(θₖ₋₁). Algorithm 4.
struct StochasticVariation {
  template <class T>
  static Vector<T> of(const GradientVariationSgd::State<T>& state, const Vector<T>& gradient) {
    return gradient - state.last;
  }
};

/// ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁), θₖ₋₁ = θₖ + ηₖ₋₁∇𝒥_{Bₖ₋₁}(θₖ₋₁). Algorithm 5.
struct ExactVariation {
  template <class T>
  static Vector<T> of(const FiniteSum& f, const GradientVariationSgd::State<T>& state) {
    const Vector<T> before = state.theta + T(state.eta) * state.last;
    return f.gradient<T>(state.theta) - f.gradient<T>(before);
  }
};

/// −ηₖ₋₁ E[∇²𝒥_A(θₖ₋₁)∇𝒥_A(θₖ₋₁)] over these equally likely batches A. Algorithm 6, with ηₖ₋₁ = αₖ₋₁γₖ₋₁ =
/// αγₖ₋₁/k^{1/2 + δ}: the text's α/(k − 1)^{1/2 + δ} divides by 0 for k = 1.
struct ExpectedVariation {
  /// From the state at θₖ; every batch is of terms of f.
  template <class T>
  static Vector<T> of(const FiniteSum& f, const GradientVariationSgd::State<T>& state,
                      const std::vector<BatchIndices>& batches) {
    const Vector<T> before = state.theta + T(state.eta) * state.last;
    Vector<T> sum = Vector<T>::Constant(before.size(), T(0));
    for (const BatchIndices& batch : batches) sum += curvature_vector<T>(f, before, batch);
    return T(-state.eta / Coefficient<T>(int(batches.size()))) * sum;
  }
  /// ∇²𝒥_B(θ)∇𝒥_B(θ).
  template <class T>
  static Vector<T> curvature_vector(const FiniteSum& f, const Vector<T>& theta, const BatchIndices& batch) {
    const Vector<T> gradient = f.batch_gradient<T>(batch, theta);
    Vector<T> sum = Vector<T>::Constant(theta.size(), T(0));
    for (const int n : batch) sum += f.term(n).template over<T>().hessian_product(theta, gradient);
    return sum / T(int(batch.size()));
  }
};

}  // namespace verigrad
