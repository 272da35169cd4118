// MathDNN, Proposition 4.1: the displayed lines of the proof.
#include "verigrad/theorem/dense_input_jacobian.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = dense_input_jacobian;

constexpr const char* stem = "dense_input_jacobian";

}  // namespace

std::vector<Check> dense_input_jacobian() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks = sampled_each(stem, Kind::step, generate::dense_layer(), anything, theorem::steps());
  return checks;
}

std::vector<Check> dense_input_jacobian_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
