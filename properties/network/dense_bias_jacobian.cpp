// MathDNN, Proposition 4.3: the Jacobian of the dense layer in its bias, exact in rationals, planted mistakes. Without
// the shapes the layer is not defined; it is affine in its bias everywhere, so that there is no other hypothesis.
#include "verigrad/theorem/network/dense_bias_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_bias_jacobian::properties {
namespace {

namespace theorem = dense_bias_jacobian;

constexpr const char* stem = "dense_bias_jacobian";

constexpr auto defined = [](const LayerInstance& i, Claims& claims) { claim_layer_defined(i, claims); };

/// b ∈ ℝ³ for m = 2.
LayerInstance without_shapes() {
  return {.x = Vector<double>::Ones(2),
          .h = Vector<double>::Ones(3),
          .W = Matrix<double>::Ones(2, 2),
          .b = Vector<double>::Ones(3)};
}

/// One input, two outputs, the first bias moved.
LayerInstance one_bias_moved() {
  return {.x = at(0),
          .h = vector({0.125, 0}),
          .W = Matrix<double>::Zero(2, 1),
          .b = vector({0, 0}),
          .c = vector({0, 0}),
          .Q = Matrix<double>::Zero(2, 2)};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer_moved_in_bias(), anything,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without the shapes the layer is not defined", Verdict::fails}, without_shapes(),
               defined)};
  append(checks, sampled_each(stem, Kind::planted, generate::dense_layer_moved_in_bias(), anything, theorem::planted(),
                              {one_bias_moved()}));
  return checks;
}

}  // namespace verigrad::dense_bias_jacobian::properties
