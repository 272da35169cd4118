// SGM, (5.14): the recursion against dual numbers and full Jacobians, exact in rationals with ties and kinks, within
// 1e-60 for smooth activations; its multiplications, counted; without a smooth activation; planted mistakes.
#include "verigrad/theorem/network/descending_recursion.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::descending_recursion::properties {
namespace {

namespace theorem = descending_recursion;

constexpr const char* stem = "descending_recursion";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      cost_gradient_checks(stem, theorem::conclusion(), theorem::differences(), theorem::lines());
  checks.push_back(sampled(
      {stem, Kind::conclusion, "multiplications: no more than (5.12) for b_0 alone, from either side"},
      generate::affine_ended_rational(), [](const NetworkInstance&) { return true; }, theorem::cost()));
  return checks;
}

}  // namespace verigrad::descending_recursion::properties
