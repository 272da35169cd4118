// MathDNN, Proposition 2.1: the Jacobian of ReLU at points with ties and zeros, what is true at a kink, planted
// mistakes.
#include "verigrad/theorem/network/relu_jacobian.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::relu_jacobian::properties {
namespace {

namespace theorem = relu_jacobian;

constexpr const char* stem = "relu_jacobian";

LayerInstance at_the_kink(double h) { return {.x = at(0), .h = at(h)}; }

/// Displacements of any size, across kinks too.
Gen<LayerInstance> displaced_anywhere() {
  return gen::map(generate::dense_layer_moved_in_bias(),
                  [](const LayerInstance& drawn) { return LayerInstance{.x = drawn.b, .h = drawn.h}; });
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::relu_layer(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::sharp, "a subgradient everywhere, at kinks too"}, displaced_anywhere(), anything,
              theorem::subgradient()),
      sampled({stem, Kind::conclusion, "by automatic differentiation, enclosed at kinks"}, displaced_anywhere(),
              anything, theorem::enclosed()),
      examined({stem, Kind::sharp, "an enclosure of the kink has both slopes"},
               LayerInstance{.x = vector({-2, -1, 0}), .h = vector({3, 3, 0})}, theorem::enclosed()),
      examined({stem, Kind::sharp, "linear on the left of a kink"}, at_the_kink(-1), theorem::conclusion()),
      examined({stem, Kind::dropped, "without Assumption 1: to the right of a kink", Verdict::fails}, at_the_kink(1),
               theorem::conclusion())};
  append(checks, planted_checks(stem, generate::relu_layer(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::relu_jacobian::properties
