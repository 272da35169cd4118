// Thesis, Theorem 2.1: runs of INNA with known limits, smooth, not smooth and with mini-batches, admissible and not;
// each hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inna_convergence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = inna_convergence;
using theorem::RunInstance;

constexpr const char* stem = "inna_convergence";
constexpr theorem::StepRule slow{1, 3, 1}, by_k{1, 2, 1}, summable{1, 2, 2}, two{2, 1, 0}, one{1, 1, 0},
    long_steps{4, 8, 1};

/// θ² from anywhere, with α = 3 − 2β.
rc::Gen<RunInstance> smooth_runs(std::vector<double> betas) {
  return rc::gen::map(rc::gen::tuple(generate::dyadic(), generate::dyadic(), rc::gen::elementOf(std::move(betas))),
                      [](const std::tuple<double, double, double>& draw) {
                        const auto& [theta0, psi0, beta] = draw;
                        return RunInstance{theorem::parabola(), theta0, psi0, slow, 24, {}, 3 - 2 * beta, beta};
                      });
}

/// max(|θ|, 1) with α = 0, β = 1 from |θ₀| ≤ 1, with |u| ≤ 2.
rc::Gen<RunInstance> flat_runs() {
  return rc::gen::map(
      rc::gen::pair(rc::gen::inRange(-32, 33), rc::gen::inRange(-64, 65)), [](const std::pair<int, int>& draw) {
        const double theta0 = draw.first / 32.0;
        return RunInstance{theorem::flat_floor(), theta0, theta0 - draw.second / 32.0, long_steps, 128, {}, 0, 1};
      });
}

/// |θ| from anywhere, ψ₀ = 0: crossed early or late.
rc::Gen<RunInstance> nonsmooth_runs() {
  return rc::gen::map(generate::dyadic(8, 6), [](double theta0) {
    return RunInstance{theorem::magnitude_term(), theta0, 0, by_k, 32};
  });
}

/// Two parabolas from |θ₀| ≤ 1, ψ₀ = 0; every second start is 1 or −1.
rc::Gen<RunInstance> minibatch_runs() {
  return rc::gen::map(rc::gen::pair(generate::dyadic(4, 4), rc::gen::arbitrary<bool>()),
                      [](const std::pair<double, bool>& draw) {
                        const double theta0 = draw.second ? (draw.first < 0 ? -1 : 1) : draw.first;
                        return RunInstance{theorem::opposite_parabolas(), theta0, 0, by_k, 5};
                      });
}

bool any(const RunInstance&) { return true; }

RunInstance on_parabola(theorem::StepRule rule) { return {theorem::parabola(), 1, -1, rule, 40}; }

/// θ² with α = 0 from the mode of the eigenvalue −1.
RunInstance undamped_on_parabola() { return {theorem::parabola(), 1, -2, slow, 40, {}, 0, 1.5}; }

/// max(−θ, 0) with α = 0, β = 1 from θ = 1 with u = 1.
RunInstance undamped_away() { return {FiniteSum({make_objective(Kink(-1, 0, 0))}), 1, 0, by_k, 40, {}, 0, 1}; }

/// The terms (θ ∓ 1)²/2 from θ₀ = 1 with the first one as the batch of every step: θ stays at 1.
RunInstance one_batch() { return {theorem::opposite_parabolas(), 1, 0, by_k, 40, {0}}; }

/// 𝒥 = −θ: θₖ = Σγⱼ.
RunInstance unbounded() { return {FiniteSum({make_objective(Kink(-1, -1, -1))}), 0, 0, by_k, 40}; }

}  // namespace

