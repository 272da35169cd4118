// Mathematical Foundations of Data Sciences, Proposition 47: the lines of the proof, the third of which has AAᵀ for
// AᵀA.
#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::iterative_soft_thresholding::proofs_numeric {
namespace {

namespace theorem = iterative_soft_thresholding;

constexpr const char* stem = "iterative_soft_thresholding";

/// A = (0 1; 0 0), y = 0, λ = 0, τ = 1, x = x′ = (1, 0).
LassoInstance counterexample(const std::string&) {
  Matrix<double> a = Matrix<double>::Zero(2, 2);
  a(0, 1) = 1;
  const Vector<double> zero = Vector<double>::Zero(2), first = Vector<double>::Unit(2, 0);
  return {{a, zero, 0}, 1, first, first, 0, zero};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, generate::lasso(4), theorem::any_step, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks, sampled_each(stem, Kind::corrected, generate::lasso(4), theorem::any_step, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::iterative_soft_thresholding::proofs_numeric
