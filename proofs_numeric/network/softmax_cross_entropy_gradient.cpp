// MathDNN, Proposition 5.3: the displayed lines of the proof, exact in rationals with eᶻ replaced by positive fractions
// and within 1e-60 for eᶻ itself; the codomain as printed.
#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::softmax_cross_entropy_gradient::proofs_numeric {
namespace {

namespace theorem = softmax_cross_entropy_gradient;

constexpr const char* stem = "softmax_cross_entropy_gradient";

LayerInstance two_classes(const std::string&) {
  Vector<int> first = Vector<int>::Zero(2);
  first[0] = 1;
  return {.x = Vector<double>::Ones(2), .h = Vector<double>::Zero(2), .y_star = first, .x_is_exponential = true};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  const auto either = rc::gen::oneOf(generate::exponentials(), generate::softmax_layer());
  std::vector<Check> checks = sampled_each(stem, Kind::step, either, anything, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), two_classes);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, generate::exponentials(), anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::softmax_cross_entropy_gradient::proofs_numeric
