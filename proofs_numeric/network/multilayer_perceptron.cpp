// Thesis, 1.1.2: the network as a composition of its layers, the shape of W_l, and the sigmoid of 1.1.3.2.
#include "verigrad/theorem/network/multilayer_perceptron.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::multilayer_perceptron::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "multilayer_perceptron";
  const auto anything = [](const NetworkInstance&) { return true; };
  std::vector<Check> checks =
      proof_checks(stem, generate::network(generate::Activations::piecewise_linear, Loss::squared_error), anything,
                   multilayer_perceptron::lines());
  append(checks, proof_checks(stem, multilayer_perceptron::sigmoid_lines()));
  return checks;
}

}  // namespace verigrad::multilayer_perceptron::proofs_numeric
