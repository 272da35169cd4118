// MFDS, section 14.3.6: the recursion (14.23) on random architectures, the perceptron against the library's network,
// what fails without its hypotheses, planted mistakes.
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/architectures.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::feed_forward_adjoints::properties {
namespace {

namespace theorem = feed_forward_adjoints;

constexpr const char* stem = "feed_forward_adjoints";

constexpr auto always = [](const auto&) { return true; };

/// x₁ = θ₀x₀, x₂ = θ₁x₁, L = x₂²: x₀ = 1, θ₀ = 2, θ₁ = 3, so that x₁ is not x₀.
ArchitectureInstance two_products() {
  const Graph product(2, {{Operation::multiply, 0, 1}});
  return {{product, product}, Graph(1, {{Operation::squared, 0}}), at(1), {at(2), at(3)}};
}

/// ẋ₁ = 1, ẋ₂ = x₁² from 0 up to 1: z(1) = (1, 1/3).
theorem::PolynomialFlow square_of_time() {
  const Vector<double> zero = Vector<double>::Zero(2), one = Vector<double>::Ones(2);
  return {zero, one, zero, one, zero, zero, 0, 0, 1};
}

/// max(0, θx) at θ = 0, x = 1.
theorem::Perceptron at_the_kink() { return {Activation::relu, at(1), {Matrix<double>::Zero(1, 1)}, at(0)}; }

/// f₁(x, θ) = (x², xθ), f₂(x, θ) = x₁x₂, L = x², at x = θ₀ = 1/4.
ArchitectureInstance two_layers() {
  const auto product = [](int a, int b) { return GraphNode{Operation::multiply, a, b}; };
  return {.layers = {Graph(2, {product(0, 0), product(0, 1)}, 2), Graph(3, {product(0, 1)}, 1)},
          .loss = Graph(1, {product(0, 0)}, 1),
          .x0 = at(0.25),
          .theta = {at(0.25), at(0)}};
}
/// ρ(u) = u², θ = [0 1/2; 0 0].
theorem::Perceptron one_weight() {
  return {Activation::square, vector({0, 0.25}), {Matrix<double>{{0, 0.5}, {0, 0}}}, vector({0, 0})};
}
/// ẋ₁ = x₂/4, ẋ₂ = θ/4 from 0.
theorem::LinearFlow integrated_twice() {
  return {.a = Matrix<double>{{0, 0.25}, {0, 0}},
          .b = Matrix<double>{{0}, {0.25}},
          .x0 = vector({0, 0}),
          .theta = at(0.25),
          .c = vector({0, 0}),
          .T = 0.5,
          .steps = 4};
}
/// θ₂ = t/4 from 0, with p = 1/4 and q = −1/2.
theorem::PolynomialFlow growing_parameter() {
  return {.x0 = vector({0, 0}),
          .theta0 = vector({0, 0}),
          .theta1 = vector({0, 0.25}),
          .phi0 = vector({0, 0}),
          .phi1 = vector({0, 0.25}),
          .c = vector({0, 0}),
          .p = 0.25,
          .q = -0.5,
          .T = 0.5};
}

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "(14.23), k = t, …, 1"}, generate::architecture(Algebra::rational),
              theorem::depends_on_parameters, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "(14.23), k = t, …, 1, with exp, log and √"},
              generate::architecture(Algebra::smooth), theorem::depends_on_parameters, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "perceptron = the library's gradient"}, generate::perceptron(false), always,
              theorem::shipped_gradient()),
      sampled({stem, Kind::conclusion, "perceptron with exp = the library's gradient"}, generate::perceptron(true),
              always, theorem::shipped_gradient()),
      examined({stem, Kind::dropped, "without the states of the forward pass: x₀ for xₖ₋₁", Verdict::fails},
               two_products(), theorem::stale_states()),
      examined({stem, Kind::dropped, "without own parameters: θ₀ = θ₁", Verdict::fails}, two_products(),
               theorem::shared_parameters()),
      examined(
          {stem, Kind::dropped, "without the end value z(T) = ∇L(x(T)): another solution of the ODE", Verdict::fails},
          square_of_time(), theorem::another_end_value()),
      examined({stem, Kind::dropped, "without a differentiable ρ: ReLU at 0", Verdict::fails}, at_the_kink(),
               theorem::linear_in_theta())};
  append(checks, sampled_each(stem, Kind::planted, generate::architecture(Algebra::rational),
                              theorem::depends_on_parameters, theorem::planted(), {two_layers()}));
  append(checks, sampled_each(stem, Kind::planted, generate::perceptron(false), always, theorem::planted_perceptron(),
                              {one_weight()}));
  append(checks, sampled_each(stem, Kind::planted, generate::linear_flow(), always, theorem::planted_flow(),
                              {integrated_twice()}));
  append(checks, sampled_each(stem, Kind::planted, generate::time_dependent_flow(), always,
                              theorem::planted_polynomial(), {growing_parameter()}));
  return checks;
}

}  // namespace verigrad::feed_forward_adjoints::properties
