// SGM, Lemma 5.1.8: the displayed lines of the proof, r = 0, and the printed shape of Z_r.
#include "verigrad/theorem/network/cost_gradient_in_weights.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cost_gradient_in_weights::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_weights;

constexpr const char* stem = "cost_gradient_in_weights";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto instances = gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  return proof_checks(stem, instances, anything, theorem::lines());
}

}  // namespace verigrad::cost_gradient_in_weights::proofs_numeric
