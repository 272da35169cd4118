// Stochastic gradient methods, Lemma 5.2.3: each displayed line of the proof.
#include "verigrad/theorem/flow/nesterov_energy_decay.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::nesterov_energy_decay::proofs_numeric {
namespace {

namespace theorem = nesterov_energy_decay;

constexpr const char* stem = "nesterov_energy_decay";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proof_checks(stem, generate::quadratic_phase(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::nesterov_energy_decay::proofs_numeric
