// MathDNN, Proposition 3.1: the displayed line of the proof, and the codomain as printed.
#include "verigrad/theorem/network/cross_entropy_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cross_entropy_gradient::proofs_numeric {
namespace {

namespace theorem = cross_entropy_gradient;

constexpr const char* stem = "cross_entropy_gradient";

LayerInstance two_classes(const std::string&) {
  const Vector<double> half = Vector<double>::Constant(2, 0.5);
  return {.x = half, .h = half, .y_star = Vector<int>::Ones(2)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::cross_entropy(), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), two_classes);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, generate::cross_entropy(), theorem::hypotheses_hold,
                              theorem::corrected()));
  return checks;
}

}  // namespace verigrad::cross_entropy_gradient::proofs_numeric
