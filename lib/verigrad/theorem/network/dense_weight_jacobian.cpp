#include "verigrad/theorem/network/dense_weight_jacobian.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_weight_jacobian {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/4.2",
       .stem = "dense_weight_jacobian",
       .title = "Jacobian of the dense layer in a weight row",
       .source = "MathDNN, Proposition 4.2",
       .text =
           "∀ i* ∈ ⟦1, m⟧, the Jacobian of w ↦ 𝕃(y, w⁽¹⁾, …, w, …, w⁽ᵐ⁻¹⁾, b), w at index i*, is m × n, with y in row "
           "i* and 0 elsewhere",
       .code = {"network/dense_layer.hpp: dense", "network/jacobian.hpp: jacobian::dense_weight"},
       .hypotheses = {{"shapes", "y ∈ ℝⁿ, w⁽ᵏ⁾ ∈ ℝⁿ, b ∈ ℝᵐ: without them y ∗ Wᵀ + b is not defined"}},
       .formal = {.theorems = {"conclusion"}}},
      lines());
  return result;
}

namespace {

void claim_jacobian(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  claim_linear(dense_value(r.x, moved_weights(r), r.b), dense_value(r.x, r.W, r.b), jacobian, r.h, claims);
}

Matrix<Number> shipped(const LayerRun& r) { return jacobian::dense_weight(r.x, r.row, r.W.rows()); }

void as_printed(const LayerRun& r, Claims& claims) {
  Matrix<Number> printed = Matrix<Number>::Zero(r.W.rows(), r.W.cols());
  printed.row(r.row) = r.x.transpose();
  claim_equal("𝒥ᵢⱼ = yⱼ in row i*, else 0", shipped(r), printed, claims);
  claim_jacobian(r, shipped(r), claims);
}

void rows(const LayerRun& r, Claims& claims) {
  const Vector<Number> value = dense_value(r.x, moved_weights(r), r.b);
  for (Eigen::Index i = 0; i < value.size(); ++i) {
    Vector<Number> weights = r.W.row(i).transpose();
    if (i == r.row) weights += r.h;
    claims.equal("𝕃ᵢ = ⟨y, wᵢ⟩ + bᵢ, w + h in row i*", value[i], dot(r.x, weights) + r.b[i], int(i));
  }
}

void partial(const LayerRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Matrix<Number> moved = r.W;
    moved(r.row, j) += r.h[j];
    const Vector<Number> change = dense_value(r.x, moved, r.b) - dense_value(r.x, r.W, r.b);
    for (Eigen::Index i = 0; i < change.size(); ++i)
      claims.equal("𝕃ᵢ(w + hⱼeⱼ) − 𝕃ᵢ(w) = hⱼyⱼ if i = i*, else 0", change[i], i == r.row ? r.h[j] * r.x[j] : 0,
                   int(i * r.x.size() + j));
  }
}

template <class Jacobian>
Form<LayerInstance> wrong(const char* key, Jacobian jacobian) {
  return form<LayerRun>(key, [jacobian](const LayerRun& r, Claims& claims) { claim_jacobian(r, jacobian(r), claims); });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"rows", "𝕃 = [y ∗ w⁽¹⁾ᵀ … y ∗ wᵀ … y ∗ w⁽ᵐ⁻¹⁾ᵀ] + b", form<LayerRun>(rows).of_code()},
          {"partial derivative", "∂𝕃ᵢ/∂eⱼ (w) = yⱼ if i = i*, else 0", form<LayerRun>(partial).of_code()}};
}

Forms<LayerInstance> planted() {
  return {
      wrong("sign: −y in row i*", [](const LayerRun& r) { return Matrix<Number>(-shipped(r)); }),
      wrong("factor: y/2 in row i*", [](const LayerRun& r) { return Matrix<Number>(shipped(r) / 2); }),
      wrong("row i* + 1 for i*",
            [](const LayerRun& r) { return jacobian::dense_weight(r.x, (r.row + 1) % r.W.rows(), r.W.rows()); }),
      wrong("w for y in row i*",
            [](const LayerRun& r) {
              const Vector<Number> w = r.W.row(r.row).transpose();
              return jacobian::dense_weight(w, r.row, r.W.rows());
            }),
      wrong("missing zeros: y in every row",
            [](const LayerRun& r) { return Matrix<Number>(r.x.transpose().replicate(r.W.rows(), 1)); }),
      wrong("transposed: y in column i*", [](const LayerRun& r) { return Matrix<Number>(shipped(r).transpose()); })};
}

/// One input, two outputs, the first row of weights moved.
LayerInstance one_row_moved() {
  return {.x = at(0.125), .h = at(1), .W = Matrix<double>{{0}, {0}}, .b = vector({0, 0})};
}

}  // namespace

Lines<LayerInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {one_row_moved()}}; }

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed).of_code(); }

}  // namespace verigrad::dense_weight_jacobian
