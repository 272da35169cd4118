// Stochastic gradient methods, (5.3): J along its gradient flow, proved for all points and decided at points of random
// objectives; the regularity that is needed; planted mistakes.
#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::gradient_flow_decrease::properties {
namespace {

namespace theorem = gradient_flow_decrease;
using theorem::PointInstance;

constexpr const char* stem = "gradient_flow_decrease";

Gen<PointInstance> points(const Gen<PhaseInstance>& phases) {
  return gen::map(phases, [](const PhaseInstance& phase) { return PointInstance{phase.J, phase.w, phase.tau}; });
}

/// The steps (5.2) and the flow at t = kτ.
std::vector<Check> limit() {
  const auto convex = generate::small_steps(generate::convex_quadratic());
  std::vector<Check> checks = step_checks(stem, convex, short_steps_on_convex, theorem::limit_lines());
  append(checks,
         {sampled({stem, Kind::sharp, "limit: of the order of τ from both sides on λw²/2"},
                  generate::small_steps_on_parabola(), one_eigenvalue, theorem::order_of_limit()),
          examined({stem, Kind::sharp, "limit: 99/100 of the bound for λt = 2⁻⁸, 2¹⁰ steps"},
                   steps_on_parabola(1, 1, 0, 0x1p-8, 10), theorem::limit_nearly_attained()),
          examined({stem, Kind::dropped, "limit without τL ≤ 2", Verdict::fails}, steps_on_parabola(1, 1, 0, 16, 2),
                   theorem::limit()),
          examined({stem, Kind::dropped, "limit without convexity", Verdict::fails}, steps_on_parabola(-1, 1, 0, 8, 3),
                   theorem::limit()),
          sampled({stem, Kind::dropped, "limit without convexity and τL ≤ 2: e^{tL} times as far"},
                  generate::small_steps(generate::indefinite_quadratic()), moves, theorem::limit_without_convexity())});
  append(checks, planted_checks(stem, convex, short_steps_on_convex, theorem::limit_lines()));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  const auto quadratics = points(generate::quadratic_phase()), smooth = points(generate::smooth_phase());
  std::vector<Check> checks{proved({stem, Kind::conclusion, "as printed, all points"}, theorem::general_conclusion()),
                            sampled({stem, Kind::step, "rate from values of J, quadratic J"}, quadratics,
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            sampled({stem, Kind::step, "rate from values of J, smooth J"}, smooth,
                                    theorem::hypotheses_hold, theorem::smooth_conclusion()),
                            sampled({stem, Kind::dropped, "without a continuous Hessian"},
                                    points(generate::phase(generate::non_convex_piecewise())), theorem::hypotheses_hold,
                                    theorem::smooth_conclusion())};
  append(checks, limit());
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, quadratics, theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, smooth, theorem::hypotheses_hold, theorem::smooth_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of J"}, points(generate::phase(gen::just(f))),
                  theorem::hypotheses_hold, theorem::smooth_conclusion())};
}

}  // namespace verigrad::gradient_flow_decrease::properties
