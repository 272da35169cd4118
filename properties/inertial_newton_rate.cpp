// INNA, Theorem 2.10: both assumptions of Theorem 2.8 for DIN with explicit constants, proved for all states; planted
// mistakes.
#include "verigrad/theorem/inertial_newton_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::properties {

std::vector<Check> inertial_newton_rate() {
  namespace theorem = verigrad::inertial_newton_rate;
  std::vector<Check> checks = proved_each("inertial_newton_rate", Kind::conclusion, theorem::general_conclusions());
  append(checks, proved_each("inertial_newton_rate", Kind::planted, theorem::general_planted()));
  return checks;
}

std::vector<Check> inertial_newton_rate_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
