// Stochastic gradient methods, Theorem 5.3.1: each displayed line of the proof, and its errata.
#include "verigrad/theorem/stochastic/batch_convergence.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_convergence::proofs_numeric {
namespace {

namespace theorem = batch_convergence;

constexpr const char* stem = "batch_convergence";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::splitting(4), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::batch_convergence::proofs_numeric
