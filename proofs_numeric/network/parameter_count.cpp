// MathDNN, corollary of Definition 5.1: the count of the proof, and the number of widths that Definition 5.1 prints.
#include "verigrad/theorem/network/parameter_count.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::parameter_count::proofs_numeric {
namespace {

namespace theorem = parameter_count;

constexpr const char* stem = "parameter_count";

NetworkInstance one_layer(const std::string&) { return {DenseNetwork::classifier({1, 1})}; }

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto networks = generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy);
  std::vector<Check> checks = sampled_each(stem, Kind::step, networks, anything, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), one_layer));
  append(checks, sampled_each(stem, Kind::corrected, networks, anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::parameter_count::proofs_numeric
