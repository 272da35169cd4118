// Thesis, Lemma 4.7, which the text leaves without proof: by the difference quotient along ∇g.
#include "verigrad/theorem/step_tuned/lipschitz_gradient_bound.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::lipschitz_gradient_bound::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "lipschitz_gradient_bound";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::lipschitz_function(), hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::lipschitz_gradient_bound::proofs_numeric
