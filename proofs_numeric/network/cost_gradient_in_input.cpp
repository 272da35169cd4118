// SGM, Lemma 5.1.6: the lines of the proof, and the printed size of ∇S_r.
#include "verigrad/theorem/network/cost_gradient_in_input.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cost_gradient_in_input::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_input;

constexpr const char* stem = "cost_gradient_in_input";

}  // namespace

std::vector<Check> checks() {
  const auto instances = gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  return proof_checks(
      stem, instances, [](const NetworkInstance& instance) { return instance.network.depth() > 1; }, theorem::lines());
}

}  // namespace verigrad::cost_gradient_in_input::proofs_numeric
