// SGM, Lemma 5.1.7: the displayed line of the proof.
#include "verigrad/theorem/network/cost_gradient_in_biases.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cost_gradient_in_biases::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_biases;

constexpr const char* stem = "cost_gradient_in_biases";

}  // namespace

std::vector<Check> checks() {
  const auto either = gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  return step_checks(
      stem, either, [](const NetworkInstance&) { return true; }, theorem::lines());
}

}  // namespace verigrad::cost_gradient_in_biases::proofs_numeric
