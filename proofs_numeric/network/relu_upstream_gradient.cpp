// MathDNN, Proposition 5.1: both displayed equalities of the proof.
#include "verigrad/theorem/network/relu_upstream_gradient.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::relu_upstream_gradient::proofs_numeric {
namespace {

namespace theorem = relu_upstream_gradient;

constexpr const char* stem = "relu_upstream_gradient";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::relu_layer(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::relu_upstream_gradient::proofs_numeric
