// MathDNN, Proposition 4.3: the displayed lines of the proof, and the range of j as printed.
#include "verigrad/theorem/network/dense_bias_jacobian.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::dense_bias_jacobian::proofs_numeric {
namespace {

namespace theorem = dense_bias_jacobian;

constexpr const char* stem = "dense_bias_jacobian";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  return proof_checks(stem, generate::dense_layer_moved_in_bias(), anything, theorem::lines());
}

}  // namespace verigrad::dense_bias_jacobian::proofs_numeric
