// Accumulation points of INNA are D-critical: on runs whose iterates, or second moments, have a closed form. Thesis,
// Theorem 2.1.
#pragma once

#include "verigrad/number/unknowns.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/inna_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::inna_convergence {

const Statement& statement();

/// γₖ = c/(k + shift)^power.
struct StepRule {
  double c;
  int shift;
  int power;  ///< from 0 to 2; admissible where it is 1

  template <class T>
  T at(int k) const {
    T gamma = exact<T>(c);
    for (int i = 0; i < power; ++i) gamma /= T(k + shift);
    return gamma;
  }
};

/// A run of INNA in one variable with α = β = 1, so that ψₖ₊₁ = (1 − γₖ)ψₖ.
struct RunInstance {
  FiniteSum terms;
  double theta0, psi0;
  StepRule rule;
  int steps;
  BatchIndices batch = {};  ///< the batch of all steps; all terms if empty

  bool rational() const { return terms.rational(); }
  std::string describe() const;
};

/// 𝒥 = θ², |θ|, and (θ − 1)²/2 + (θ + 1)²/2: the only D-critical point is 0.
FiniteSum parabola();
FiniteSum magnitude_term();
FiniteSum opposite_parabolas();

/// γₖ = 1/(k + 3).
bool is_slow_decay(const RunInstance& instance);

/// On θ² with γₖ = 1/(k + 3), all terms, from any (θ₀, ψ₀) = (A + B, −A): θₖ = 2A/(k + 2) + 2B/((k + 1)(k + 2)), and
/// |θₖ| ≤ 2(|A| + |B|)/(k + 2).
Form<RunInstance> smooth_run();
/// The bound is attained: B = 0.
Form<RunInstance> smooth_bound_attained();
/// On |θ| from ψ₀ = 0 with γₖ₋₁ ≤ 2γₖ: |θₖ| ≤ max(γₖ₋₁, |θ₀| − Σ_{j<k} γⱼ).
Form<RunInstance> nonsmooth_run();
/// On two parabolas from ψ₀ = 0, batches uniform among the nonempty subsets, all sequences enumerated, and
/// γₖ = 1/(k + 2), |θ₀| ≤ 1: E θₖ₊₁² = (1 − 8γₖ/3 + 2γₖ²) E θₖ² + 2γₖ²/3 and E θₖ² ≤ 1/(k + 1).
Form<RunInstance> minibatch_run();
/// The iterate after all steps is within ¼ of the D-critical point 0.
Form<RunInstance> ends_near_critical();
/// |𝒥(θ_K) − 𝒥(θ_{K/2})| ≤ ¼.
Form<RunInstance> values_settle();
/// With Σγ < ∞, γₖ = 1/(k + 2)², from (1, −1) on θ²: θₖ = (k + 2)/(2k + 2) ≥ ½. With γ = 2: θₖ = (−1)ᵏ.
Form<RunInstance> summable_run();
Form<RunInstance> alternating_run();
/// The run stays at 0, where 𝒥(1) = 𝒥(0) as at a Clarke-critical point of a linear 𝒥.
Form<RunInstance> stays_clarke_critical();
/// E = 2(1 + αβ)𝒥 on S: ‖s‖² = 0 there, for all states.
GeneralForm energy_on_steady_states();

Forms<RunInstance> planted_smooth();
Forms<RunInstance> planted_nonsmooth();
Forms<RunInstance> planted_minibatch();

}  // namespace verigrad::inna_convergence
