// SGM, (5.15) against dual numbers, full Jacobians and the library's back-propagation, exact in rationals with ties and
// kinks, within 1e-60 for smooth activations; without a smooth activation; planted mistakes.
#include "verigrad/theorem/network/whole_cost_gradient.hpp"

#include "verigrad/sampling/networks.hpp"

namespace verigrad::whole_cost_gradient::properties {
namespace {

namespace theorem = whole_cost_gradient;

constexpr const char* stem = "whole_cost_gradient";

}  // namespace

std::vector<Check> checks() {
  return cost_gradient_checks(stem, theorem::conclusion(), theorem::differences(), theorem::lines());
}

}  // namespace verigrad::whole_cost_gradient::properties