std::vector<Check> inna_convergence() {
  const theorem::CriticalLegs critical_legs{6};
  const theorem::UncriticalLegs uncritical_legs{6};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "θ², γₖ = 1/(k + 3)"}, smooth_runs({0.5, 1, 1.25}), theorem::has_integer_modes,
              theorem::smooth_run()),
      sampled({stem, Kind::conclusion, "α = 0, θ², γₖ = 1/(k + 3)"}, smooth_runs({1.5}), theorem::has_integer_modes,
              theorem::smooth_run()),
      sampled({stem, Kind::conclusion, "α = 0, max(|θ|, 1), from the flat"}, flat_runs(), any,
              theorem::rests_in_flat()),
      sampled({stem, Kind::conclusion, "|θ|, γₖ = 1/(k + 2)"}, nonsmooth_runs(), any, theorem::nonsmooth_run()),
      sampled({stem, Kind::conclusion, "mini-batch, γₖ = 1/(k + 2)"}, minibatch_runs(), any, theorem::minibatch_run()),
      examined({stem, Kind::conclusion, "ends near the critical point"}, on_parabola(by_k),
               theorem::ends_near_critical()),
      examined({stem, Kind::conclusion, "values settle"}, on_parabola(by_k), theorem::values_settle()),
      examined({stem, Kind::sharp, "θ², ψ₀ = −θ₀"}, on_parabola(slow), theorem::smooth_bound_attained()),
      examined({stem, Kind::sharp, "α = 0, θ², ψ₀ = −2θ₀"}, undamped_on_parabola(), theorem::smooth_bound_attained()),
      examined({stem, Kind::dropped, "Σγ < ∞", Verdict::fails}, on_parabola(summable), theorem::ends_near_critical()),
      examined({stem, Kind::sharp, "Σγ < ∞: the limit is ½"}, on_parabola(summable), theorem::summable_run()),
      examined({stem, Kind::dropped, "γ = 2, smooth", Verdict::fails}, on_parabola(two), theorem::ends_near_critical()),
      examined({stem, Kind::sharp, "γ = 2, smooth: 1 and −1 in turn"}, on_parabola(two), theorem::alternating_run()),
      examined({stem, Kind::dropped, "γ = 1, |θ|", Verdict::fails},
               RunInstance{theorem::magnitude_term(), 0.5, 0, one, 40}, theorem::ends_near_critical()),
      examined({stem, Kind::dropped, "γ = 1, mini-batch", Verdict::fails},
               RunInstance{theorem::opposite_parabolas(), 1, 0, one, 5}, theorem::minibatch_run()),
      examined({stem, Kind::dropped, "batches not uniform", Verdict::fails}, one_batch(),
               theorem::ends_near_critical()),
      examined({stem, Kind::dropped, "not bounded: 𝒥(θₖ) does not converge", Verdict::fails}, unbounded(),
               theorem::values_settle()),
      examined({stem, Kind::dropped, "α = 0, not bounded: away from S", Verdict::fails}, undamped_away(),
               theorem::rests_in_flat()),
      examined({stem, Kind::sharp, "α = 0, not bounded: a straight line"}, undamped_away(), theorem::straight_run()),
      examined({stem, Kind::dropped, "not tame: 𝒥(θₖ) does not converge", Verdict::fails}, critical_legs,
               theorem::critical_values_settle()),
      examined({stem, Kind::sharp, "not tame: 0 and 1 in turn"}, critical_legs, theorem::critical_run()),
      examined({stem, Kind::dropped, "not tame: accumulates off the D-critical points", Verdict::fails},
               uncritical_legs, theorem::uncritical_ends_near_critical()),
      examined({stem, Kind::sharp, "not tame: around the D-critical point"}, uncritical_legs,
               theorem::uncritical_run()),
      examined({stem, Kind::dropped, "Clarke-critical for D-critical", Verdict::fails},
               RunInstance{split_identity(0, 0), 0, 0, by_k, 40}, theorem::stays_clarke_critical())};
  append(checks, sampled_each(stem, Kind::planted, smooth_runs({0.5, 1, 1.25, 1.5}), theorem::has_integer_modes,
                              theorem::planted_smooth()));
  append(checks, sampled_each(stem, Kind::planted, nonsmooth_runs(), any, theorem::planted_nonsmooth()));
  append(checks, sampled_each(stem, Kind::planted, minibatch_runs(), any, theorem::planted_minibatch()));
  append(checks, proved_each(stem, Kind::planted, theorem::planted_undamped()));
  append(checks,
         examined_each(stem, Kind::planted, theorem::planted_legs(), [&](const auto&) { return uncritical_legs; }));
  return checks;
}

std::vector<Check> inna_convergence_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
