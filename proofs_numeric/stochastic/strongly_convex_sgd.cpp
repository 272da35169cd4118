// Mathematical Foundations of Data Sciences, Theorem 24: each displayed step of the proof, and the errata.
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::strongly_convex_sgd::proofs_numeric {
namespace {

namespace theorem = strongly_convex_sgd;

constexpr const char* stem = "strongly_convex_sgd";

}  // namespace

std::vector<Check> checks() {
  const Lines<theorem::StochasticInstance> lines = theorem::lines();
  std::vector<Check> checks = step_checks(stem, generate::stochastic(6), theorem::hypotheses_hold, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, generate::stochastic(8), theorem::hypotheses_hold, lines));
  return checks;
}

}  // namespace verigrad::strongly_convex_sgd::proofs_numeric
