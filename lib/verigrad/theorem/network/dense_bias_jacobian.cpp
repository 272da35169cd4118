#include "verigrad/theorem/network/dense_bias_jacobian.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_bias_jacobian {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/4.3",
                  .stem = "dense_bias_jacobian",
                  .title = "Jacobian of the dense layer in its bias",
                  .source = "MathDNN, Proposition 4.3",
                  .text = "𝕃(y, W, ·) ∈ 𝒟(ℝᵐ, ℝᵐ) and 𝒥_{𝕃(y,W,·)}(b) = I_m",
                  .code = {"network/dense_layer.hpp: dense", "network/jacobian.hpp: jacobian::dense_bias"},
                  .hypotheses = {{"shapes", "y ∈ ℝⁿ, W ∈ ℳ(m, n): without them y ∗ Wᵀ + b is not defined"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

namespace {

void claim_jacobian(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  claim_linear(dense_value(r.x, r.W, r.b + r.h), dense_value(r.x, r.W, r.b), jacobian, r.h, claims);
}

void as_printed(const LayerRun& r, Claims& claims) {
  const Matrix<Number> jacobian = jacobian::dense_bias<Number>(r.b.size());
  claim_equal("𝒥ᵢⱼ = δᵢⱼ", jacobian, Matrix<Number>(Matrix<Number>::Identity(r.b.size(), r.b.size())), claims);
  claim_jacobian(r, jacobian, claims);
}

void row(const LayerRun& r, Claims& claims) {
  const Vector<Number> value = dense_value(r.x, r.W, r.b + r.h);
  for (Eigen::Index i = 0; i < value.size(); ++i) {
    const Vector<Number> weights = r.W.row(i).transpose();
    claims.equal("𝕃ᵢ = ⟨y, Wᵢ⟩ + bᵢ + hᵢ", value[i], dot(r.x, weights) + (r.b[i] + r.h[i]), int(i));
  }
}

void partial(const LayerRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.b.size(); ++j) {
    Vector<Number> moved = r.b;
    moved[j] += r.h[j];
    const Vector<Number> change = dense_value(r.x, r.W, moved) - dense_value(r.x, r.W, r.b);
    for (Eigen::Index i = 0; i < change.size(); ++i)
      claims.equal("𝕃ᵢ(b + hⱼeⱼ) − 𝕃ᵢ(b) = hⱼδᵢⱼ", change[i], i == j ? r.h[j] : 0, int(i * r.b.size() + j));
  }
}

/// The partial derivatives for j = 1 … m make up the whole differential.
void m_columns(const LayerRun& r, Claims& claims) {
  const Vector<Number> value = dense_value(r.x, r.W, r.b);
  Vector<Number> differential = Vector<Number>::Zero(value.size());
  for (Eigen::Index j = 0; j < r.b.size(); ++j) {
    Vector<Number> moved = r.b;
    moved[j] += 1;
    differential += r.h[j] * (dense_value(r.x, r.W, moved) - value);
  }
  claims.equal("𝕃(b + h) − 𝕃(b) = Σⱼ hⱼ ∂𝕃/∂eⱼ (b), j = 1 … m",
               Vector<Number>(dense_value(r.x, r.W, r.b + r.h) - value), differential);
}

void n_columns(const LayerRun& r, Claims& claims) {
  claims.equal("columns that the proof names = columns of I_m", int(r.x.size()), int(r.b.size()));
}

template <class Jacobian>
Form<LayerInstance> wrong(const char* key, Jacobian jacobian) {
  return form<LayerRun>(key, [jacobian](const LayerRun& r, Claims& claims) {
    claim_jacobian(r, jacobian(r, jacobian::dense_bias<Number>(r.b.size())), claims);
  });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"row", "𝕃ᵢ(y, W, b) = y ∗ Wᵢ,:ᵀ + bᵢ", form<LayerRun>(row).of_code()},
          {"partial derivative", "∂𝕃ᵢ(y, W, ·)/∂eⱼ (b) = δᵢⱼ", form<LayerRun>(partial).of_code()}};
}

/// m = 2, n = 1.
LayerInstance two_outputs() {
  return {.x = at(1), .h = vector({1, 1}), .W = Matrix<double>{{1}, {1}}, .b = vector({0, 0})};
}

FalseLine<LayerInstance> range_of_j() {
  return {.words = {.key = "range of j",
                    .place = "Proposition 4.3, proof, first line",
                    .printed = "Let i ∈ ⟦1, m⟧, j ∈ ⟦1, n⟧ and b ∈ ℝᵐ",
                    .corrected = "Let i ∈ ⟦1, m⟧, j ∈ ⟦1, m⟧ and b ∈ ℝᵐ",
                    .remark = "eⱼ is a basis vector of ℝᵐ, to which b belongs: for n < m the proof leaves out the last "
                              "columns of I_m. Right in the proof of Proposition 4.1, from which the line is taken.",
                    .weight = Weight::notation,
                    .one_letter = true},
          .printed = form<LayerRun>(n_columns),
          .counterexample = two_outputs(),
          .corrected = {form<LayerRun>(m_columns)}};
}

Forms<LayerInstance> planted() {
  return {
      wrong("sign: −I", [](const LayerRun&, const Matrix<Number>& unit) { return Matrix<Number>(-unit); }),
      wrong("factor: I/2", [](const LayerRun&, const Matrix<Number>& unit) { return Matrix<Number>(unit / 2); }),
      wrong("index: reversed I",
            [](const LayerRun&, const Matrix<Number>& unit) { return Matrix<Number>(unit.rowwise().reverse()); }),
      wrong("W for I", [](const LayerRun& r, const Matrix<Number>&) { return r.W; }),
      wrong("diag b for I", [](const LayerRun& r, const Matrix<Number>&) { return Matrix<Number>(r.b.asDiagonal()); }),
      wrong("missing: 0", [](const LayerRun&, const Matrix<Number>& unit) { return Matrix<Number>(0 * unit); })};
}

/// One input, two outputs, the first bias moved.
LayerInstance one_bias_moved() {
  LayerInstance result = two_outputs();
  result.x = at(0);
  result.h = vector({0.125, 0});
  result.W.setZero();
  return result;
}

}  // namespace

Lines<LayerInstance> lines() {
  return {.steps = steps(), .errata = {range_of_j()}, .planted = planted(), .separating = {one_bias_moved()}};
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed).of_code(); }

}  // namespace verigrad::dense_bias_jacobian
