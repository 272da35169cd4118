// MathDNN, Proposition 5.1: the gradient upstream of ReLU for quadratic F, exact in rationals, at a kink, planted
// mistakes.
#include "verigrad/theorem/network/relu_upstream_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::relu_upstream_gradient::properties {
namespace {

namespace theorem = relu_upstream_gradient;

constexpr const char* stem = "relu_upstream_gradient";

/// F(y) = y upstream of ReLU at 0, displaced to the right.
LayerInstance at_a_kink() {
  return {.x = Vector<double>::Zero(1),
          .h = Vector<double>::Ones(1),
          .c = Vector<double>::Ones(1),
          .Q = Matrix<double>::Zero(1, 1)};
}

/// One unit that fires, one that does not.
LayerInstance one_fires() {
  return {.x = vector({2, -1}),
          .h = vector({-1.875, 0.9375}),
          .c = vector({0, 0}),
          .Q = Matrix<double>{{1, 0.5}, {0.5, 0}}};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::relu_layer(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without Assumption 1: to the right of a kink", Verdict::fails}, at_a_kink(),
               theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::relu_layer(), theorem::hypotheses_hold, theorem::planted(),
                              {one_fires()}));
  return checks;
}

}  // namespace verigrad::relu_upstream_gradient::properties
