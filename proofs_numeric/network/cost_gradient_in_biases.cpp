// SGM, Lemma 5.1.7: the displayed line of the proof, and the activation that it prints.
#include "verigrad/theorem/network/cost_gradient_in_biases.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::cost_gradient_in_biases::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_biases;

constexpr const char* stem = "cost_gradient_in_biases";

}  // namespace

std::vector<Check> checks() {
  const Lines<NetworkInstance> lines = theorem::lines();
  const auto either = rc::gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  std::vector<Check> checks = step_checks(
      stem, either, [](const NetworkInstance&) { return true; }, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(
                     stem, generate::affine_ended_rational(),
                     [](const NetworkInstance& instance) { return instance.network.depth() > 2; }, lines));
  return checks;
}

}  // namespace verigrad::cost_gradient_in_biases::proofs_numeric
