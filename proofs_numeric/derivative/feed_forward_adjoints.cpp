// MFDS, section 14.3.6: the perceptron's adjoints, Euler's architecture, the adjoint ODE of linear systems, two errata.
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/ratio.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/architectures.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::feed_forward_adjoints::proofs_numeric {
namespace {

namespace theorem = feed_forward_adjoints;

constexpr const char* stem = "feed_forward_adjoints";

constexpr auto always = [](const auto&) { return true; };

/// x₁ = θ₀x₀, L = x₁² at x₀ = θ₀ = 1: ∇_{θ₀}f = 2.
ArchitectureInstance one_layer() {
  return {{Graph(2, {{Operation::multiply, 0, 1}})}, Graph(1, {{Operation::squared, 0}}), at(1), {at(1)}};
}

/// x₁ = θ₀x₀ with x₀ = θ₀ = 1, c = −1: z₁ = 2, and [∂_θf₁]ᵀz₁ = 2, where w₁x₀ᵀ = 1.
theorem::Perceptron one_neuron() { return {Activation::identity, at(1), {Matrix<double>::Ones(1, 1)}, at(-1)}; }

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  const auto perceptrons = rc::gen::oneOf(generate::perceptron(false), generate::perceptron(true));
  std::vector<Check> checks{
      sampled({stem, Kind::step, "[∂ₓfₖ]ᵀ"}, perceptrons, always, theorem::adjoint_in_x()),
      as_conclusion(examined(check_of(stem, Kind::erratum, "range of k"), one_layer(), theorem::range())),
      as_conclusion(examined(check_of(stem, Kind::erratum, "[∂_θfₖ]ᵀ"), one_neuron(), theorem::adjoint_in_theta())),
      sampled(check_of(stem, Kind::corrected, "range of k"), generate::architecture(Algebra::rational),
              theorem::depends_on_parameters, theorem::range_corrected()),
      sampled(check_of(stem, Kind::corrected, "[∂_θfₖ]ᵀ"), perceptrons, always, theorem::adjoint_in_theta_corrected())};
  append(checks, sampled_each(stem, Kind::step,
                              rc::gen::oneOf(generate::euler_architecture(Algebra::rational),
                                             generate::euler_architecture(Algebra::smooth)),
                              always, theorem::euler_steps()));
  for (const Check& check : sampled_each(stem, Kind::step, generate::linear_flow(), always, theorem::flow_steps()))
    checks.push_back(check.id.name == "limit" ? noting_largest_ratio(check) : check);
  append(checks, sampled_each(stem, Kind::step, generate::time_dependent_flow(), always, theorem::polynomial_steps()));
  return checks;
}

}  // namespace verigrad::feed_forward_adjoints::proofs_numeric
