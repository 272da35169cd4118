// Thesis, (2.5) and (2.6): the second-order equation and the first-order system, both ways, proved for all jets and
// states and decided on random objectives; every hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/din_first_order_form.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::din_first_order_form::properties {
namespace {

namespace theorem = din_first_order_form;

constexpr const char* stem = "din_first_order_form";

Gen<theorem::JetInstance> jets(const Gen<DinInstance>& states) { return gen::map(states, theorem::jet_of); }

/// 𝒥 = max(θ, 0)²/2 at its kink of 𝒥″, which θ crosses: α = β = 1, ψ = −1, θ′ = 1.
DinInstance over_kink() {
  DinInstance instance = din_on_parabola(-1);
  instance.J = make_objective(PiecewiseQuadratic({.knots = {0}, .slopes = {0, 1}, .first_derivative = 0}));
  instance.theta = Vector<double>::Constant(1, 0);
  return instance;
}

/// 𝒥′ = ½ + z(1/|θ|), 𝒥′(0) = ½, with the saw z of period 2 from z(0) = 1 to z(1) = −1: 𝒥 = θ/2 + O(θ²) is
/// differentiable, 𝒥′ is not continuous at 0. With α = β = 1, ψ₀ = 0, (2.6) is θ′ = −𝒥′(θ), ψ = 0.
struct SawInstance {
  bool rational() const { return true; }
  std::string describe() const { return "𝒥′ = ½ + z(1/|θ|), 𝒥′(0) = ½, from θ₀ = ψ₀ = 0, at θ = −1/(2k + 1)"; }
};
/// A solution from 0 has θ′(0) = −½: it would go down past each of these points.
void can_go_down(const SawInstance&, Claims& claims) {
  const auto saw = [](const Number& u, int period) {
    return Number(2 * magnitude(Number(u - Number(2 * period + 1))) - 1);
  };
  const auto velocity = [&](int k) { return Number(-frac(1, 2) - saw(Number(2 * k + 1), k)); };
  for (int k = 1; k <= 12; ++k) claims.at_most("θ′ = −𝒥′(θ) ≤ 0 at θ = −1/(2k + 1)", velocity(k), 0, k);
}

/// θ′(0) of (2.6) with α = β = 1 from one θ₀ and two ψ₀.
void one_velocity(const DinInstance& i, Claims& claims) {
  const Vector<Number> theta = exact(i.theta), g = i.J->over<Number>().gradient(theta);
  const auto velocity = [&](const Number& psi) {
    return din_velocity<Number>({theta, Vector<Number>::Constant(theta.size(), psi)}, g, 1, 1).theta;
  };
  claims.equal("θ′(0) for ψ₀ = 0 = θ′(0) for ψ₀ = 1", velocity(0), velocity(1));
}

std::vector<Check> checks_on(const Gen<DinInstance>& states) {
  return {
      sampled({stem, Kind::conclusion, "lift"}, jets(states), theorem::hypotheses_hold, theorem::lifted()),
      sampled({stem, Kind::conclusion, "elimination"}, states, theorem::state_hypotheses_hold, theorem::eliminated())};
}

}  // namespace

std::vector<Check> checks() {
  const auto quadratics = generate::quadratic_din_state();
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, theorem::general_forms());
  append(checks, checks_on(generate::din_state(
                     gen::oneOf(generate::convex_quadratic(), generate::double_well(), generate::geman_mcclure()))));
  append(checks, {sampled({stem, Kind::step, "lift by values of ∇𝒥"}, jets(quadratics), theorem::hypotheses_hold,
                          theorem::lifted_by_values()),
                  sampled({stem, Kind::step, "elimination by values of ∇𝒥"}, quadratics, theorem::state_hypotheses_hold,
                          theorem::eliminated_by_values()),
                  examined({stem, Kind::dropped, "any ψ(0) for θ′(0)", Verdict::fails},
                           theorem::jet_of(din_on_parabola(1)), theorem::from_psi_zero()),
                  examined({stem, Kind::dropped, "𝒥 only once differentiable", Verdict::fails}, over_kink(),
                           theorem::has_second_derivative()),
                  examined({stem, Kind::dropped,
                            "𝒥 differentiable, ∇𝒥 not continuous: (2.6) has no solution (by formula)", Verdict::fails},
                           SawInstance{}, can_go_down),
                  examined({stem, Kind::dropped, "θ₀ without ψ₀ or θ′(0): more than one solution", Verdict::fails},
                           din_on_parabola(0), one_velocity)});
  append(checks, proved_each(stem, Kind::dropped, theorem::general_dropped()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, jets(quadratics), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->curvature().smooth()) return {};
  return checks_on(generate::din_state(gen::just(f)));
}

}  // namespace verigrad::din_first_order_form::properties
