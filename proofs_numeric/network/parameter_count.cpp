// MathDNN, corollary of Definition 5.1: the count of the proof, and the number of widths that Definition 5.1 prints.
#include "verigrad/theorem/network/parameter_count.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::parameter_count::proofs_numeric {
namespace {

namespace theorem = parameter_count;

constexpr const char* stem = "parameter_count";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto networks = generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy);
  return proof_checks(stem, networks, anything, theorem::lines());
}

}  // namespace verigrad::parameter_count::proofs_numeric
