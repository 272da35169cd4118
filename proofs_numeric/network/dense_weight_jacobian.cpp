// MathDNN, Proposition 4.2: the displayed lines of the proof.
#include "verigrad/theorem/network/dense_weight_jacobian.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::dense_weight_jacobian::proofs_numeric {
namespace {

namespace theorem = dense_weight_jacobian;

constexpr const char* stem = "dense_weight_jacobian";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  return proof_checks(stem, generate::dense_layer(), anything, theorem::lines());
}

}  // namespace verigrad::dense_weight_jacobian::proofs_numeric
