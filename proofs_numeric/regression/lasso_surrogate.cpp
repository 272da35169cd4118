// Mathematical Foundations of Data Sciences, 14.1.4: what is said of the surrogate on the way, and two errata.
#include "verigrad/theorem/regression/lasso_surrogate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::lasso_surrogate::proofs_numeric {
namespace {

namespace theorem = lasso_surrogate;

constexpr const char* stem = "lasso_surrogate";

/// A = y = τ = 1 at 0; A = 0, τ = 1, x − x′ = 2.
LassoInstance counterexample(const std::string& key) {
  const Vector<double> one = Vector<double>::Ones(1), zero = Vector<double>::Zero(1);
  if (key == "lost square") return {{Matrix<double>::Zero(1, 1), zero, 0}, 1, zero, 2 * one};
  return {{Matrix<double>::Ones(1, 1), one, 0}, 1, zero, zero};
}

}  // namespace

std::vector<Check> checks() {
  const Forms<LassoInstance> steps{theorem::quadratic_part_positive(), theorem::convex(), theorem::decrease()};
  std::vector<Check> checks = sampled_each(stem, Kind::step, generate::lasso(1), theorem::hypotheses_hold, steps);
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::lasso(1), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::lasso_surrogate::proofs_numeric
