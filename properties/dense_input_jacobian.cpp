// MathDNN, Proposition 4.1: the Jacobian of the dense layer in its input, exact in rationals, planted mistakes. There
// is no hypothesis to drop: the layer is affine in its input everywhere.
#include "verigrad/theorem/dense_input_jacobian.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = dense_input_jacobian;

constexpr const char* stem = "dense_input_jacobian";

}  // namespace

std::vector<Check> dense_input_jacobian() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::dense_layer(), anything, theorem::planted()));
  return checks;
}

std::vector<Check> dense_input_jacobian_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
