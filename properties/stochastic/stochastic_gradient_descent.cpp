// MFDS, section 14.2.3: SGD with (14.15) on sums of quadratics with every sequence of indices run, the text's example
// in closed form, steps that are constant or too short, planted mistakes.
#include "verigrad/theorem/stochastic/stochastic_gradient_descent.hpp"

#include <cmath>

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_gradient_descent::properties {
namespace {

namespace theorem = stochastic_gradient_descent;
using theorem::SgdInstance;

constexpr const char* stem = "stochastic_gradient_descent";

/// τ₀ = share/(8L) with share from 1 to `highest_eighths`, and k₀ with μτ₀k₀ from 1 on, or any k₀ where μ = 0.
Gen<SgdInstance> runs(int highest_steps, int highest_eighths) {
  return gen::apply(
      [](const FiniteSumInstance& sum, int eighths, int a) {
        const double L = std::exp2(std::ceil(std::log2(std::max(0.25, sum.largest_L()))));
        const double tau0 = eighths / (8 * L), mu = sum.f.curvature().lower;
        const double k0 = mu > 0 ? std::ceil(a / (8 * mu * tau0)) + 1 : a;
        return SgdInstance{sum.f, sum.x0, DecayingStep{tau0, k0}, sum.steps()};
      },
      generate::stochastic_run(highest_steps, 1), gen::inRange(1, highest_eighths + 1), gen::inRange(9, 33));
}

Gen<theorem::ScheduleInstance> schedules() {
  return gen::apply(
      [](double tau0, double k0) {
        return theorem::ScheduleInstance{tau0, k0, 512};
      },
      generate::positive(4, -6, 3), generate::positive(4, -2, 4));
}

constexpr auto any_schedule = [](const theorem::ScheduleInstance&) { return true; };

SgdInstance on_example(StepSizes steps, int K) { return {theorem::two_parabolas(), at(0.5), steps, K}; }

SgdInstance on_parabola(double tau0, double k0, int K) {
  return {FiniteSum({make_objective(Quadratic(at(1), at(0)))}), at(1), DecayingStep{tau0, k0}, K};
}

/// One step from x = τ/4 with μ = 0, σ = 0 and L = 1/τ: the claim is |x⁺|² ≤ |x|².
void kink_step(Claims& claims) {
  const FiniteSum f({make_objective(Absolute(at(1), at(0)))});
  for (int k = 0; k <= 10; ++k) {
    const double tau = std::ldexp(1, -k);
    const Vector<Number> x = exact(at(tau / 4));
    claims.at_most("|x⁺|² ≤ |x|², L = 2ᵏ",
                   squared_norm(StochasticGradient{ConstantStep{tau}}.step<Number>(f, {x}, 0).x), squared_norm(x), k);
  }
}
/// One step of size 1 from y − 1, where f′ = 1 = σ; μ = L = 0.
void slope_step(Claims& claims) {
  for (int y = -4; y <= 4; ++y) claims.at_most("|x⁺ − y|² ≤ |x − y|² + 2τ²σ²", square(Number(y - 2) - y), 3, y);
}

std::vector<Check> dropped() {
  const FiniteSum concave_term({make_objective(Quadratic(at(4), at(0))), make_objective(Quadratic(at(-2), at(0)))});
  return {examined({stem, Kind::dropped, "without convex terms: 2x² and −x², one step", Verdict::fails},
                   SgdInstance{concave_term, at(1), ConstantStep{0.125}, 1}, theorem::one_step()),
          {{stem, Kind::dropped, "without L-smooth terms: |x|, one step, for each L", Verdict::fails},
           [](const Settings&) { return examine("f = |x|, x = τ/4, τ = 1/L", kink_step, Kinds{}); }},
          {{stem, Kind::dropped, "without a minimiser: f = x, any y for x* (by formula)", Verdict::fails},
           [](const Settings&) { return examine("f = x, x = y − 1, τ = 1", slope_step, Kinds{}); }},
          examined({stem, Kind::dropped, "with constant steps: the noise floor in closed form"},
                   on_example(ConstantStep{0.25}, 9), theorem::noise_floor()),
          examined({stem, Kind::dropped, "with constant steps: no convergence", Verdict::fails},
                   on_example(ConstantStep{0.25}, 9), theorem::below_the_floor()),
          examined({stem, Kind::dropped, "μτ₀k₀ = 1: the rate 1/k"}, on_parabola(0.5, 2, 64), theorem::fast_rate()),
          examined({stem, Kind::dropped, "without μτ₀k₀ ≥ 1/2: the rate 1/k is lost", Verdict::fails},
                   on_parabola(0.25, 1, 64), theorem::fast_rate()),
          examined({stem, Kind::dropped, "without τ₀L ≤ 1: one step", Verdict::fails},
                   SgdInstance{FiniteSum({make_objective(Quadratic(vector({0.125, 1}), vector({0, 0})))}),
                               vector({0, 1}), ConstantStep{4}, 1},
                   theorem::one_step())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "one step in expectation"}, runs(5, 8), theorem::hypotheses_hold,
              theorem::one_step()),
      sampled({stem, Kind::conclusion, "rate O(1/k)"}, runs(5, 4), theorem::rate_hypotheses_hold, theorem::rate()),
      sampled({stem, Kind::conclusion, "steps of the order of 1/k"}, schedules(), any_schedule, theorem::schedule()),
      examined({stem, Kind::sharp, "the text's example: E xₖ² = 1/k"}, on_example(DecayingStep{0.5, 1}, 10),
               theorem::harmonic())};
  append(checks, dropped());
  append(checks, planted_checks(stem, runs(4, 4), theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, schedules(), any_schedule, theorem::schedule_lines()));
  return checks;
}

}  // namespace verigrad::stochastic_gradient_descent::properties
