// MathDNN, Proposition 5.2: the weight gradients for quadratic F, exact in rationals, F with a kink at z and
// elsewhere, planted mistakes.
#include "verigrad/theorem/network/weight_gradient_outer_product.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::weight_gradient_outer_product::properties {
namespace {

namespace theorem = weight_gradient_outer_product;

constexpr const char* stem = "weight_gradient_outer_product";

/// One weight w at one input y, b = 0, moved by ±h.
LayerInstance one_weight(double w, double y, double h) {
  return {.x = at(y), .h = at(h), .W = Matrix<double>{{w}}, .b = at(0)};
}

/// F = |z|, linear on both sides of z: with F′(z) = 1 from the right, the gradient y has to be right to the left too.
void gradient_of_modulus(const LayerInstance& i, Claims& claims) {
  const LayerRun r(i);
  const auto F = [&](const Matrix<Number>& w) { return magnitude(dense_value(r.x, w, r.b)[0]); };
  const Number h = r.h[0], to_right = F(moved_weights(r)) - F(r.W);
  const Number to_left = F(Matrix<Number>(r.W - (moved_weights(r) - r.W))) - F(r.W);
  claims.equal("F(𝕃(w + h)) − F(𝕃(w)) = h F′(z)y, F′(z) = 1", to_right, h * r.x[0]);
  claims.equal("F(𝕃(w − h)) − F(𝕃(w)) = −h F′(z)y", to_left, -(h * r.x[0]));
}
/// A row w ∈ ℝ² of W for y ∈ ℝ³.
LayerInstance without_shapes() {
  LayerInstance result = one_weight(1, 1, 1);
  result.x = vector({1, 1, 1});
  result.W = Matrix<double>::Ones(1, 2);
  return result;
}
}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const LayerInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::dense_layer(), anything, theorem::conclusion()),
      examined({stem, Kind::dropped, "without F differentiable: |z| at z = 0", Verdict::fails}, one_weight(0, 2, 0.5),
               gradient_of_modulus),
      examined({stem, Kind::dropped, "F differentiable elsewhere is not needed: |z| at z = 2"}, one_weight(1, 2, 0.5),
               gradient_of_modulus),
      examined({stem, Kind::dropped, "without the shapes the layer is not defined (by formula)", Verdict::fails},
               without_shapes(), claim_layer_defined)};
  append(checks, planted_checks(stem, generate::dense_layer(), anything, theorem::lines()));
  return checks;
}

}  // namespace verigrad::weight_gradient_outer_product::properties
