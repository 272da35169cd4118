// Thesis, Figure 1.4: the sigmoid and the ReLU function.
#include "verigrad/figure/figure.hpp"
#include "verigrad/network/activation.hpp"

namespace verigrad::figures {
namespace activation_curves_figure {
namespace {

Curve curve_of(const std::string& label, Activation activation) {
  Curve curve{label, {}};
  for (const double t : evenly(-6, 6, 240)) curve.points.emplace_back(t, activate<double>(activation, t));
  return curve;
}

}  // namespace
}  // namespace activation_curves_figure

std::vector<Figure> activation_curves(const FigureInput&) {
  using namespace activation_curves_figure;
  const Panel sigmoid{"sigmoid", {"t"}, {"1/(1 + e⁻ᵗ)"}, {curve_of("sigmoid", Activation::sigmoid)}};
  const Panel relu{"ReLU", {"t"}, {"max(0, t)"}, {curve_of("ReLU", Activation::relu)}};
  return {{"activation_curves", "The two most popular activation functions (thesis, Figure 1.4)", {sigmoid, relu}, 2}};
}

}  // namespace verigrad::figures
