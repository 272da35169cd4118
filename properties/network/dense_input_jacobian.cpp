// MathDNN, Proposition 4.1: the Jacobian of the dense layer in its input, exact in rationals, planted mistakes.
// Without the shapes the layer is not defined; it is affine in its input everywhere, so that there is no other
// hypothesis.
#include "verigrad/theorem/network/dense_input_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_input_jacobian::properties {
namespace {

namespace theorem = dense_input_jacobian;

constexpr const char* stem = "dense_input_jacobian";

constexpr auto defined = [](const LayerInstance& i, Claims& claims) { claim_layer_defined(i, claims); };

/// y ∈ ℝ³ for n = 2.
LayerInstance without_shapes() {
  return {.x = Vector<double>::Ones(3),
          .h = Vector<double>::Ones(3),
          .W = Matrix<double>::Ones(2, 2),
          .b = Vector<double>::Ones(2)};
}

/// One input, two outputs, one of which does not depend on it.
LayerInstance one_weight() {
  return {.x = at(0),
          .h = at(0.0625),
          .W = Matrix<double>{{0}, {0.125}},
          .b = vector({0, 1}),
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
         sampled_each(stem, Kind::planted, generate::dense_layer(), anything, theorem::planted(), {one_weight()}));
  return checks;
}

}  // namespace verigrad::dense_input_jacobian::properties
