// Stochastic gradient methods, (5.29) and the display after it: each line, and the errata.
#include "verigrad/theorem/stochastic/batch_splitting.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_splitting::proofs_numeric {
namespace {

namespace theorem = batch_splitting;

constexpr const char* stem = "batch_splitting";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::splitting(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::batch_splitting::proofs_numeric
