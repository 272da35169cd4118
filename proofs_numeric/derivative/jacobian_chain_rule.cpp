// MathDNN, Theorem 1.3: the displayed lines of the proof, and the erratum on f(a) at the border of F.
#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::jacobian_chain_rule::proofs_numeric {
namespace {

namespace theorem = jacobian_chain_rule;

constexpr const char* stem = "jacobian_chain_rule";

constexpr auto always = [](const theorem::Instance&) { return true; };

/// f: ℝ² → ℝ³ and g: ℝ³ → ℝ².
Gen<theorem::Instance> pairs() { return generate::two_maps(generate::Algebra::rational, 2, 3, 2); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, pairs(), always, theorem::lines());
  append(checks, erratum_checks(stem, theorem::border_lines()));
  checks.push_back(
      sampled(check_of(stem, Kind::corrected, "f(a) at the border of F"), pairs(), always, theorem::conclusion()));
  return checks;
}

}  // namespace verigrad::jacobian_chain_rule::proofs_numeric
