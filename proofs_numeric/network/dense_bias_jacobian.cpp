// MathDNN, Proposition 4.3: the displayed lines of the proof, and the range of j as printed.
#include "verigrad/theorem/network/dense_bias_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::dense_bias_jacobian::proofs_numeric {
namespace {

namespace theorem = dense_bias_jacobian;

constexpr const char* stem = "dense_bias_jacobian";

/// m = 2, n = 1.
LayerInstance one_input_two_outputs(const std::string&) {
  return {.x = Vector<double>::Ones(1),
          .h = Vector<double>::Ones(2),
          .W = Matrix<double>::Ones(2, 1),
          .b = Vector<double>::Zero(2)};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::dense_layer_moved_in_bias(), anything, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), one_input_two_outputs));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::dense_layer_moved_in_bias(), anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::dense_bias_jacobian::proofs_numeric
