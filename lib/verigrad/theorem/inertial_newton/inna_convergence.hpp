// Accumulation points of INNA are D-critical: on runs whose iterates, or second moments, have a closed form. Thesis,
// Theorem 2.1.
#pragma once

#include <cmath>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"
#include "verigrad/theorem/inertial_newton/inna_instance.hpp"

namespace verigrad::inna_convergence {

const Statement& statement();

/// γₖ = c/(k + shift)^a with a = power/2^roots; admissible where 0 < a ≤ 1.
struct StepRule {
  double c;
  int shift;
  int power;
  int roots = 0;

  double exponent() const { return std::ldexp(power, -roots); }
  /// Over Rational, roots = 0.
  template <class T>
  T at(int k) const {
    T length(1);
    for (int i = 0; i < power; ++i) length *= T(k + shift);
    for (int i = 0; i < roots; ++i) length = root<T>(length);
    return exact<T>(c) / length;
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
  bool rational() const { return terms.rational() && rule.roots == 0; }
  std::string describe() const;
};

/// 𝒥 = θ², |θ|, and (θ − 1)²/2 + (θ + 1)²/2: the only D-critical point is 0.
FiniteSum parabola();
FiniteSum magnitude_term();
FiniteSum opposite_parabolas();
/// 𝒥 = |θ − 1|/2 + |θ + 1|/2 = max(|θ|, 1): the D-critical points are those of [−1, 1].
FiniteSum flat_floor();
/// 𝒥 = |θ − 1| + |θ + 1|: the same points. With |θ| taken off, 𝒥 = ||θ| − 1| + 1 is not convex: −1, 0 and 1.
FiniteSum two_kinks();
FiniteSum three_kinks();

/// γₖ = 1/(k + 3) and α + 2β = 3: on θ² the eigenvalues of (2.12) are −1 and −2.
bool has_integer_modes(const RunInstance& instance);

/// Then, on θ² with all terms: θₖ = 2A/(k + 2) + 2B/((k + 1)(k + 2)), and |θₖ| ≤ 2(|A| + |B|)/(k + 2), where θ₀ = A + B
/// and A = 2(1 − β)θ₀ − (α − 1/β)θ₀ − ψ₀/β, which is −ψ₀ if α = β = 1 and −(θ₀ + 2ψ₀)/3 if α = 0.
Form<RunInstance> smooth_run();
/// The bound is attained: B = 0.
Form<RunInstance> smooth_bound_attained();
/// On |θ| with α = β = 1 from ψ₀ = 0, so that ψₖ = 0, and γₖ₋₁ ≤ 2γₖ: |θₖ| ≤ max(γₖ₋₁, |θ₀| − Σ_{j<k} γⱼ).
Form<RunInstance> nonsmooth_run();
/// |θₖ| ≤ 1/(k + 1), as where γₖ = 1/(k + 2).
Form<RunInstance> reaches_critical();
/// |𝒥(θ₂ₖ₊₁) − 𝒥(θₖ)| ≤ ¾/(k + 1)², as where 𝒥 = θ² and θₖ = 1/(k + 1).
Form<RunInstance> values_settle();

/// Runs in closed form. On θ² from (1, −1): θₖ = 1/(k + 1) for γₖ = 1/(k + 2), θₖ = (k + 2)/(2k + 2) ≥ ½ for
/// γₖ = 1/(k + 2)², θₖ = (−1)ᵏ for γ = 2.
Form<RunInstance> slow_run();
Form<RunInstance> summable_run();
Form<RunInstance> alternating_run();
/// On |θ| from ½ with γ = 1: θₖ = (−1)ᵏ/2.
Form<RunInstance> alternating_nonsmooth_run();
/// On (θ ∓ 1)²/2 from 1 with the first term as the batch of every step: θₖ = 1.
Form<RunInstance> one_batch_run();
/// On −θ from 0 with γₖ = 1/(k + 2): θₖ = Σ_{j<k} γⱼ and 𝒥(θₖ) − 𝒥(θ₂ₖ₊₁) ≥ ½.
Form<RunInstance> unbounded_run();
/// The run stays at 0, where 𝒥(1) = 𝒥(0) as at a Clarke-critical point of a linear 𝒥.
Form<RunInstance> stays_clarke_critical();

/// α = 0, β = 1, max(|θ|, 1): |θ₀| ≤ 1, u = θ₀ − ψ₀ is ±γⱼ for the first j ≥ 1 with |θⱼ| > 1, where θⱼ = θ₀ + u Σ_{i<j}
/// γᵢ; 2j < K and γ₀ ≤ ½.
bool stops_in_flat(const RunInstance& instance);
/// Then (θₖ, ψₖ) ∈ S for k ≥ K/2: θₖ = ψₖ and |θₖ| ≤ 1.
Form<RunInstance> rests_in_flat();
/// With α = 0 and v = 0: θₖ = θ₀ + u Σ_{j<k} γⱼ, ψₖ = ψ₀ + u Σ_{j<k} γⱼ with u = (θ₀ − ψ₀)/β.
Form<RunInstance> straight_run();

/// a = ½, α = β = 1, ψ₀ = 0. On θ², γₖ = 1/(4√(k + 1)): e^{¼ − √k}/k^{¼} < θₖ/θ₀ < e^{1 − √(k + 1)}.
Form<RunInstance> root_smooth_run();
/// On |θ|, γₖ = 1/√(k + 1): |θ₀| − 2√k + 1 < |θₖ| < max(1/√k, |θ₀| − 2√(k + 1) + 2), k ≥ 2.
Form<RunInstance> root_nonsmooth_run();

/// Mini-batches: uniform among the nonempty subsets, all sequences enumerated.
/// On two parabolas with αβ = 1 from ψ₀ = 0, with g = βγₖ: E θₖ₊₁² = (1 − 8g/3 + 2g²) E θₖ² + 2g²/3. If g = 1/(k + 2)
/// and |θ₀| ≤ 1: E θₖ² ≤ 1/(k + 1).
Form<RunInstance> minibatch_run();
/// With any α and β, from any (θ₀, ψ₀): the linear recursion of E θₖ², E θₖψₖ and E ψₖ².
Form<RunInstance> minibatch_moments();
/// With γ = 1 and α = β = 1 from (1, 0): E θₖ² = 1.
Form<RunInstance> minibatch_constant_steps();

/// On |θ − 1| + |θ + 1| with α = β = 1, ψ₀ = 0, where dₖ = max(|θₖ| − 1, 0) is the distance to the D-critical points.
/// From |θ₀| < 1, γₖ = 1/(k + 2): dₖ ≤ γₖ₋₁, E dₖ ≤ γₖ₋₁/3 and 3 E d₁ = max(γ₀ − 1 + |θ₀|, 0), so ⅓ cannot be smaller;
/// E θₖ₊₁² = E θₖ² − 8γₖ/3 E |θₖ|w(θₖ) + γₖ²(2 + 4 P(dₖ > 0))/3, where w is 1 off [−1, 1], ½ at ±1 and else 0.
Form<RunInstance> kinked_run();
/// From anywhere, for every sequence: dₖ ≤ max(1/(k + 1), d₀ − Σ_{j<k} 1/(j + 2)), if γₖ = 1/(k + 2).
Form<RunInstance> kinked_reach();
/// While dₖ > 0: E θₖ = θ₀ − 4Σγⱼ/3, Var θₖ = 2Σγⱼ²/9, and θ₀ − 2Σγⱼ ≤ θₖ ≤ θ₀ − Σγⱼ, both attained.
Form<RunInstance> kinked_far();
/// With γₖ = 1/(k + 2)² from 4: moreover Σ_{j<k} γⱼ ≤ 1 − 1/(k + 1), so dₖ ≥ 1 + 2/(k + 1).
Form<RunInstance> kinked_summable_steps();
/// With γ = 1 from ½: E dₖ = (1 − (−⅓)ᵏ)/8, which is ≥ 1/9 for k ≥ 1.
Form<RunInstance> kinked_constant_steps();
/// On |θ − 1| + |θ + 1| − |θ| with α = β = 1, ψ₀ = 0 and θ₀ > Σγⱼ: E (θₖ₊₁ − 1)² = E (θₖ − 1)² − 8γₖ/7 E |θₖ − 1| +
/// 8γₖ²/7 − 4γₖ²/7 P(θₖ = 1), so Σ γₖ E |θₖ − 1| ≤ 7(θ₀ − 1)²/8 + Σ γₖ².
Form<RunInstance> non_convex_run();
bool stays_right_of_zero(const RunInstance& instance);

/// E = 2(1 + αβ)𝒥 on S: ‖s‖² = 0 there, for all states. And wrong forms of undamped_solutions().
Lines<Unknowns> general_lines();
/// That E decreases from outside S with α = 0: the erratum, in whose place undamped_solutions() stands.
Lines<DinInstance> undamped_lines();
/// α = 0, for all states, β > 0 and t ≥ 0, with u = (θ − ψ)/β: u′ = −v, E′ = −2β‖v‖² ≤ 0; where v = 0, (θ + tu, ψ + tu)
/// solves (2.12), at the distance t‖u‖ from θ; and u = 0 is ψ = θ, as in S.
Form<Unknowns> undamped_solutions();

/// Wrong forms of the runs.
Lines<RunInstance> smooth_lines();
Lines<RunInstance> nonsmooth_lines();
Lines<RunInstance> root_smooth_lines();
Lines<RunInstance> root_nonsmooth_lines();
Lines<RunInstance> minibatch_lines();
Lines<RunInstance> moment_lines();
Lines<RunInstance> kinked_lines();
Lines<RunInstance> reach_lines();
Lines<RunInstance> non_convex_lines();

/// 𝒥 = f of fat_cantor_function.hpp, not tame, α = β = 1, ψ₀ = 0, γₖ = 1/(k + 1). In leg j, of 3ʲ ≤ k + 1 < 3ʲ⁺¹, all
/// vₖ = ±1/Σγ ∈ ∂f(θₖ), as Σγ ≥ log 3 > 1: θ goes from 0 to 1 if j is even, and back if it is odd.
struct CriticalInstance {
  int legs;

