// MathDNN, 5.2: back-propagation against full Jacobians, dual numbers and extrapolated differences: exact in rationals
// with ties and kinks, within 1e-60 for smooth activations; without Assumption 1; planted mistakes.
#include "verigrad/theorem/network/backpropagation.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::backpropagation::properties {
namespace {

namespace theorem = backpropagation;
using generate::Activations;

constexpr const char* stem = "backpropagation";

rc::Gen<NetworkInstance> rational_networks() {
  return rc::gen::oneOf(generate::network(Activations::piecewise_linear, Loss::squared_error),
                        generate::network(Activations::polynomial, Loss::squared_error));
}
rc::Gen<NetworkInstance> smooth_networks() {
  return rc::gen::oneOf(generate::network(Activations::smooth, Loss::softmax_cross_entropy),
                        generate::network(Activations::smooth, Loss::logistic),
                        generate::network(Activations::smooth, Loss::squared_error));
}

/// ELU has no second derivative at 0.
bool continuously_smooth(const NetworkInstance& instance) {
  for (int k = 1; k <= instance.network.depth(); ++k)
    if (instance.network.activation(k) == Activation::elu) return false;
  return true;
}

/// In b₁ the objective is ½(1 + b₁)², of derivative 1, and the recursion gives 0.
NetworkInstance kinks_that_cancel() {
  NetworkInstance result = row_gradients::kinks_that_cancel();
  result.step = 0.25;
  return result;
}

/// Two square units, one of which sees nothing.
NetworkInstance two_squares() {
  return {.network = DenseNetwork({2, 2}, {Activation::square}),
          .theta = vector({0, 0, 0.125, 0, 0, 0}),
          .inputs = Matrix<double>{{0, 0}, {0, 1}},
          .targets = Matrix<double>::Zero(2, 2)};
}
/// One sigmoid at 0 with the logistic loss.
NetworkInstance one_sigmoid() {
  return {.network = DenseNetwork({1, 1}, {Activation::sigmoid}),
          .loss = Loss::logistic,
          .theta = vector({0, 0}),
          .inputs = Matrix<double>::Zero(1, 1),
          .labels = {0},
          .step = 0x1p-10};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto text = generate::network(Activations::of_the_text, Loss::softmax_cross_entropy);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "the text's network = full Jacobians"}, text, anything,
              theorem::full_jacobians()),
      sampled({stem, Kind::conclusion, "the text's network = dual numbers"}, text, anything, theorem::dual_numbers()),
      sampled({stem, Kind::conclusion, "rational networks = full Jacobians"}, rational_networks(), anything,
              theorem::full_jacobians()),
      sampled({stem, Kind::conclusion, "rational networks = dual numbers"}, rational_networks(), anything,
              theorem::dual_numbers()),
      sampled({stem, Kind::conclusion, "rational networks = extrapolated differences"}, rational_networks(),
              theorem::crosses_no_kink, theorem::extrapolated_differences()),
      sampled({stem, Kind::conclusion, "smooth networks = full Jacobians"}, smooth_networks(), anything,
              theorem::full_jacobians()),
      sampled({stem, Kind::conclusion, "smooth networks = dual numbers"}, smooth_networks(), anything,
              theorem::dual_numbers()),
      sampled({stem, Kind::conclusion, "smooth networks = extrapolated differences within the remainder"},
              smooth_networks(), continuously_smooth, theorem::extrapolation_remainder()),
      examined({stem, Kind::dropped, "without Assumption 1: two kinks that cancel", Verdict::fails},
               kinks_that_cancel(), theorem::extrapolated_differences())};
  append(checks, sampled_each(stem, Kind::planted, rational_networks(), anything, theorem::planted(), {two_squares()}));
  append(checks, sampled_each(stem, Kind::planted, smooth_networks(), continuously_smooth,
                              theorem::planted_beyond_remainder(), {one_sigmoid()}));
  return checks;
}

}  // namespace verigrad::backpropagation::properties
