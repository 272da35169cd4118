#include "verigrad/theorem/network/weight_gradient_outer_product.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::weight_gradient_outer_product {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/5.2",
                  .stem = "weight_gradient_outer_product",
                  .title = "Weight gradient as an outer product",
                  .source = "MathDNN, Proposition 5.2",
                  .text = "∀ i* ∈ ⟦1, m⟧, the gradient of w ↦ F(𝕃(y, w⁽¹⁾, …, w, …, w⁽ᵐ⁻¹⁾, b)), w at index i*, is "
                          "∇_F(z)_{i*} ∗ y, where z is the layer's value; all of them are ∇_F(z)ᵀ ∗ y",
                  .code = {"network/dense_layer.hpp: weight_gradient", "network/dense_layer.hpp: dense"},
                  .hypotheses = {{"upstream", "F ∈ 𝒟(ℝᵐ, ℝ); differentiable at z is enough"},
                                 {"shapes", "y ∈ ℝⁿ, w⁽ᵏ⁾ ∈ ℝⁿ, b ∈ ℝᵐ: without them y ∗ Wᵀ + b is not defined"}},
                  .formal = {.theorems = {"conclusion", "conclusion_outer_product"}},
                  .errata = {{.key = "v for y",
                              .place = "Proposition 5.2, (12)",
                              .printed = "w ⟼ ∇(z)_{i*} ∗ v",
                              .corrected = "w ⟼ ∇(z)_{i*} ∗ y",
                              .remark = "v is not defined; the last line of the proof has yⱼ.",
                              .weight = Weight::notation,
                              .one_letter = true}}},
                 lines());
  return result;
}

namespace {

Vector<Number> value(const LayerRun& r) { return dense_value(r.x, r.W, r.b); }

/// ∇_F(z)ᵀ ∗ y by the function that back-propagation calls.
Matrix<Number> shipped(const LayerRun& r, const Vector<Number>& upstream) {
  Matrix<Number> result(r.W.rows(), r.W.cols());
  weight_gradient<Number>(Matrix<Number>(upstream.transpose()), Matrix<Number>(r.x.transpose()), result);
  return result;
}
Matrix<Number> shipped(const LayerRun& r) { return shipped(r, upstream_gradient(r, value(r))); }

/// gradient: m × n, all weight rows.
void claim_gradient(const LayerRun& r, const Matrix<Number>& gradient, Claims& claims) {
  claims.equal("rows = m", int(gradient.rows()), int(r.W.rows()));
  claims.equal("columns = n", int(gradient.cols()), int(r.W.cols()));
  if (gradient.rows() != r.W.rows() || gradient.cols() != r.W.cols()) return;
  const Vector<Number> row = gradient.row(r.row).transpose();
  claims.equal("F(𝕃(w + h)) = F(𝕃(w)) + ⟨g, h⟩ + ½Q(i*, i*)⟨y, h⟩²",
               upstream_value(r, dense_value(r.x, moved_weights(r), r.b)),
               upstream_value(r, value(r)) + dot(row, r.h) + r.Q(r.row, r.row) * square(dot(r.x, r.h)) / 2);
}

void as_printed(const LayerRun& r, Claims& claims) { claim_gradient(r, shipped(r), claims); }

void chain_rule(const LayerRun& r, Claims& claims) {
  const Vector<Number> upstream = upstream_gradient(r, value(r));
  const Matrix<Number> jacobian = jacobian::dense_weight(r.x, r.row, r.W.rows());
  claims.equal("row i* of ∇_F(z)ᵀ ∗ y = ∇_F(z) ∗ 𝒥(w)", Vector<Number>(shipped(r).row(r.row).transpose()),
               Vector<Number>(product(jacobian.transpose(), upstream)));
}

/// The quotient along each eⱼ, off by ½Q(i*, i*)hⱼyⱼ².
void partial(const LayerRun& r, Claims& claims) {
  const Number upstream = upstream_gradient(r, value(r))[r.row];
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Matrix<Number> moved = r.W;
    moved(r.row, j) += r.h[j];
    claims.equal("F(𝕃(w + hⱼeⱼ)) − F(𝕃(w)) = hⱼ∇_F(z)_{i*}yⱼ + ½Q(i*, i*)(hⱼyⱼ)²",
                 upstream_value(r, dense_value(r.x, moved, r.b)) - upstream_value(r, value(r)),
                 r.h[j] * upstream * r.x[j] + r.Q(r.row, r.row) * square(r.h[j] * r.x[j]) / 2, int(j));
  }
}

