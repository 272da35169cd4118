// MathDNN, Proposition 5.1: the gradient upstream of ReLU for quadratic F, exact in rationals, at a kink, planted
// mistakes.
#include "verigrad/theorem/network/relu_upstream_gradient.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::relu_upstream_gradient::properties {
namespace {

namespace theorem = relu_upstream_gradient;

constexpr const char* stem = "relu_upstream_gradient";

/// F(y) = y upstream of ReLU at 0, displaced to the right.
LayerInstance at_a_kink() { return {.x = at(0), .h = at(1), .c = at(1), .Q = Matrix<double>{{0}}}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::relu_layer(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without Assumption 1: to the right of a kink", Verdict::fails}, at_a_kink(),
               theorem::conclusion())};
  append(checks, planted_checks(stem, generate::relu_layer(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::relu_upstream_gradient::properties
