// MFDS, section 14.3.6: the recursion (14.23) on random architectures, the perceptron against the library's network,
// what fails without its hypotheses, planted mistakes.
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/architectures.hpp"
#include "verigrad/sampling/proof.hpp"

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
  append(checks, planted_checks(stem, generate::architecture(Algebra::rational), theorem::depends_on_parameters,
                                theorem::lines()));
  append(checks, planted_checks(stem, generate::perceptron(false), always, theorem::perceptron_lines()));
  append(checks, planted_checks(stem, generate::linear_flow(), always, theorem::flow_lines()));
  append(checks, planted_checks(stem, generate::time_dependent_flow(), always, theorem::polynomial_lines()));
  return checks;
}

}  // namespace verigrad::feed_forward_adjoints::properties
