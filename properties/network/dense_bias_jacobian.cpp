// MathDNN, Proposition 4.3: the Jacobian of the dense layer in its bias, exact in rationals, planted mistakes. Without
// the shapes the layer is not defined; it is affine in its bias everywhere, so that there is no other hypothesis.
#include "verigrad/theorem/network/dense_bias_jacobian.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_bias_jacobian::properties {
namespace {

namespace theorem = dense_bias_jacobian;

constexpr const char* stem = "dense_bias_jacobian";

/// b ∈ ℝ³ for m = 2.
LayerInstance without_shapes() {
  return {.x = vector({1, 1}), .h = vector({1, 1, 1}), .W = Matrix<double>::Ones(2, 2), .b = vector({1, 1, 1})};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer_moved_in_bias(), anything,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without the shapes the layer is not defined (by formula)", Verdict::fails},
               without_shapes(), claim_layer_defined)};
  append(checks, planted_checks(stem, generate::dense_layer_moved_in_bias(), anything, theorem::lines()));
  return checks;
}

}  // namespace verigrad::dense_bias_jacobian::properties
