// MathDNN, Proposition 3.1: the displayed line of the proof, and the codomain as printed.
#include "verigrad/theorem/network/cross_entropy_gradient.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cross_entropy_gradient::proofs_numeric {
namespace {

namespace theorem = cross_entropy_gradient;

constexpr const char* stem = "cross_entropy_gradient";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::cross_entropy(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::cross_entropy_gradient::proofs_numeric
