// MathDNN, Proposition 4.2: the Jacobian of the dense layer in a weight row, exact in rationals, planted mistakes.
// There is no hypothesis to drop: the layer is affine in a weight row everywhere.
#include "verigrad/theorem/dense_weight_jacobian.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = dense_weight_jacobian;

constexpr const char* stem = "dense_weight_jacobian";

}  // namespace

std::vector<Check> dense_weight_jacobian() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::dense_layer(), anything, theorem::planted()));
  return checks;
}

std::vector<Check> dense_weight_jacobian_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
