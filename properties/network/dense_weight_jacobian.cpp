// MathDNN, Proposition 4.2: the Jacobian of the dense layer in a weight row, exact in rationals, planted mistakes.
// Without the shapes the layer is not defined; it is affine in a weight row everywhere, so that there is no other
// hypothesis.
#include "verigrad/theorem/network/dense_weight_jacobian.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_weight_jacobian::properties {
namespace {

namespace theorem = dense_weight_jacobian;

constexpr const char* stem = "dense_weight_jacobian";

/// A row w ∈ ℝ² of W for y ∈ ℝ³.
LayerInstance without_shapes() {
  return {.x = vector({1, 1, 1}), .h = vector({1, 1}), .W = Matrix<double>::Ones(1, 2), .b = at(1)};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion()),
      examined({stem, Kind::dropped, "without the shapes the layer is not defined (by formula)", Verdict::fails},
               without_shapes(), claim_layer_defined)};
  append(checks, planted_checks(stem, generate::dense_layer(), anything, theorem::lines()));
  return checks;
}

}  // namespace verigrad::dense_weight_jacobian::properties
