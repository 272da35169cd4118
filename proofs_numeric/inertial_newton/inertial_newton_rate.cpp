// INNA, Theorem 2.10: the displayed lines of the proof, and its errata.
#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"

namespace verigrad::inertial_newton_rate::proofs_numeric {
namespace {

namespace theorem = inertial_newton_rate;

constexpr const char* stem = "inertial_newton_rate";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proved_each(stem, Kind::step, theorem::further_steps()));
  append(checks, proved_each(stem, Kind::corrected, theorem::general_corrected()));
  append(checks, erratum_checks(stem, theorem::walls_lines()));
  append(checks, erratum_checks(stem, theorem::kink_lines()));
  for (const auto& form : theorem::kink_lines().corrected_forms())
    checks.push_back(examined(check_of(stem, Kind::corrected, form.key), theorem::resting_at_kink, form));
  return checks;
}

}  // namespace verigrad::inertial_newton_rate::proofs_numeric
