// Mathematical Foundations of Data Sciences, Proposition 44: the lines of the proof, a lost square, and the hypothesis
// that its last line needs.
#include "verigrad/theorem/regression/penalised_least_squares_limit.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::penalised_least_squares_limit::proofs_numeric {
namespace {

namespace theorem = penalised_least_squares_limit;

constexpr const char* stem = "penalised_least_squares_limit";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, generate::limit(), theorem::hypotheses_hold, theorem::lines());
  append(checks, erratum_checks(stem, theorem::jump_lines()));
  checks.push_back(examined(check_of(stem, Kind::corrected, "no semicontinuity"), theorem::JumpInstance{1},
                            theorem::penalty_in_the_limit()));
  return checks;
}

}  // namespace verigrad::penalised_least_squares_limit::proofs_numeric