/// The derivative of F∘𝕃, which central differences give exactly for a quadratic F.
void central(const LayerRun& r, Claims& claims) {
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

void outer_product(const LayerRun& r, Claims& claims) {
  const Vector<Number> upstream = upstream_gradient(r, value(r));
  Matrix<Number> printed(r.W.rows(), r.W.cols());
  for (Eigen::Index i = 0; i < printed.rows(); ++i) printed.row(i) = upstream[i] * r.x.transpose();
  claim_equal("(∇_F(z)ᵀ ∗ y)ᵢⱼ = ∇_F(z)ᵢ yⱼ", shipped(r), printed, claims);
}

/// The derivative of the gradient's first entry along e₁, which is Q(i*, i*)y₁² for a quadratic F.
void second_derivative(const LayerRun& r, Claims& claims) {
  const Number upstream = upstream_gradient(r, value(r))[r.row];
  Matrix<Number> moved = r.W;
  moved(r.row, 0) += 1;
  const Vector<Number> there = upstream_gradient(r, dense_value(r.x, moved, r.b));
  claims.equal("∂∇/∂e₁ (w)₁ = ∇_F(z)_{i*} y₁", (there[r.row] - upstream) * r.x[0], upstream * r.x[0]);
}

template <class Gradient>
Form<LayerInstance> wrong(const char* key, Gradient gradient) {
  return form<LayerRun>(key, [gradient](const LayerRun& r, Claims& claims) { claim_gradient(r, gradient(r), claims); });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"chain rule", "∇(w) = ∇_F(z) ∗ 𝒥(w), with 𝒥 of (9)", form<LayerRun>(chain_rule).of_code()},
          {"partial derivative", "∂(F∘𝕃)/∂eⱼ (w) = ∇_F(z)_{i*} yⱼ", form<LayerRun>(partial)},
          {"outer product", "the rows of ∇_F(z)ᵀ ∗ y are the gradients for i* = 1 … m (note)",
           form<LayerRun>(outer_product).of_code()}};
}

/// F(z) = z, 𝕃(w) = w: ∂∇/∂e₁ = 0, ∇_F(z)y₁ = 1.
LayerInstance linear() {
  return {.x = at(1), .h = at(1), .W = Matrix<double>{{0}}, .b = at(0), .c = at(1), .Q = Matrix<double>{{0}}};
}

FalseLine<LayerInstance> derivative_of_the_gradient() {
  return {.words = {.key = "derivative of the gradient",
                    .place = "Proposition 5.2, proof, last line",
                    .printed = "∂∇_{F∘𝕃(y, …, ·, …, b)}/∂eⱼ (w) = ∇_F(z)_{i*} ∗ yⱼ",
                    .corrected = "∂(F∘𝕃(y, …, ·, …, b))/∂eⱼ (w) = ∇_F(z)_{i*} ∗ yⱼ",
                    .remark = "The ∇ of the line before stands under the ∂ too: as printed it is the derivative of the "
                              "gradient, 0 for a linear F. The same line of the proof of Proposition 5.1 has no ∇.",
                    .weight = Weight::notation},
          .printed = form<LayerRun>(second_derivative),
          .counterexample = linear(),
          .corrected = {form<LayerRun>(central)}};
}

Forms<LayerInstance> planted() {
  return {wrong("sign", [](const LayerRun& r) { return Matrix<Number>(-shipped(r)); }),
          wrong("factor 2", [](const LayerRun& r) { return Matrix<Number>(shipped(r) * 2); }),
          wrong("transposed: yᵀ ∗ ∇_F(z)", [](const LayerRun& r) { return Matrix<Number>(shipped(r).transpose()); }),
          wrong("index: ∇_F(z)_{i* + 1}",
                [](const LayerRun& r) {
                  const Matrix<Number> right = shipped(r);
                  Matrix<Number> result(right.rows(), right.cols());
                  for (Eigen::Index i = 0; i < right.rows(); ++i) result.row(i) = right.row((i + 1) % right.rows());
                  return result;
                }),
          wrong("∇_F(0) for ∇_F(z)", [](const LayerRun& r) { return shipped(r, r.c); }),
          wrong("w for y", [](const LayerRun& r) {
            const Vector<Number> upstream = upstream_gradient(r, value(r));
            Matrix<Number> result = r.W;
            for (Eigen::Index i = 0; i < result.rows(); ++i) result.row(i) *= upstream[i];
            return result;
          })};
}

/// One input, two outputs, F = y₂²/2, the second row moved.
LayerInstance second_row_moved() {
  return {.x = at(0.125),
          .h = at(1),
          .W = Matrix<double>{{0}, {1}},
          .b = vector({0, 0}),
          .c = vector({0, 0}),
          .Q = Matrix<double>{{0, 0}, {0, 1}},
          .row = 1};
}

}  // namespace

Lines<LayerInstance> lines() {
  return {.steps = steps(),
          .errata = {derivative_of_the_gradient()},
          .planted = planted(),
          .separating = {second_row_moved()}};
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed); }

}  // namespace verigrad::weight_gradient_outer_product
