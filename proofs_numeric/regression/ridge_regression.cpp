// Mathematical Foundations of Data Sciences, Proposition 45: the lines of the proof, and the factor 2 that the printed
// gradient lost.
#include "verigrad/theorem/regression/ridge_regression.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::ridge_regression::proofs_numeric {
namespace {

namespace theorem = ridge_regression;
using theorem::RidgeInstance;

constexpr const char* stem = "ridge_regression";

/// A = y = λ = 1 at x = 1; A = (1, 1)ᵀ, y = (0, 2) for the limit.
RidgeInstance counterexample(const std::string& key) {
  const Vector<double> one = Vector<double>::Ones(1);
  if (key != "limit solves Ax = y") return {Matrix<double>::Ones(1, 1), one, 1, one};
  return {Matrix<double>::Ones(2, 1), Vector<double>::LinSpaced(2, 0, 2), 1, one};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::ridge(), theorem::hypotheses_hold, theorem::steps());
  for (const Check& erratum : examined_each(stem, Kind::erratum, theorem::errata(), counterexample)) {
    checks.push_back(erratum);
    if (erratum.id.name == "minimiser") checks.push_back(as_conclusion(erratum));
  }
  append(checks,
         sampled_each(stem, Kind::corrected, generate::ridge(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::ridge_regression::proofs_numeric
