// Thesis, Lemma 4.6, whose proof the text leaves to Alber et al. (1998): a proof with the factor 2.
#include "verigrad/theorem/step_tuned/series_lemma.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::series_lemma::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "series_lemma";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::slow_sequence(true), hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::series_lemma::proofs_numeric
