// Thesis, (1.19): each displayed equality, and the errata.
#include "verigrad/theorem/stochastic/minibatch_expectation.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::minibatch_expectation::proofs_numeric {
namespace {

namespace theorem = minibatch_expectation;

constexpr const char* stem = "minibatch_expectation";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::batches(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::minibatch_expectation::proofs_numeric
