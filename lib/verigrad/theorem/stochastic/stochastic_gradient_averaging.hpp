// Stochastic gradient with averaging: the running average as printed and as defined, its step sizes, and its rate.
// MFDS, section 14.2.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"

namespace verigrad::stochastic_gradient_averaging {

const Statement& statement();

/// The terms convex and smooth, f with a minimum, τ₀ ≥ τ₁ ≥ … > 0.
bool hypotheses_hold(const FiniteSumInstance& instance);

/// E f(x_K) − f* ≤ (1/K) (max_{1≤k≤K} ε̃ₖ/(2τ_K) + ½ Σ_{k=1}^K τₖCₖ²) with ε̃ₖ = E‖x̃ₖ − x*‖², Cₖ² = E‖∇fᵢ(x̃ₖ)‖²: with
/// τₖ ~ k^(−1/2) and both bounded, O(k^(−1/2)). Where K < steps().
Form<FiniteSumInstance> rate();
/// The rate at k = 1 as an equality. 2 steps at least.
Form<FiniteSumInstance> attained();
/// xₖ = (1/k) Σ_{l=1}^k x̃ₗ along every sequence of indices, for the running average that ships.
Form<FiniteSumInstance> running_average();

/// The false printed running average, which is the average one step late, and wrong rates.
Lines<FiniteSumInstance> lines();

/// τₖ = τ₀/(1 + √(k/k₀)) for k = 0 … n − 1, with its law kτₖ² < k₀τ₀² and, for k ≥ k₀, 4kτₖ² ≥ k₀τ₀²; Σ τₖ without
/// bound: Σ_{k<K} τₖ ≥ Kτ_{K−1}.
struct ScheduleInstance {
  double tau0, k0;
  int n;
  bool rational() const { return true; }
  std::string describe() const;
};
/// These bounds on τₖ and on the sums.
Form<ScheduleInstance> schedule();
/// Wrong: 2kτₖ² < k₀τ₀², and kτₖ ≤ k₀τ₀.
Lines<ScheduleInstance> schedule_lines();

}  // namespace verigrad::stochastic_gradient_averaging
