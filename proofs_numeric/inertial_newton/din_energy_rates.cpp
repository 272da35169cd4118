// Thesis, Lemma 2.5: each displayed line of the proof, and the false ones corrected.
#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::din_energy_rates::proofs_numeric {
namespace {

namespace theorem = din_energy_rates;

constexpr const char* stem = "din_energy_rates";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proof_checks(stem, generate::quadratic_din_state(), theorem::hypotheses_hold, theorem::lines()));
  append(checks, proved_each(stem, Kind::corrected, theorem::general_corrected()));
  return checks;
}

}  // namespace verigrad::din_energy_rates::proofs_numeric
