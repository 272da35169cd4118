// Thesis, Theorem 2.1: runs of INNA with known limits, smooth, not smooth and with mini-batches, admissible and not;
// each hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

#include <cmath>

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::inna_convergence::properties {
namespace {

namespace theorem = inna_convergence;
using theorem::RunInstance;

constexpr const char* stem = "inna_convergence";
constexpr theorem::StepRule slow{1, 3, 1}, by_k{1, 2, 1}, summable{1, 2, 2}, two{2, 1, 0}, one{1, 1, 0},
    long_steps{4, 8, 1}, late{1, 16, 1}, by_root{1, 1, 1, 1}, by_half_root{0.25, 1, 1, 1};

/// θ² from anywhere, with α = 3 − 2β.
Gen<RunInstance> smooth_runs(std::vector<double> betas) {
  return gen::apply(
      [](double theta0, double psi0, double beta) {
        return RunInstance{theorem::parabola(), theta0, psi0, slow, 24, {}, 3 - 2 * beta, beta};
      },
      generate::dyadic(), generate::dyadic(), gen::elementOf(std::move(betas)));
}

/// max(|θ|, 1) with α = 0, β = 1, u = ±γⱼ, from where |θⱼ| > 1 is new.
Gen<RunInstance> flat_runs() {
  return gen::apply(
      [](int j, int place, bool left) {
        const double u = long_steps.at<double>(j), sign = left ? -1 : 1;
        double way = 0;
        for (int i = 0; i < j - 1; ++i) way += u * long_steps.at<double>(i);
        const double last = u * long_steps.at<double>(j - 1);
        const double theta0 = std::floor((1 - way - last * place / 16) * 1024) / 1024;
        return RunInstance{theorem::flat_floor(), sign * theta0, sign * (theta0 - u), long_steps, 128, {}, 0, 1};
      },
      gen::element(8, 24, 56), gen::inRange(1, 17), gen::boolean());
}

/// |θ| from anywhere, ψ₀ = 0: crossed early or late.
Gen<RunInstance> nonsmooth_runs() {
  return gen::map(generate::dyadic(8, 6), [](double theta0) {
    return RunInstance{theorem::magnitude_term(), theta0, 0, by_k, 32};
  });
}

/// θ² and |θ| with a = ½ and ψ₀ = 0.
Gen<RunInstance> root_smooth_runs() {
  return gen::map(generate::dyadic(), [](double theta0) {
    return RunInstance{theorem::parabola(), theta0, 0, by_half_root, 24};
  });
}
Gen<RunInstance> root_nonsmooth_runs() {
  return gen::map(generate::dyadic(8, 5), [](double theta0) {
    return RunInstance{theorem::magnitude_term(), theta0, 0, by_root, 24};
  });
}

/// Two parabolas from |θ₀| ≤ 1, ψ₀ = 0, αβ = 1 and βγₖ = 1/(k + 2); every second start is 1 or −1.
Gen<RunInstance> minibatch_runs() {
  return gen::apply(
      [](double start, bool at_bound, double beta) {
        const double theta0 = at_bound ? (start < 0 ? -1 : 1) : start;
        return RunInstance{theorem::opposite_parabolas(), theta0, 0, {1 / beta, 2, 1}, 5, {}, 1 / beta, beta};
      },
      generate::dyadic(4, 4), gen::boolean(), gen::element(0.5, 1.0, 2.0));
}

/// Two parabolas from anywhere with any parameters.
Gen<RunInstance> general_minibatch_runs() {
  return gen::apply(
      [](double theta0, double psi0, double alpha, double beta) {
        return RunInstance{theorem::opposite_parabolas(), theta0, psi0, by_k, 4, {}, alpha, beta};
      },
      generate::dyadic(4, 3), generate::dyadic(4, 3), gen::element(0.0, 0.5, 1.0, 3.0), gen::element(0.25, 1.0, 1.5));
}

/// |θ − 1| + |θ + 1| from |θ₀| < 1, every second time from near an end.
Gen<RunInstance> kinked_runs() {
  return gen::apply(
      [](int place, bool near_end) {
        const double away = near_end ? std::ldexp(1, -1 - std::abs(place) % 12) : 1 - std::abs(place) / 64.0;
        return RunInstance{theorem::two_kinks(), (place < 0 ? -1 : 1) * (1 - away), 0, by_k, 6};
      },
      gen::inRange(-63, 64), gen::boolean());
}
Gen<RunInstance> reaching_runs() {
  return gen::map(generate::dyadic(8, 6), [](double theta0) {
    return RunInstance{theorem::two_kinks(), theta0, 0, by_k, 6};
  });
}
/// |θ − 1| + |θ + 1| − |θ| from the right of 0, one time in eight from 1.
Gen<RunInstance> non_convex_runs() {
  return gen::map(gen::inRange(0, 64), [](int place) {
    return RunInstance{theorem::three_kinks(), place % 8 == 0 ? 1 : 0.25 + place / 32.0, 0, late, 4};
  });
}

bool any(const RunInstance&) { return true; }
bool not_from_zero(const RunInstance& run) { return run.theta0 != 0; }

RunInstance on_two_kinks(double theta0, theorem::StepRule rule, int steps) {
  return {theorem::two_kinks(), theta0, 0, rule, steps};
}

RunInstance on_parabola(theorem::StepRule rule) { return {theorem::parabola(), 1, -1, rule, 40}; }

/// θ² with α = 0 from the mode of the eigenvalue −1.
RunInstance undamped_on_parabola() { return {theorem::parabola(), 1, -2, slow, 40, {}, 0, 1.5}; }

/// max(−θ, 0) with α = 0, β = 1 from θ = 1 with u = 1.
RunInstance undamped_away() { return {FiniteSum({make_objective(Kink(-1, 0, 0))}), 1, 0, by_k, 40, {}, 0, 1}; }

RunInstance constant_steps() { return {theorem::opposite_parabolas(), 1, 0, one, 5}; }
RunInstance across_the_kink(theorem::StepRule rule) { return {theorem::magnitude_term(), 0.5, 0, rule, 40}; }

/// The terms (θ ∓ 1)²/2 from θ₀ = 1 with the first one as the batch of every step.
RunInstance one_batch() { return {theorem::opposite_parabolas(), 1, 0, by_k, 40, {0}}; }

/// 𝒥 = −θ: θₖ = Σγⱼ.
RunInstance unbounded() { return {FiniteSum({make_objective(Kink(-1, -1, -1))}), 0, 0, by_k, 40}; }

/// The check that an instance attains a bound, and that a form fails without a hypothesis.
constexpr auto sharp = [](const char* name, const auto& instance, const auto& form) {
  return examined({stem, Kind::sharp, name}, instance, form);
};
constexpr auto fails = [](const char* name, const auto& instance, const auto& form) {
  return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
};

}  // namespace

std::vector<Check> checks() {
  const theorem::CriticalInstance critical_legs{6};
  const theorem::UncriticalInstance uncritical_legs{6};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "θ², γₖ = 1/(k + 3)"}, smooth_runs({0.5, 1, 1.25}), theorem::has_integer_modes,
              theorem::smooth_run()),
      sampled({stem, Kind::conclusion, "α = 0, θ², γₖ = 1/(k + 3)"}, smooth_runs({1.5}), theorem::has_integer_modes,
              theorem::smooth_run()),
      sampled({stem, Kind::conclusion, "α = 0, max(|θ|, 1), from the flat"}, flat_runs(), theorem::stops_in_flat,
              theorem::rests_in_flat()),
      sampled({stem, Kind::conclusion, "|θ|, γₖ = 1/(k + 2)"}, nonsmooth_runs(), any, theorem::nonsmooth_run()),
      sampled({stem, Kind::conclusion, "θ², γₖ = 1/(4√(k + 1))"}, root_smooth_runs(), not_from_zero,
              theorem::root_smooth_run()),
      sampled({stem, Kind::conclusion, "|θ|, γₖ = 1/√(k + 1)"}, root_nonsmooth_runs(), not_from_zero,
              theorem::root_nonsmooth_run()),
      sampled({stem, Kind::conclusion, "mini-batch, βγₖ = 1/(k + 2)"}, minibatch_runs(), any, theorem::minibatch_run()),
      sampled({stem, Kind::conclusion, "mini-batch, any α and β"}, general_minibatch_runs(), any,
              theorem::minibatch_moments()),
      sampled({stem, Kind::conclusion, "mini-batch, |θ − 1| + |θ + 1|"}, kinked_runs(), any, theorem::kinked_run()),
      sampled({stem, Kind::conclusion, "mini-batch, |θ − 1| + |θ + 1|, from anywhere"}, reaching_runs(), any,
              theorem::kinked_reach()),
      sampled({stem, Kind::conclusion, "mini-batch, |θ − 1| + |θ + 1| − |θ|"}, non_convex_runs(),
              theorem::stays_right_of_zero, theorem::non_convex_run()),
      examined({stem, Kind::conclusion, "θ² is reached"}, on_parabola(by_k), theorem::reaches_critical()),
      examined({stem, Kind::conclusion, "|θ| is reached"}, across_the_kink(by_k), theorem::reaches_critical()),
      examined({stem, Kind::conclusion, "values settle"}, on_parabola(by_k), theorem::values_settle()),
      sharp("θ², γₖ = 1/(k + 2): 1/(k + 1)", on_parabola(by_k), theorem::slow_run()),
      sharp("θ², ψ₀ = −θ₀", on_parabola(slow), theorem::smooth_bound_attained()),
      sharp("α = 0, θ², ψ₀ = −2θ₀", undamped_on_parabola(), theorem::smooth_bound_attained()),
      sharp("mini-batch, |θ − 1| + |θ + 1|, from afar", on_two_kinks(5, by_k, 6), theorem::kinked_far()),
      fails("Σγ < ∞", on_parabola(summable), theorem::reaches_critical()),
      sharp("Σγ < ∞: the limit is ½", on_parabola(summable), theorem::summable_run()),
      fails("Σγ < ∞, mini-batch, |θ − 1| + |θ + 1|", on_two_kinks(4, summable, 6), theorem::kinked_reach()),
      sharp("Σγ < ∞, mini-batch: more than 1 away for ever", on_two_kinks(4, summable, 6),
            theorem::kinked_summable_steps()),
      fails("γ = 2, smooth", on_parabola(two), theorem::reaches_critical()),
      sharp("γ = 2, smooth: 1 and −1 in turn", on_parabola(two), theorem::alternating_run()),
      fails("γ = 1, |θ|", across_the_kink(one), theorem::reaches_critical()),
      sharp("γ = 1, |θ|: ½ and −½ in turn", across_the_kink(one), theorem::alternating_nonsmooth_run()),
      fails("γ = 1, mini-batch", constant_steps(), theorem::minibatch_run()),
      sharp("γ = 1, mini-batch: E θₖ² = 1", constant_steps(), theorem::minibatch_constant_steps()),
      fails("γ = 1, mini-batch, |θ − 1| + |θ + 1|", on_two_kinks(0.5, one, 24), theorem::kinked_reach()),
      sharp("γ = 1, mini-batch, |θ − 1| + |θ + 1|: E dₖ → ⅛", on_two_kinks(0.5, one, 24),
            theorem::kinked_constant_steps()),
      fails("batches not uniform", one_batch(), theorem::reaches_critical()),
      sharp("batches not uniform: θₖ = 1", one_batch(), theorem::one_batch_run()),
      fails("not bounded: 𝒥(θₖ) does not converge", unbounded(), theorem::values_settle()),
      sharp("not bounded: 𝒥 falls by ½ from k to 2k + 1", unbounded(), theorem::unbounded_run()),
      fails("α = 0, not bounded: away from S", undamped_away(), theorem::rests_in_flat()),
      sharp("α = 0, not bounded: a straight line", undamped_away(), theorem::straight_run()),
      fails("not tame: 𝒥(θₖ) does not converge", critical_legs, theorem::critical_values_settle()),
      sharp("not tame: 0 and 1 in turn", critical_legs, theorem::critical_run()),
      fails("not tame: accumulates off the D-critical points", uncritical_legs,
            theorem::uncritical_ends_near_critical()),
      sharp("not tame: around the D-critical point", uncritical_legs, theorem::uncritical_run()),
      fails("Clarke-critical for D-critical", RunInstance{split_identity(0, 0), 0, 0, by_k, 40},
            theorem::stays_clarke_critical())};
  const auto planted = [&](const auto& runs, auto hypotheses, const Lines<RunInstance>& lines) {
    append(checks, planted_checks(stem, runs, hypotheses, lines));
  };
  planted(smooth_runs({0.5, 1, 1.25, 1.5}), theorem::has_integer_modes, theorem::smooth_lines());
  planted(nonsmooth_runs(), any, theorem::nonsmooth_lines());
  planted(minibatch_runs(), any, theorem::minibatch_lines());
  planted(general_minibatch_runs(), any, theorem::moment_lines());
  planted(root_smooth_runs(), not_from_zero, theorem::root_smooth_lines());
  planted(root_nonsmooth_runs(), not_from_zero, theorem::root_nonsmooth_lines());
  planted(kinked_runs(), any, theorem::kinked_lines());
  planted(reaching_runs(), any, theorem::reach_lines());
  planted(non_convex_runs(), theorem::stays_right_of_zero, theorem::non_convex_lines());
  append(checks, planted_checks(stem, theorem::general_lines()));
  for (const auto& wrong : theorem::planted_legs())
    checks.push_back(examined(check_of(stem, Kind::planted, wrong.key), uncritical_legs, wrong));
  return checks;
}

}  // namespace verigrad::inna_convergence::properties
