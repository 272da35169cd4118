// Mathematical Foundations of Data Sciences, (14.13): the lines of the Taylor expansion, one of which lost its ε.
#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::linear_model_gradient::proofs_numeric {
namespace {

namespace theorem = linear_model_gradient;

constexpr const char* stem = "linear_model_gradient";

/// ½(1 + ε)² against ½ + 1 at ε = 2⁻¹⁰.
theorem::ModelInstance counterexample(const std::string&) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {LinearModelLoss::squared, one, 0, one, one, 0x1p-10};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::linear_model(), theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::linear_model(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::linear_model_gradient::proofs_numeric
