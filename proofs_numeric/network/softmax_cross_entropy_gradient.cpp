// MathDNN, Proposition 5.3: the displayed lines of the proof, exact in rationals with eᶻ replaced by positive fractions
// and within 1e-60 for eᶻ itself; the codomain as printed.
#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::softmax_cross_entropy_gradient::proofs_numeric {
namespace {

namespace theorem = softmax_cross_entropy_gradient;

constexpr const char* stem = "softmax_cross_entropy_gradient";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  const auto either = gen::oneOf(generate::exponentials(), generate::softmax_layer());
  const Lines<LayerInstance> lines = theorem::lines();
  std::vector<Check> checks = step_checks(stem, either, anything, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, generate::exponentials(), anything, lines));
  return checks;
}

}  // namespace verigrad::softmax_cross_entropy_gradient::proofs_numeric
