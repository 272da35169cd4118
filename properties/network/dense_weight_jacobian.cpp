// MathDNN, Proposition 4.2: the Jacobian of the dense layer in a weight row, exact in rationals, planted mistakes.
// Without the shapes the layer is not defined; it is affine in a weight row everywhere, so that there is no other
// hypothesis.
#include "verigrad/theorem/network/dense_weight_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_weight_jacobian::properties {
namespace {

namespace theorem = dense_weight_jacobian;

constexpr const char* stem = "dense_weight_jacobian";

constexpr auto defined = [](const LayerInstance& i, Claims& claims) { claim_layer_defined(i, claims); };

/// A row w ∈ ℝ² of W for y ∈ ℝ³.
LayerInstance without_shapes() {
  return {.x = Vector<double>::Ones(3),
          .h = Vector<double>::Ones(2),
          .W = Matrix<double>::Ones(1, 2),
          .b = Vector<double>::Ones(1)};
}

/// One input, two outputs, the first row of weights moved.
LayerInstance one_row_moved() {
  return {.x = at(0.125),
          .h = at(1),
          .W = Matrix<double>::Zero(2, 1),
          .b = vector({0, 0}),
          .c = vector({0, 0}),
          .Q = Matrix<double>::Zero(2, 2)};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion()),
      examined({stem, Kind::dropped, "without the shapes the layer is not defined", Verdict::fails}, without_shapes(),
               defined)};
  append(checks,
         sampled_each(stem, Kind::planted, generate::dense_layer(), anything, theorem::planted(), {one_row_moved()}));
  return checks;
}

}  // namespace verigrad::dense_weight_jacobian::properties
