// MathDNN, Proposition 5.1: both displayed equalities of the proof.
#include "verigrad/theorem/relu_upstream_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = relu_upstream_gradient;

constexpr const char* stem = "relu_upstream_gradient";

}  // namespace

std::vector<Check> relu_upstream_gradient() {
  return sampled_each(stem, Kind::step, generate::relu_layer(), theorem::hypotheses_hold, theorem::steps());
}

std::vector<Check> relu_upstream_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
