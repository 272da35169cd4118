// MathDNN, Proposition 2.1: the displayed line of the proof, and the shape that Definition 2.1 prints.
#include "verigrad/theorem/network/relu_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::relu_jacobian::proofs_numeric {
namespace {

namespace theorem = relu_jacobian;

constexpr const char* stem = "relu_jacobian";

LayerInstance two_units(const std::string&) { return {.x = Vector<double>::Ones(2), .h = Vector<double>::Zero(2)}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::relu_layer(), theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), two_units));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::relu_layer(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::relu_jacobian::proofs_numeric
