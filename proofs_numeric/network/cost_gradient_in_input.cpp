// SGM, Lemma 5.1.6: the lines of the proof, and the printed size of ∇S_r.
#include "verigrad/theorem/network/cost_gradient_in_input.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cost_gradient_in_input::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_input;

constexpr const char* stem = "cost_gradient_in_input";

/// Widths 1, 1, 2: S₁ acts on ℝ¹, not on ℝ².
NetworkInstance one_hidden_unit(const std::string&) {
  const DenseNetwork network = DenseNetwork::classifier({1, 1, 2});
  return {
      network, Loss::squared_error,       Vector<double>::Ones(network.parameter_count()), Matrix<double>::Ones(1, 1),
      {},      Matrix<double>::Zero(1, 2)};
}

bool has_hidden_layer(const NetworkInstance& instance) { return instance.network.depth() > 1; }

}  // namespace

std::vector<Check> checks() {
  const auto instances = rc::gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, has_hidden_layer, theorem::steps());
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), one_hidden_unit);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, instances, has_hidden_layer, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::cost_gradient_in_input::proofs_numeric
