// Stochastic gradient methods, (5.3): J along its gradient flow, proved for all points and decided at points of random
// objectives; the regularity that is needed; planted mistakes.
#include "verigrad/theorem/gradient_flow_decrease.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = gradient_flow_decrease;
using theorem::FlowPoint;

constexpr const char* stem = "gradient_flow_decrease";

rc::Gen<FlowPoint> points(const rc::Gen<PhaseInstance>& phases) {
  return rc::gen::map(phases, [](const PhaseInstance& phase) { return FlowPoint{phase.J, phase.w, phase.tau}; });
}

}  // namespace

std::vector<Check> gradient_flow_decrease() {
  const auto quadratics = points(generate::quadratic_phase());
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "as printed, all points"}, theorem::general_conclusion()),
      sampled({stem, Kind::step, "rate from values of J, quadratic J"}, quadratics, theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::step, "rate from values of J, smooth J"}, points(generate::smooth_phase()),
              theorem::hypotheses_hold, theorem::smooth_conclusion()),
      sampled({stem, Kind::dropped, "without a continuous Hessian"},
              points(generate::phase(generate::non_convex_piecewise())), theorem::hypotheses_hold,
              theorem::smooth_conclusion())};
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, sampled_each(stem, Kind::planted, quadratics, theorem::hypotheses_hold, theorem::planted()));
  append(checks, sampled_each(stem, Kind::planted, points(generate::smooth_phase()), theorem::hypotheses_hold,
                              theorem::smooth_planted()));
  return checks;
}

std::vector<Check> gradient_flow_decrease_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "rate from values of J"}, points(generate::phase(rc::gen::just(f))),
                  theorem::hypotheses_hold, theorem::smooth_conclusion())};
}

}  // namespace verigrad::properties
