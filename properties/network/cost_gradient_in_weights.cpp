// SGM, Lemma 5.1.8: (5.13) against dual numbers and full Jacobians, exact in rationals with ties and kinks, within
// 1e-60 for smooth activations; its multiplications, counted; without a smooth activation; planted mistakes.
#include "verigrad/theorem/network/cost_gradient_in_weights.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cost_gradient_in_weights::properties {
namespace {

namespace theorem = cost_gradient_in_weights;

constexpr const char* stem = "cost_gradient_in_weights";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      cost_gradient_checks(stem, theorem::conclusion(), theorem::differences(), theorem::lines());
  checks.push_back(sampled(
      {stem, Kind::conclusion, "minimal calculation cost: a_r a_{r+1} multiplications"},
      generate::affine_ended_rational(), [](const NetworkInstance&) { return true; }, theorem::cost()));
  return checks;
}

}  // namespace verigrad::cost_gradient_in_weights::properties
