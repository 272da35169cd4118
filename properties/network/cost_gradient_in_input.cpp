// SGM, Lemma 5.1.6: (5.11) against dual numbers and full Jacobians, exact in rationals with ties and kinks, within
// 1e-60 for smooth activations; without a smooth activation; planted mistakes.
#include "verigrad/theorem/network/cost_gradient_in_input.hpp"

#include "verigrad/sampling/networks.hpp"

namespace verigrad::cost_gradient_in_input::properties {
namespace {

namespace theorem = cost_gradient_in_input;

constexpr const char* stem = "cost_gradient_in_input";

}  // namespace

std::vector<Check> checks() {
  return cost_gradient_checks(stem, theorem::conclusion(), theorem::differences(), theorem::lines());
}

}  // namespace verigrad::cost_gradient_in_input::properties
