// SGM, Lemma 5.1.7: the displayed line of the proof, and the activation that it prints.
#include "verigrad/theorem/network/cost_gradient_in_biases.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cost_gradient_in_biases::proofs_numeric {
namespace {

namespace theorem = cost_gradient_in_biases;

constexpr const char* stem = "cost_gradient_in_biases";

/// All widths 1, W_r = 1, b_r = 0, S₁ = z², S₂ = z, x = 2: f⁰ = 2, f¹ = 4, f² = 4; with S₁ for S₂ it would be 16.
NetworkInstance square_then_identity(const std::string&) {
  NetworkInstance result{DenseNetwork({1, 1, 1, 1}, {Activation::square, Activation::identity, Activation::identity}),
                         Loss::squared_error, Vector<double>(6)};
  result.theta << 1, 0, 1, 0, 1, 0;
  result.inputs = Matrix<double>::Constant(1, 1, 2);
  result.targets = Matrix<double>::Zero(1, 1);
  return result;
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = rc::gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth());
  std::vector<Check> checks = sampled_each(
      stem, Kind::step, instances, [](const NetworkInstance&) { return true; }, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), square_then_identity));
  append(checks,
         sampled_each(
             stem, Kind::corrected, generate::affine_ended_rational(),
             [](const NetworkInstance& instance) { return instance.network.depth() > 2; }, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::cost_gradient_in_biases::proofs_numeric
