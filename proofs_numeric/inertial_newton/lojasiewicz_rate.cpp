// INNA, Theorem 2.8: the displayed lines of the proof, for all values of what they speak of, and its erratum.
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::lojasiewicz_rate::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = verigrad::lojasiewicz_rate;
  constexpr const char* stem = "lojasiewicz_rate";
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks, proved_each(stem, Kind::step, theorem::trajectory_steps()));
  checks.push_back(
      examined(check_of(stem, Kind::erratum, "strict at a = 1/2"), theorem::SmallValue{0.5, 1, 1}, theorem::erratum()));
  checks.push_back(sampled(check_of(stem, Kind::corrected, "strict at a = 1/2"), generate::small_value(),
                           theorem::below_one, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_rate::proofs_numeric
