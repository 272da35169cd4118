// Thesis, Lemma 2.6: the energy decreases strictly off the steady states, proved for all states with α > 0 and decided
// at states of random objectives; false for α = 0; each sign of α and β dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::din_energy_decrease::properties {
namespace {

namespace theorem = din_energy_decrease;

constexpr const char* stem = "din_energy_decrease";

/// θ = 0 and ψ = (0, −1) on 𝒥(θ) = θ₁²/2 with β = 1.
DinInstance along_the_valley(double alpha) {
  return {.J = make_objective(Quadratic(Vector<double>{{1, 0}}, Vector<double>{{0, 0}})),
          .theta = Vector<double>{{0, 0}},
          .psi = Vector<double>{{0, -1}},
          .alpha = alpha,
          .beta = 1};
}

/// θ²/2 at θ = 1 with α = 1, β = −1, ψ = 1: s = 2θ − ψ = 1, θ′ = v − s = 0.
DinInstance negative_beta() {
  DinInstance instance = din_on_parabola(1);
  instance.beta = -1;
  return instance;
}

DinInstance at_rest() {
  DinInstance instance = din_on_parabola(0);
  instance.theta = instance.psi;
  return instance;
}

bool decidable(const DinInstance& instance) {
  return theorem::parameters_as_printed(instance) && din_rate_is_decidable(instance);
}

/// 𝒥 = θ²/8 at θ = 1/16, ψ = 0.
DinInstance on_parabola() {
  return {.J = make_objective(Quadratic(at(0.25), at(0))),
          .theta = at(0.0625),
          .psi = at(0),
          .alpha = 0.015625,
          .beta = 0.0625,
          .lambda = 0.9384765625,
          .tau = 0.125};
}

}  // namespace

std::vector<Check> checks() {
  const auto quadratics = generate::quadratic_din_state();
  std::vector<Check> checks{
      as_conclusion(examined({stem, Kind::erratum, "α = 0", Verdict::fails}, along_the_valley(0),
                             with_key(theorem::errata(), "α = 0"))),
      proved({stem, Kind::corrected, "α = 0 corrected, E′ and the distance to S"}, theorem::general_conclusion()),
      sampled({stem, Kind::corrected, "α = 0 corrected"}, quadratics, theorem::moves, theorem::strictly_decreases()),
      sampled({stem, Kind::step, "E′ from values of the energy, quadratic 𝒥"}, quadratics,
              theorem::parameters_as_printed, theorem::rate()),
      sampled({stem, Kind::step, "E′ from values of the energy, smooth 𝒥"}, generate::smooth_din_state(), decidable,
              theorem::smooth_rate()),
      examined({stem, Kind::sharp, "distance to S"}, din_on_parabola(-2), theorem::distance_attained()),
      proved({stem, Kind::dropped, "E′ ≤ 0 without α > 0"}, theorem::general_undamped()),
      examined({stem, Kind::dropped, "E′ ≤ 0 without α ≥ 0", Verdict::fails}, along_the_valley(-0.125),
               theorem::decreases()),
      examined({stem, Kind::dropped, "E′ ≤ 0 without β > 0", Verdict::fails}, negative_beta(), theorem::decreases()),
      examined({stem, Kind::dropped, "E_min in place of E", Verdict::fails}, din_on_parabola(0),
               theorem::minimum_strictly_decreases()),
      examined({stem, Kind::dropped, "start in S", Verdict::fails}, at_rest(), theorem::strictly_decreases())};
  append(checks, proved_each(stem, Kind::dropped, theorem::general_increase()));
  append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
  append(checks, sampled_each(stem, Kind::planted, quadratics, theorem::parameters_as_printed, theorem::planted(),
                              {on_parabola()}));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "E′ from values of the energy"}, generate::din_state(rc::gen::just(f)),
                  decidable, theorem::smooth_rate())};
}

}  // namespace verigrad::din_energy_decrease::properties
