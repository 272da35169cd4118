// MFDS, section 14.3.6: the perceptron's adjoints, Euler's architecture, the adjoint ODE of linear systems, two errata.
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

#include "verigrad/sampling/architectures.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::feed_forward_adjoints::proofs_numeric {
namespace {

namespace theorem = feed_forward_adjoints;

constexpr const char* stem = "feed_forward_adjoints";

constexpr auto always = [](const auto&) { return true; };

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  std::vector<Check> checks =
      proof_checks(stem, generate::architecture(Algebra::rational), theorem::depends_on_parameters, theorem::lines());
  append(checks, proof_checks(stem, gen::oneOf(generate::perceptron(false), generate::perceptron(true)), always,
                              theorem::perceptron_lines()));
  append(checks, proof_checks(stem,
                              gen::oneOf(generate::euler_architecture(Algebra::rational),
                                         generate::euler_architecture(Algebra::smooth)),
                              always, theorem::euler_lines()));
  for (const Lines<theorem::LinearFlow>& lines : {theorem::flow_lines(), theorem::limit_lines()})
    append(checks, proof_checks(stem, generate::linear_flow(), always, lines));
  append(checks, proof_checks(stem, generate::time_dependent_flow(), always, theorem::polynomial_lines()));
  return checks;
}

}  // namespace verigrad::feed_forward_adjoints::proofs_numeric
