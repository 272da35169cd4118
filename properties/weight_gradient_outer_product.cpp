// MathDNN, Proposition 5.2: the weight gradients for quadratic F, exact in rationals, planted mistakes. There is no
// hypothesis to drop but the differentiability of F.
#include "verigrad/theorem/weight_gradient_outer_product.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = weight_gradient_outer_product;

constexpr const char* stem = "weight_gradient_outer_product";

}  // namespace

std::vector<Check> weight_gradient_outer_product() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::dense_layer(), anything, theorem::planted()));
  return checks;
}

std::vector<Check> weight_gradient_outer_product_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
