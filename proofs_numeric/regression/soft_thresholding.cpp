// Mathematical Foundations of Data Sciences, Proposition 46: the lines of the proof, and the argument of S.
#include "verigrad/theorem/regression/soft_thresholding.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::soft_thresholding::proofs_numeric {
namespace {

namespace theorem = soft_thresholding;
using theorem::ProximalInstance;

constexpr const char* stem = "soft_thresholding";

ProximalInstance counterexample(const std::string&) {
  return {Vector<double>::Constant(1, 2), 1, Vector<double>::Zero(1)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::proximal(2), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::proximal(2), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::soft_thresholding::proofs_numeric
