// MathDNN, Proposition 3.1: the gradient of the cross-entropy between two bounds of second order, what its hypotheses
// are good for, planted mistakes.
#include "verigrad/theorem/network/cross_entropy_gradient.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cross_entropy_gradient::properties {
namespace {

namespace theorem = cross_entropy_gradient;

constexpr const char* stem = "cross_entropy_gradient";

Gen<LayerInstance> changed(void (*change)(LayerInstance&)) {
  return gen::map(generate::cross_entropy(), [change](const LayerInstance& drawn) {
    LayerInstance result = drawn;
    change(result);
    return result;
  });
}

/// The formula's bounds need y*ₖ ≥ 0: −log y grows, and its negative is concave.
LayerInstance negative_label() {
  return {.x = at(0.5), .h = at(0.125), .y_star = Vector<int>::Constant(1, -1), .exact = false};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::cross_entropy(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::dropped, "without y < 1: not needed"}, changed([](LayerInstance& i) {
                i.x *= 64;
                i.h *= 64;
              }),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::dropped, "without y* ≤ 1: not needed"}, changed([](LayerInstance& i) { i.y_star *= 3; }),
              theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::dropped, "without y* ≥ 0 the bounds turn round", Verdict::fails}, negative_label(),
               theorem::conclusion())};
  append(checks, planted_checks(stem, generate::cross_entropy(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::cross_entropy_gradient::properties
