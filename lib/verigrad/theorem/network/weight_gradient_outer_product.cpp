#include "verigrad/theorem/network/weight_gradient_outer_product.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::weight_gradient_outer_product {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/5.2",
      .stem = "weight_gradient_outer_product",
      .title = "Weight gradient as an outer product",
      .source = "MathDNN, Proposition 5.2",
      .text =
          "∀ i* ∈ ⟦1, m⟧, the gradient of w ↦ F(𝕃(y, w⁽¹⁾, …, w, …, w⁽ᵐ⁻¹⁾, b)), w at index i*, is "
          "∇_F(z)_{i*} ∗ y, where z is the layer's value; all of them are ∇_F(z)ᵀ ∗ y",
      .hypotheses = {{"upstream", "F ∈ 𝒟(ℝᵐ, ℝ); differentiable at z is enough"},
                     {"shapes", "y ∈ ℝⁿ, w⁽ᵏ⁾ ∈ ℝⁿ, b ∈ ℝᵐ: without them y ∗ Wᵀ + b is not defined"}},
      .steps = {{"chain rule", "∇(w) = ∇_F(z) ∗ 𝒥(w), with 𝒥 of (9)"},
                {"partial derivative", "∂(F∘𝕃)/∂eⱼ (w) = ∇_F(z)_{i*} yⱼ"},
                {"outer product", "the rows of ∇_F(z)ᵀ ∗ y are the gradients for i* = 1 … m (note)"}},
      .errata = {{.key = "derivative of the gradient",
                  .place = "Proposition 5.2, proof, last line",
                  .printed = "∂∇_{F∘𝕃(y, …, ·, …, b)}/∂eⱼ (w) = ∇_F(z)_{i*} ∗ yⱼ",
                  .corrected = "∂(F∘𝕃(y, …, ·, …, b))/∂eⱼ (w) = ∇_F(z)_{i*} ∗ yⱼ",
                  .remark = "the ∇ of the line before stands under the ∂ too: as printed it is the derivative of the "
                            "gradient, 0 for a linear F. The same line of the proof of Proposition 5.1 has no ∇"}}};
  return result;
}

namespace {

Vector<Number> value(const LayerData& r) { return dense_value(r.x, r.W, r.b); }

/// ∇_F(z)ᵀ ∗ y by the function that back-propagation calls.
Matrix<Number> shipped(const LayerData& r, const Vector<Number>& upstream) {
  Matrix<Number> result(r.W.rows(), r.W.cols());
  weight_gradient<Number>(Matrix<Number>(upstream.transpose()), Matrix<Number>(r.x.transpose()), result);
  return result;
}
Matrix<Number> shipped(const LayerData& r) { return shipped(r, upstream_gradient(r, value(r))); }

/// gradient: m × n, all weight rows.
void claim_gradient(const LayerData& r, const Matrix<Number>& gradient, Claims& claims) {
  claims.equal("rows = m", int(gradient.rows()), int(r.W.rows()));
  claims.equal("columns = n", int(gradient.cols()), int(r.W.cols()));
  if (gradient.rows() != r.W.rows() || gradient.cols() != r.W.cols()) return;
  const Vector<Number> row = gradient.row(r.row).transpose();
  claims.equal("F(𝕃(w + h)) = F(𝕃(w)) + ⟨g, h⟩ + ½Q(i*, i*)⟨y, h⟩²",
               upstream_value(r, dense_value(r.x, moved_weights(r), r.b)),
               upstream_value(r, value(r)) + dot(row, r.h) + r.Q(r.row, r.row) * square(dot(r.x, r.h)) / 2);
}

void as_printed(const LayerData& r, Claims& claims) { claim_gradient(r, shipped(r), claims); }

void chain_rule(const LayerData& r, Claims& claims) {
  const Vector<Number> upstream = upstream_gradient(r, value(r));
  const Matrix<Number> jacobian = jacobian::dense_weight(r.x, r.row, r.W.rows());
  claims.equal("∇_F(z) ∗ 𝒥(w) = row i* of ∇_F(z)ᵀ ∗ y", Vector<Number>(product(jacobian.transpose(), upstream)),
               Vector<Number>(shipped(r).row(r.row).transpose()));
}

/// The quotient along each eⱼ, off by ½Q(i*, i*)hⱼyⱼ².
void partial(const LayerData& r, Claims& claims) {
  const Number upstream = upstream_gradient(r, value(r))[r.row];
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Matrix<Number> moved = r.W;
    moved(r.row, j) += r.h[j];
    claims.equal("F(𝕃(w + hⱼeⱼ)) − F(𝕃(w)) = hⱼ∇_F(z)_{i*}yⱼ + ½Q(i*, i*)(hⱼyⱼ)²",
                 upstream_value(r, dense_value(r.x, moved, r.b)) - upstream_value(r, value(r)),
                 r.h[j] * upstream * r.x[j] + r.Q(r.row, r.row) * square(Number(r.h[j] * r.x[j])) / 2, int(j));
  }
}

