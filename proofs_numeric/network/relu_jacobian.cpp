// MathDNN, Proposition 2.1: the displayed line of the proof, and the shape that Definition 2.1 prints.
#include "verigrad/theorem/network/relu_jacobian.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::relu_jacobian::proofs_numeric {
namespace {

namespace theorem = relu_jacobian;

constexpr const char* stem = "relu_jacobian";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::relu_layer(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::relu_jacobian::proofs_numeric
