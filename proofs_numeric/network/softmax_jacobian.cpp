// MathDNN, Proposition 2.2: the displayed lines of the proof, exact in rationals with eᶻ replaced by positive fractions
// and within 1e-60 for eᶻ itself; the range and the shape that Definition 2.2 prints.
#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::softmax_jacobian::proofs_numeric {
namespace {

namespace theorem = softmax_jacobian;

constexpr const char* stem = "softmax_jacobian";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  const auto either = gen::oneOf(generate::exponentials(), generate::softmax_layer());
  const Lines<LayerInstance> lines = theorem::lines();
  std::vector<Check> checks = step_checks(stem, either, anything, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, generate::softmax_layer(), anything, lines));
  return checks;
}

}  // namespace verigrad::softmax_jacobian::proofs_numeric
