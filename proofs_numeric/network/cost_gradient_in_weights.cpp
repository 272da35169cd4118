// SGM, Lemma 5.1.8: the displayed lines of the proof, r = 0, and the printed shape of Z_r.
#include "verigrad/theorem/network/cost_gradient_in_weights.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cost_gradient_in_weights::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_weights;

constexpr const char* stem = "cost_gradient_in_weights";

/// f = W₀x with W₀ ∈ M_{n,1} of ones, x = −1, y = 0.
NetworkInstance one_layer(int n) {
  const DenseNetwork network = DenseNetwork::classifier({1, n});
  NetworkInstance result{network, Loss::squared_error, Vector<double>::Zero(network.parameter_count()),
                         -Matrix<double>::Ones(1, 1)};
  result.theta.head(n).setOnes();
  result.targets = Matrix<double>::Zero(1, n);
  return result;
}

NetworkInstance counterexample(const std::string& key) { return one_layer(key == "r = 0" ? 1 : 2); }

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto instances = rc::gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, anything, theorem::steps());
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, instances, anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::cost_gradient_in_weights::proofs_numeric
