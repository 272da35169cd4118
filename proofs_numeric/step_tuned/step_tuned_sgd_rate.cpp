// Thesis, proof of Theorem 4.2: (4.18) to (4.48), on all sequences of mini-batches, and the algebra of one batch.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::step_tuned_sgd_rate::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "step_tuned_sgd_rate";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::rate_run(true), hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::step_tuned_sgd_rate::proofs_numeric
