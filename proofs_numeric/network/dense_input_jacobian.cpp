// MathDNN, Proposition 4.1: the displayed lines of the proof.
#include "verigrad/theorem/network/dense_input_jacobian.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::dense_input_jacobian::proofs_numeric {
namespace {

namespace theorem = dense_input_jacobian;

constexpr const char* stem = "dense_input_jacobian";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks = sampled_each(stem, Kind::step, generate::dense_layer(), anything, theorem::steps());
  return checks;
}

}  // namespace verigrad::dense_input_jacobian::proofs_numeric