  bool rational() const { return true; }
  std::string describe() const;
};
/// Leg after leg, θ goes as said, along subgradients.
Form<CriticalInstance> critical_run();
/// |𝒥(θ) − 𝒥(θ′)| ≤ ¼ for the ends of the last two legs.
Form<CriticalInstance> critical_values_settle();

/// 𝒥(θ) = 2|θ| + f(|θ|), not tame, with ∂𝒥 = [1, 3] on (0, 1) and [−3, −1] on (−1, 0): α = ½, β = 1/32, γₖ = 1/(k + 8).
/// With s = (α − 1/β)θ + ψ/β, leg j, of 2ʲ⁺³ ≤ k + 8 < 2ʲ⁺⁴, goes from (θ, s) = (0, ∓½) to (0, ±½), with one value of v
/// up to k + 8 = 3·2ʲ⁺² and another after it, in ∂𝒥. The values tend to 1.07… and 1.96… of the flow.
struct UncriticalInstance {
  int legs;

  bool rational() const { return true; }
  std::string describe() const;
};
/// The run, with 1/16 < |θ| in the middle of each leg, where D𝒥 = ±[1, 3].
Form<UncriticalInstance> uncritical_run();
/// |θ| ≤ 1/16 in the middle of the last leg.
Form<UncriticalInstance> uncritical_ends_near_critical();
Forms<UncriticalInstance> planted_legs();

}  // namespace verigrad::inna_convergence
