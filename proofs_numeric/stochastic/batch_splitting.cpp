// Stochastic gradient methods, (5.29) and the display after it: each line, and the errata.
#include "verigrad/theorem/stochastic/batch_splitting.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_splitting::proofs_numeric {
namespace {

namespace theorem = batch_splitting;

constexpr const char* stem = "batch_splitting";

/// J¹ = (w − 1)²/2 and J² = w²/2 with Δt = ½ from 0: 0 → ½ → ¼. As printed: 0 → 0.
SplittingInstance counterexample(const std::string& key) {
  const Matrix<double> zero = Matrix<double>::Zero(1, 1);
  if (key == "start of the first flow")
    return {Matrix<double>::Ones(1, 1), zero, Vector<double>::Constant(1, 0.5), zero, {1}, {{{0}}}};
  const Matrix<double> x = Matrix<double>::Ones(2, 1), y = (Matrix<double>(2, 1) << 1, 0).finished();
  return {x, y, Vector<double>::Constant(2, 0.5), zero, {0.5}, {{{0}, {1}}}};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::splitting(), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::splitting(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::batch_splitting::proofs_numeric
