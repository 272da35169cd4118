// Mathematical Foundations of Data Sciences, Theorem 24: each displayed step of the proof, and the errata.
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::strongly_convex_sgd::proofs_numeric {
namespace {

namespace theorem = strongly_convex_sgd;
using theorem::StochasticInstance;

constexpr const char* stem = "strongly_convex_sgd";

/// The smallest exact counterexample to each erratum.
StochasticInstance counterexample(const std::string&) { return theorem::staircase(2, 0, 1); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::stochastic(6), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::stochastic(8), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::strongly_convex_sgd::proofs_numeric
