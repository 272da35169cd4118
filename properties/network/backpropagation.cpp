// MathDNN, 5.2: back-propagation against full Jacobians, dual numbers and extrapolated differences: exact in rationals
// with ties and kinks, within 1e-60 for smooth activations; without Assumption 1; planted mistakes.
#include "verigrad/theorem/network/backpropagation.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::backpropagation::properties {
namespace {

namespace theorem = backpropagation;
using generate::Activations;

constexpr const char* stem = "backpropagation";

Gen<NetworkInstance> rational_networks() {
  return gen::oneOf(generate::network(Activations::piecewise_linear, Loss::squared_error),
                    generate::network(Activations::polynomial, Loss::squared_error));
}
Gen<NetworkInstance> smooth_networks() {
  return gen::oneOf(generate::network(Activations::smooth, Loss::softmax_cross_entropy),
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
  append(checks, planted_checks(stem, rational_networks(), anything, theorem::lines()));
  append(checks, planted_checks(stem, smooth_networks(), continuously_smooth, theorem::remainder_lines()));
  return checks;
}

}  // namespace verigrad::backpropagation::properties
