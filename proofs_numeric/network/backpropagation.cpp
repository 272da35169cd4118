// MathDNN, 5.2: the number of rows that Notation 17 prints.
#include "verigrad/theorem/network/backpropagation.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::backpropagation::proofs_numeric {
namespace {

namespace theorem = backpropagation;

constexpr const char* stem = "backpropagation";

/// Widths 1, 1, 2: W⁽¹⁾ has one row, not two.
NetworkInstance two_layers(const std::string&) {
  const DenseNetwork network = DenseNetwork::classifier({1, 1, 2});
  return {
      network, Loss::squared_error,       Vector<double>::Ones(network.parameter_count()), Matrix<double>::Ones(1, 1),
      {},      Matrix<double>::Zero(1, 2)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), two_layers);
  append(checks,
         sampled_each(
             stem, Kind::corrected, generate::network(generate::Activations::piecewise_linear, Loss::squared_error),
             [](const NetworkInstance& instance) { return instance.network.depth() > 1; }, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::backpropagation::proofs_numeric