/// The derivative of F∘𝕃, which central differences give exactly for a quadratic F.
void central(const LayerData& r, Claims& claims) {
  const Number upstream = upstream_gradient(r, value(r))[r.row];
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Matrix<Number> up = r.W, down = r.W;
    up(r.row, j) += r.h[j];
    down(r.row, j) -= r.h[j];
    claims.equal("F(𝕃(w + hⱼeⱼ)) − F(𝕃(w − hⱼeⱼ)) = 2hⱼ∇_F(z)_{i*}yⱼ",
                 upstream_value(r, dense_value(r.x, up, r.b)) - upstream_value(r, dense_value(r.x, down, r.b)),
                 2 * r.h[j] * upstream * r.x[j], int(j));
  }
}

void outer_product(const LayerData& r, Claims& claims) {
  const Vector<Number> upstream = upstream_gradient(r, value(r));
  Matrix<Number> printed(r.W.rows(), r.W.cols());
  for (Eigen::Index i = 0; i < printed.rows(); ++i) printed.row(i) = upstream[i] * r.x.transpose();
  claim_equal("(∇_F(z)ᵀ ∗ y)ᵢⱼ = ∇_F(z)ᵢ yⱼ", shipped(r), printed, claims);
}

/// The derivative of the gradient's first entry along e₁, which is Q(i*, i*)y₁² for a quadratic F.
void second_derivative(const LayerData& r, Claims& claims) {
  const Number upstream = upstream_gradient(r, value(r))[r.row];
  Matrix<Number> moved = r.W;
  moved(r.row, 0) += Number(1);
  const Vector<Number> there = upstream_gradient(r, dense_value(r.x, moved, r.b));
  claims.equal("∂∇/∂e₁ (w)₁ = ∇_F(z)_{i*} y₁", (there[r.row] - upstream) * r.x[0], upstream * r.x[0]);
}

template <class Gradient>
Form<LayerInstance> wrong(const char* key, Gradient gradient) {
  return form<LayerData>(key,
                         [gradient](const LayerData& r, Claims& claims) { claim_gradient(r, gradient(r), claims); });
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Forms<LayerInstance> steps() {
  return {form<LayerData>("chain rule", chain_rule), form<LayerData>("partial derivative", partial),
          form<LayerData>("outer product", outer_product)};
}
Forms<LayerInstance> errata() { return {form<LayerData>("derivative of the gradient", second_derivative)}; }
Forms<LayerInstance> corrected() { return {form<LayerData>("derivative of the gradient", central)}; }

Forms<LayerInstance> planted() {
  return {wrong("sign", [](const LayerData& r) { return Matrix<Number>(-shipped(r)); }),
          wrong("factor 2", [](const LayerData& r) { return Matrix<Number>(shipped(r) * 2); }),
          wrong("transposed: yᵀ ∗ ∇_F(z)", [](const LayerData& r) { return Matrix<Number>(shipped(r).transpose()); }),
          wrong("index: ∇_F(z)_{i* + 1}",
                [](const LayerData& r) {
                  const Matrix<Number> right = shipped(r);
                  Matrix<Number> result(right.rows(), right.cols());
                  for (Eigen::Index i = 0; i < right.rows(); ++i) result.row(i) = right.row((i + 1) % right.rows());
                  return result;
                }),
          wrong("∇_F(0) for ∇_F(z)", [](const LayerData& r) { return shipped(r, r.c); }),
          wrong("w for y", [](const LayerData& r) {
            const Vector<Number> upstream = upstream_gradient(r, value(r));
            Matrix<Number> result = r.W;
            for (Eigen::Index i = 0; i < result.rows(); ++i) result.row(i) *= upstream[i];
            return result;
          })};
}

}  // namespace verigrad::weight_gradient_outer_product
