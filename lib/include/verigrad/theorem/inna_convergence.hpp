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

/// A run of INNA in one variable.
struct RunInstance {
  FiniteSum terms;
  double theta0, psi0;
  StepRule rule;
  int steps;
  BatchIndices batch = {};  ///< the batch of all steps; all terms if empty
  double alpha = 1, beta = 1;

  Inna method() const { return {alpha, beta}; }
  template <class T>
  Inna::State<T> start() const {
    return {Vector<T>::Constant(1, exact<T>(theta0)), Vector<T>::Constant(1, exact<T>(psi0))};
  }
  bool rational() const { return terms.rational(); }
  std::string describe() const;
};

/// 𝒥 = θ², |θ|, and (θ − 1)²/2 + (θ + 1)²/2: the only D-critical point is 0.
FiniteSum parabola();
FiniteSum magnitude_term();
FiniteSum opposite_parabolas();
/// 𝒥 = |θ − 1|/2 + |θ + 1|/2 = max(|θ|, 1): the D-critical points are those of [−1, 1].
FiniteSum flat_floor();

/// γₖ = 1/(k + 3) and α + 2β = 3: on θ² the eigenvalues of (2.12) are −1 and −2.
bool has_integer_modes(const RunInstance& instance);

/// Then, on θ² with all terms: θₖ = 2A/(k + 2) + 2B/((k + 1)(k + 2)), and |θₖ| ≤ 2(|A| + |B|)/(k + 2), where θ₀ = A + B
/// and A = 2(1 − β)θ₀ − (α − 1/β)θ₀ − ψ₀/β, which is −ψ₀ if α = β = 1 and −(θ₀ + 2ψ₀)/3 if α = 0.
Form<RunInstance> smooth_run();
/// The bound is attained: B = 0.
Form<RunInstance> smooth_bound_attained();
/// On |θ| with α = β = 1 from ψ₀ = 0, so that ψₖ = 0, and γₖ₋₁ ≤ 2γₖ: |θₖ| ≤ max(γₖ₋₁, |θ₀| − Σ_{j<k} γⱼ).
Form<RunInstance> nonsmooth_run();
/// On two parabolas with α = β = 1 from ψ₀ = 0, batches uniform among the nonempty subsets, all sequences enumerated,
/// and γₖ = 1/(k + 2), |θ₀| ≤ 1: E θₖ₊₁² = (1 − 8γₖ/3 + 2γₖ²) E θₖ² + 2γₖ²/3 and E θₖ² ≤ 1/(k + 1).
Form<RunInstance> minibatch_run();
/// The iterate after all steps is within ¼ of the D-critical point 0.
Form<RunInstance> ends_near_critical();
/// |θ_K| ≤ 5/4 and |θ_K − ψ_K| ≤ ¼: near S for max(|θ|, 1) and α = 0.
Form<RunInstance> rests_in_flat();
/// With α = 0 and v = 0: θₖ = θ₀ + u Σ_{j<k} γⱼ, ψₖ = ψ₀ + u Σ_{j<k} γⱼ with u = (θ₀ − ψ₀)/β.
Form<RunInstance> straight_run();
/// |𝒥(θ_K) − 𝒥(θ_{K/2})| ≤ ¼.
Form<RunInstance> values_settle();
/// With Σγ < ∞, γₖ = 1/(k + 2)², from (1, −1) on θ²: θₖ = (k + 2)/(2k + 2) ≥ ½. With γ = 2: θₖ = (−1)ᵏ.
Form<RunInstance> summable_run();
Form<RunInstance> alternating_run();
/// The run stays at 0, where 𝒥(1) = 𝒥(0) as at a Clarke-critical point of a linear 𝒥.
Form<RunInstance> stays_clarke_critical();
/// E = 2(1 + αβ)𝒥 on S: ‖s‖² = 0 there, for all states.
GeneralForm energy_on_steady_states();

/// α = 0, for all states, β > 0 and t ≥ 0, with u = (θ − ψ)/β: u′ = −v, E′ = −2β‖v‖² ≤ 0; where v = 0, (θ + tu, ψ + tu)
/// solves (2.12), at the distance t‖u‖ from θ; and u = 0 is ψ = θ, as in S.
GeneralForm undamped_solutions();
GeneralForms planted_undamped();

Forms<RunInstance> planted_smooth();
Forms<RunInstance> planted_nonsmooth();
Forms<RunInstance> planted_minibatch();

/// 𝒥 = f of fat_cantor_function.hpp, not tame, α = β = 1, ψ₀ = 0, γₖ = 1/(k + 1). In leg j, of 3ʲ ≤ k + 1 < 3ʲ⁺¹, all
/// vₖ = ±1/Σγ ∈ ∂f(θₖ), as Σγ ≥ log 3 > 1: θ goes from 0 to 1 if j is even, and back if it is odd.
struct CriticalLegs {
  int legs;

  bool rational() const { return true; }
  std::string describe() const;
};
Form<CriticalLegs> critical_run();
/// |𝒥(θ) − 𝒥(θ′)| ≤ ¼ for the ends of the last two legs.
Form<CriticalLegs> critical_values_settle();

/// 𝒥(θ) = 2|θ| + f(|θ|), not tame, with ∂𝒥 = [1, 3] on (0, 1) and [−3, −1] on (−1, 0): α = ½, β = 1/32, γₖ = 1/(k + 8).
/// With s = (α − 1/β)θ + ψ/β, leg j, of 2ʲ⁺³ ≤ k + 8 < 2ʲ⁺⁴, goes from (θ, s) = (0, ∓½) to (0, ±½), with one value of v
/// up to k + 8 = 3·2ʲ⁺² and another after it, in ∂𝒥. The values tend to 1.07… and 1.96… of the flow.
struct UncriticalLegs {
  int legs;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The run, with 1/16 < |θ| in the middle of each leg, where D𝒥 = ±[1, 3].
Form<UncriticalLegs> uncritical_run();
/// |θ| ≤ 1/16 in the middle of the last leg.
Form<UncriticalLegs> uncritical_ends_near_critical();
Forms<UncriticalLegs> planted_legs();

}  // namespace verigrad::inna_convergence
