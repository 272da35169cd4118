// Thesis, (2.5) and (2.6): the second-order equation and the first-order system, both ways, proved for all jets and
// states and decided on random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/din_first_order_form.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = din_first_order_form;

constexpr const char* stem = "din_first_order_form";

rc::Gen<theorem::JetInstance> jets(const rc::Gen<DinInstance>& states) { return rc::gen::map(states, theorem::jet_of); }

/// 𝒥 = max(θ, 0)²/2 at its kink of 𝒥″, which θ crosses: α = β = 1, ψ = −1, θ′ = 1.
DinInstance over_kink() {
  DinInstance instance = din_on_parabola(-1);
  instance.J = make_objective(PiecewiseQuadratic({.knots = {0}, .slopes = {0, 1}, .first_derivative = 0}));
  instance.theta = Vector<double>::Constant(1, 0);
  return instance;
}

std::vector<Check> checks_on(const rc::Gen<DinInstance>& states) {
  return {
      sampled({stem, Kind::conclusion, "lift"}, jets(states), theorem::hypotheses_hold, theorem::lifted()),
      sampled({stem, Kind::conclusion, "elimination"}, states, theorem::state_hypotheses_hold, theorem::eliminated())};
}

}  // namespace

std::vector<Check> din_first_order_form() {
  const auto quadratics = generate::quadratic_din_state();
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, theorem::general_forms());
  append(checks, checks_on(generate::din_state(rc::gen::oneOf(generate::convex_quadratic(), generate::double_well(),
                                                              generate::geman_mcclure()))));
  append(checks, {sampled({stem, Kind::step, "lift by values of ∇𝒥"}, jets(quadratics), theorem::hypotheses_hold,
                          theorem::lifted_by_values()),
                  sampled({stem, Kind::step, "elimination by values of ∇𝒥"}, quadratics, theorem::state_hypotheses_hold,
                          theorem::eliminated_by_values()),
                  examined({stem, Kind::dropped, "any ψ(0) for θ′(0)", Verdict::fails},
                           theorem::jet_of(din_on_parabola(1)), theorem::from_psi_zero()),
                  examined({stem, Kind::dropped, "𝒥 only once differentiable", Verdict::fails}, over_kink(),
                           theorem::has_second_derivative())});
  append(checks, proved_each(stem, Kind::step, {theorem::general_initial_velocity()}));
  append(checks, proved_each(stem, Kind::dropped, theorem::general_dropped()));
  append(checks, proved_each(stem, Kind::planted, theorem::general_wrong_initial_values()));
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, sampled_each(stem, Kind::planted, jets(quadratics), theorem::hypotheses_hold, theorem::planted()));
  return checks;
}

std::vector<Check> din_first_order_form_on(const ObjectivePtr& f) {
  if (!f->curvature().smooth()) return {};
  return checks_on(generate::din_state(rc::gen::just(f)));
}

}  // namespace verigrad::properties
