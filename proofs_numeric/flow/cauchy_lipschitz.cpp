// Stochastic gradient methods, Theorem 5.1.1, which is printed without a proof: the contraction of Picard's map, from
// which existence follows.
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

#include "verigrad/sampling/phases.hpp"

namespace verigrad::cauchy_lipschitz::proofs_numeric {
namespace {

namespace theorem = cauchy_lipschitz;

constexpr const char* stem = "cauchy_lipschitz";

}  // namespace

std::vector<Check> checks() {
  const auto paths = generate::quadratic_phase();
  std::vector<Check> checks = proof_checks(stem, paths, theorem::picard_hypotheses_hold, theorem::picard_lines());
  append(checks, planted_checks(stem, paths, theorem::picard_hypotheses_hold, theorem::picard_lines()));
  return checks;
}

}  // namespace verigrad::cauchy_lipschitz::proofs_numeric
