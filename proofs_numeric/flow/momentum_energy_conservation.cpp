// Stochastic gradient methods, Lemma 5.2.1: each displayed line of the proof.
#include "verigrad/theorem/flow/momentum_energy_conservation.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::momentum_energy_conservation::proofs_numeric {
namespace {

namespace theorem = momentum_energy_conservation;

constexpr const char* stem = "momentum_energy_conservation";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proof_checks(
                     stem, generate::quadratic_phase(), [](const PhaseInstance&) { return true; }, theorem::lines()));
  return checks;
}

}  // namespace verigrad::momentum_energy_conservation::proofs_numeric
