// Stochastic gradient methods, Lemma 5.2.4: the one line of the proof.
#include "verigrad/theorem/flow/relaxation_energy_decay.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::relaxation_energy_decay::proofs_numeric {
namespace {

namespace theorem = relaxation_energy_decay;

constexpr const char* stem = "relaxation_energy_decay";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proof_checks(stem, generate::quadratic_phase(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::relaxation_energy_decay::proofs_numeric
