// Stochastic gradient methods, Lemma 5.2.4: the one line of the proof.
#include "verigrad/theorem/flow/relaxation_energy_decay.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::relaxation_energy_decay::proofs_numeric {
namespace {

namespace theorem = relaxation_energy_decay;

constexpr const char* stem = "relaxation_energy_decay";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks,
         sampled_each(stem, Kind::step, generate::quadratic_phase(), theorem::hypotheses_hold, theorem::steps()));
  return checks;
}

}  // namespace verigrad::relaxation_energy_decay::proofs_numeric
