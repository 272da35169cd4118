// MathDNN, Proposition 2.2: the displayed lines of the proof, exact in rationals with eᶻ replaced by positive fractions
// and within 1e-60 for eᶻ itself; the range and the shape that Definition 2.2 prints.
#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::softmax_jacobian::proofs_numeric {
namespace {

namespace theorem = softmax_jacobian;

constexpr const char* stem = "softmax_jacobian";

LayerInstance counterexample(const std::string& key) {
  const int m = key == "open range" ? 1 : 2;
  return {.x = Vector<double>::Zero(m), .h = Vector<double>::Zero(m), .y_star = Vector<int>::Zero(m), .exact = false};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, rc::gen::oneOf(generate::exponentials(), generate::softmax_layer()), anything,
                   theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, generate::softmax_layer(), anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::softmax_jacobian::proofs_numeric
