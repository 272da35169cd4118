// Step-Tuned SGD: two steps on each mini-batch, whose gradients' difference tunes the step size of the next batch.
// Thesis, Algorithm 3. Whoever calls it draws the batches.
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/curvature_step.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// With ηₖ = α γₖ/(k + 1)^{1/2 + δ}: θ_{k+½} = θₖ − ηₖ∇𝒥_B(θₖ), θₖ₊₁ = θ_{k+½} − ηₖ∇𝒥_B(θ_{k+½}),
/// Gₖ = βGₖ₋₁ + (1 − β)(∇𝒥_B(θ_{k+½}) − ∇𝒥_B(θₖ)), Ĝₖ = Gₖ/(1 − β^{k+1}), Δθ = θ_{k+½} − θₖ, and
/// γₖ₊₁ = ‖Δθ‖²/⟨Ĝₖ, Δθ⟩ if that is positive, else ν, restricted to [m̃, M̃]; γ₀ = 1.
/// The text has β ∈ [0, 1]; β = 1 divides by 0, and is refused.
struct StepTunedSgd {
  PowerDecay decay;
  NonNegative<"nu"> nu = 2;       ///< step size along negative curvature, > 0
  PastWeight<"beta"> beta = 0.9;  ///< what the average of the gradient's variations keeps
  StepRange bounds = {};

  /// θ with what is known of the variation of the gradient, between two batches or between the two steps on one.
  template <class T>
  struct State {
    Vector<T> theta;
    Vector<T> first;                               ///< ∇𝒥_B(θₖ), between the two steps on B
    Vector<T> average;                             ///< Gₖ₋₁
    Coefficient<T> gamma = Coefficient<T>(1);      ///< γₖ
    Coefficient<T> eta = Coefficient<T>(0);        ///< ηₖ, between the two steps
    Coefficient<T> beta_to_k = Coefficient<T>(1);  ///< βᵏ
    int k = 0;                                     ///< batches done
    bool halfway = false;                          ///< whether θ is θ_{k+½}
  };

  /// Throws std::invalid_argument unless m̃ ≤ M̃.
  template <class T>
  State<T> start(const Vector<T>& theta0) const {
    bounds.require();
    const Vector<T> zero = Vector<T>::Constant(theta0.size(), T(0));
    return {theta0, zero, zero};
  }

  /// One step in place along the batch's gradient at θ: each batch is passed twice, with its gradient at θₖ, then at
  /// θ_{k+½}. With `rate` in the place of α/(k + 1)^{1/2 + δ}, for schedules by the epoch; the second step keeps the
  /// first one's.
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient) const {
    advance<T>(state, gradient, decay.at<Coefficient<T>>(state.k));
  }
  template <class T>
  void advance(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(state.theta, gradient);
    if (state.halfway)
      second_step<T>(state, gradient);
    else
      first_step<T>(state, gradient, rate);
    state.halfway = !state.halfway;
  }
  /// The state after both steps on the batch.
  template <class T>
  State<T> step(const FiniteSum& f, State<T> now, const BatchIndices& batch) const {
    const Coefficient<T> rate = decay.at<Coefficient<T>>(now.k);
    return step<T>(f, std::move(now), batch, rate);
  }
  template <class T>
  State<T> step(const FiniteSum& f, State<T> now, const BatchIndices& batch, const Coefficient<T>& rate) const {
    for (int half = 0; half < 2; ++half) advance<T>(now, f.batch_gradient<T>(batch, now.theta), rate);
    return now;
  }

private:
  template <class T>
  void first_step(State<T>& state, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    state.eta = rate * state.gamma;
    const T eta(state.eta);
    in_blocks(gradient.size(), [&](auto part) {
      part(state.first) = part(gradient);
      part(state.theta) -= eta * part(gradient);
    });
  }
  /// Δθ = −ηₖ∇𝒥_B(θₖ), so that θₖ need not be kept.
  template <class T>
  void second_step(State<T>& state, const Vector<T>& gradient) const {
    const RunningAverage<T> variations{beta};
    const T eta(state.eta);
    T squares(0), product(0);
    in_blocks(gradient.size(), [&](auto part) {
      auto average = part(state.average);
      variations.update(average, part(gradient) - part(state.first));
      squares += part(state.first).square().sum();
      product += (average * part(state.first)).sum();
      part(state.theta) -= eta * part(gradient);
    });
    ++state.k;
    state.beta_to_k *= coefficient<T>(beta);
    tune<T>(state, Coefficient<T>(squares), Coefficient<T>(product));
  }
  template <class T>
  void tune(State<T>& state, const Coefficient<T>& squares, const Coefficient<T>& product) const {
    using C = Coefficient<T>;
    const C curvature = -state.eta * product / (C(1) - state.beta_to_k);
    const C step = curvature_step<C>(state.eta * state.eta * squares, curvature, coefficient<T>(nu));
    state.gamma = bounds.restricted<C>(step);
  }
};

}  // namespace verigrad
