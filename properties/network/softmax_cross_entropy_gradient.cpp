// MathDNN, Proposition 5.3: the gradient of softmax with cross-entropy between two bounds of second order, fused
// against unfused, exact by exponentials, without ‖y*‖ = 1, planted mistakes.
#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::softmax_cross_entropy_gradient::properties {
namespace {

namespace theorem = softmax_cross_entropy_gradient;

constexpr const char* stem = "softmax_cross_entropy_gradient";

/// 𝒮 = (1/2, 1/2), every y*ₖ = label.
LayerInstance labelled(int label) {
  return {
      .x = vector({1, 1}), .h = vector({0, 0}), .y_star = Vector<int>::Constant(2, label), .x_is_exponential = true};
}

/// e^z overflows and underflows doubles; the label is the largest entry or the smallest.
LayerInstance at_ten_thousand(int label) {
  return {.x = vector({10000, -10000, 9999.5}),
          .h = vector({0.25, -1, 0.125}),
          .y_star = Vector<int>::Unit(3, label),
          .exact = false};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, generate::softmax_layer(),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            sampled(
                                {stem, Kind::conclusion, "as printed, by exponentials"}, generate::exponentials(),
                                [](const LayerInstance&) { return true; }, theorem::of_exponentials()),
                            sampled({stem, Kind::conclusion, "fused loss and gradient = unfused ones"},
                                    generate::softmax_layer(), theorem::hypotheses_hold, theorem::fused()),
                            examined({stem, Kind::conclusion, "at ±10⁴, the largest entry labelled"},
                                     at_ten_thousand(0), theorem::conclusion()),
                            examined({stem, Kind::conclusion, "at ±10⁴, the smallest entry labelled"},
                                     at_ten_thousand(1), theorem::conclusion()),
                            examined({stem, Kind::dropped, "without ‖y*‖ = 1: two labels", Verdict::fails}, labelled(1),
                                     theorem::of_exponentials()),
                            examined({stem, Kind::dropped, "without ‖y*‖ = 1: no label", Verdict::fails}, labelled(0),
                                     theorem::of_exponentials())};
  append(checks, planted_checks(stem, generate::softmax_layer(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::softmax_cross_entropy_gradient::properties
