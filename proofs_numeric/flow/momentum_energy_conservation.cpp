// Stochastic gradient methods, Lemma 5.2.1: each displayed line of the proof.
#include "verigrad/theorem/flow/momentum_energy_conservation.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::momentum_energy_conservation::proofs_numeric {
namespace {

namespace theorem = momentum_energy_conservation;

constexpr const char* stem = "momentum_energy_conservation";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks, sampled_each(
                     stem, Kind::step, generate::quadratic_phase(), [](const PhaseInstance&) { return true; },
                     theorem::steps()));
  return checks;
}

}  // namespace verigrad::momentum_energy_conservation::proofs_numeric
