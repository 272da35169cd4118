// MathDNN, Proposition 5.2: the displayed lines of the proof, its note, and its last line as printed.
#include "verigrad/theorem/network/weight_gradient_outer_product.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::weight_gradient_outer_product::proofs_numeric {
namespace {

namespace theorem = weight_gradient_outer_product;

constexpr const char* stem = "weight_gradient_outer_product";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  return proof_checks(stem, generate::dense_layer(), anything, theorem::lines());
}

}  // namespace verigrad::weight_gradient_outer_product::proofs_numeric
