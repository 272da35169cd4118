// Thesis, (4.15), what the text says of Algorithm 3, and its parameters.
#include "verigrad/theorem/step_tuned/step_tuned_sgd.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "step_tuned_sgd";
  std::vector<Check> checks = proof_checks(stem, generate::tuned_run(3), is_tuned_run, lines());
  append(checks, proof_checks(stem, generate::tuning_parameters(), usable, parameter_lines()));
  return checks;
}

}  // namespace verigrad::step_tuned_sgd::proofs_numeric
