// INNA, Theorem 2.10: the displayed lines of the proof, and its errata.
#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::inertial_newton_rate::proofs_numeric {
namespace {

namespace theorem = inertial_newton_rate;

constexpr const char* stem = "inertial_newton_rate";

theorem::RestingAtKink counterexample(const std::string& key) {
  return {.alpha = 1, .beta = 1, .psi = key == "strict decrease" ? 0 : 0.5};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks, proved_each(stem, Kind::step, theorem::claim_steps()));
  append(checks, proved_each(stem, Kind::step, theorem::value_steps()));
  checks.push_back(proved({stem, Kind::step, "motion in the wall, α = 0"}, theorem::motion_in_wall()));
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  checks.push_back(
      as_conclusion(examined(check_of(stem, Kind::erratum, "α = 0"),
                             theorem::BetweenWalls{.speed = 1, .r = 0.5, .passes = 4}, theorem::converges())));
  for (const Form<Unknowns>& form : theorem::general_corrected())
    checks.push_back(proved({stem, Kind::corrected, form.key}, form));
  append(checks, examined_each(stem, Kind::corrected, theorem::corrected(), counterexample));
  return checks;
}

}  // namespace verigrad::inertial_newton_rate::proofs_numeric
