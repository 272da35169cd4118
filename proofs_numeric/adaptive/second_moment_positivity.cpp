// Stochastic gradient methods, Lemma 5.2.5: the three false lines of the proof, and those that replace them.
#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/second_moments.hpp"

namespace verigrad::second_moment_positivity::proofs_numeric {
namespace {

namespace theorem = second_moment_positivity;

constexpr const char* stem = "second_moment_positivity";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, generate::second_moment(), theorem::hypotheses_hold, theorem::lines());
  append(checks, proved_each(stem, Kind::corrected, theorem::general_corrected()));
  return checks;
}

}  // namespace verigrad::second_moment_positivity::proofs_numeric
