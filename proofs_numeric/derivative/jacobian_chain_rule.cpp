// MathDNN, Theorem 1.3: the displayed lines of the proof, and the erratum on f(a) at the border of F.
#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::jacobian_chain_rule::proofs_numeric {
namespace {

namespace theorem = jacobian_chain_rule;

constexpr const char* stem = "jacobian_chain_rule";

constexpr auto always = [](const theorem::Instance&) { return true; };

/// f: ℝ² → ℝ³ and g: ℝ³ → ℝ².
rc::Gen<theorem::Instance> pairs() { return generate::two_maps(generate::Algebra::rational, 2, 3, 2); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, pairs(), always, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(),
                                            [](const std::string&) { return theorem::RootOfSquare{1}; });
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, pairs(), always, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::jacobian_chain_rule::proofs_numeric
