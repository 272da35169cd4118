// MathDNN, 5.2: the number of rows that Notation 17 prints.
#include "verigrad/theorem/network/backpropagation.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::backpropagation::proofs_numeric {
namespace {

namespace theorem = backpropagation;

constexpr const char* stem = "backpropagation";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(
      stem, generate::network(generate::Activations::piecewise_linear, Loss::squared_error),
      [](const NetworkInstance& instance) { return instance.network.depth() > 1; }, theorem::lines());
}

}  // namespace verigrad::backpropagation::proofs_numeric
