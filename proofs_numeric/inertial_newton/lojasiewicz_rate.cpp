// INNA, Theorem 2.8: the displayed lines of the proof, for all values of what they speak of, and its erratum.
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::lojasiewicz_rate::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = lojasiewicz_rate;
  constexpr const char* stem = "lojasiewicz_rate";
  std::vector<Check> checks = proved_each(stem, Kind::step, {theorem::one_over_t(), theorem::equality_in_24()});
  for (const Lines<Unknowns>& lines : {theorem::derivation_lines(), theorem::chain_rule_lines(),
                                       theorem::descent_lines(), theorem::trajectory_lines()})
    append(checks, proof_checks(stem, lines));
  append(checks, proof_checks(stem, generate::small_value(), theorem::below_one, theorem::small_value_lines()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_rate::proofs_numeric
