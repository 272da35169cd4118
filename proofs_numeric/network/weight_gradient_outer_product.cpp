// MathDNN, Proposition 5.2: the displayed lines of the proof, its note, and its last line as printed.
#include "verigrad/theorem/network/weight_gradient_outer_product.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::weight_gradient_outer_product::proofs_numeric {
namespace {

namespace theorem = weight_gradient_outer_product;

constexpr const char* stem = "weight_gradient_outer_product";

/// F(z) = z, 𝕃(w) = w: ∂∇/∂e₁ = 0, ∇_F(z)y₁ = 1.
LayerInstance linear(const std::string&) {
  const Vector<double> one = Vector<double>::Ones(1);
  const Matrix<double> zero = Matrix<double>::Zero(1, 1);
  return {.x = one, .h = one, .W = zero, .b = Vector<double>::Zero(1), .c = one, .Q = zero};
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks = sampled_each(stem, Kind::step, generate::dense_layer(), anything, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), linear));
  append(checks, sampled_each(stem, Kind::corrected, generate::dense_layer(), anything, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::weight_gradient_outer_product::proofs_numeric
