// Stochastic gradient methods, (5.17): the explicit step along given gradients and on objectives, planted mistakes.
#include "verigrad/theorem/momentum/explicit_momentum.hpp"

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::explicit_momentum::properties {
namespace {

namespace theorem = explicit_momentum;

constexpr const char* stem = "explicit_momentum";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()));
}

Gen<OptimiserInstance> any_step() {
  return gen::apply(
      [](OptimiserInstance i, double step) {
        i.alpha = step;
        return i;
      },
      runs(), generate::dyadic(6, 4));
}

/// J = λθ²/2 from θ₀, Z⁰ = z0, Δt = 1/2, one step.
OptimiserInstance on_parabola(double lambda, double theta0, double z0) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {.f = make_objective(Quadratic(lambda * one, 0 * one)),
          .gradients = {},
          .theta0 = theta0 * one,
          .n = 4,
          .alpha = 0.5,
          .m0 = z0};
}

/// J = |θ| from Δt/2 with Z⁰ = −1, one step across the kink: Δt more energy than a straight line has, and LΔt²/2 < Δt
/// for each L < 2/Δt.
OptimiserInstance across_kink(double dt) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {.f = make_objective(Absolute(one, 0 * one)),
          .gradients = {},
          .theta0 = dt / 2 * one,
          .n = 1,
          .alpha = dt,
          .m0 = -1};
}

bool always(const OptimiserInstance&) { return true; }

/// The steps (5.17) and the system (5.16) at t = kΔt.
std::vector<Check> limit() {
  const auto convex = generate::small_steps(generate::convex_quadratic());
  std::vector<Check> checks = step_checks(stem, convex, moves_on_convex, theorem::limit_lines());
  append(checks, {sampled({stem, Kind::sharp, "limit: ½tLΔt at least on λw²/2, k ≥ 2"},
                          generate::small_steps_on_parabola(), one_eigenvalue, theorem::order_of_limit()),
                  sampled({stem, Kind::step, "limit: in the norm on λw²/2"}, generate::small_steps_on_parabola(),
                          one_eigenvalue, theorem::limit_in_norm()),
                  examined({stem, Kind::dropped, "limit without convexity: −w²/2", Verdict::fails},
                           steps_on_parabola(-1, 1, 1, 4, 4), theorem::limit_in_norm())});
  append(checks, planted_checks(stem, convex, moves_on_convex, theorem::limit_lines()));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "energy grows by 1 + λΔt² on J = 3W²/2"}, on_parabola(3, 1, -2),
               theorem::energy_attained()),
      examined({stem, Kind::dropped, "the energy of (5.16) is not kept", Verdict::fails}, on_parabola(1, 1, 0),
               theorem::energy_kept()),
      sampled({stem, Kind::dropped, "without Δt > 0: the lines hold"}, any_step(), always, theorem::conclusion()),
      examined({stem, Kind::dropped, "without convexity the energy falls", Verdict::fails}, on_parabola(-1, 0, 1),
               theorem::energy_grows()),
      examined({stem, Kind::dropped, "without L-smoothness: no upper bound with L = 1", Verdict::fails}, across_kink(1),
               theorem::energy_bounded_with_inverse_step()),
      examined({stem, Kind::dropped, "without L-smoothness: no upper bound with L = 2²⁰", Verdict::fails},
               across_kink(0x1p-20), theorem::energy_bounded_with_inverse_step()),
      sampled({stem, Kind::dropped, "without differentiability: the energy of convex J grows"},
              generate::momentum_on(generate::absolute()), theorem::hypotheses_hold, theorem::energy_grows())};
  append(checks, limit());
  append(checks, planted_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::momentum_on(gen::just(f), 3),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::explicit_momentum::properties
