#include "verigrad/theorem/network/dense_input_jacobian.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_input_jacobian {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/4.1",
                  .stem = "dense_input_jacobian",
                  .title = "Jacobian of the dense layer in its input",
                  .source = "MathDNN, Proposition 4.1",
                  .text = "𝕃(·, W, b) ∈ 𝒟(ℝⁿ, ℝᵐ) and 𝒥_{𝕃(·,W,b)}(y) = W, m × n",
                  .code = {"network/dense_layer.hpp: dense", "network/jacobian.hpp: jacobian::dense_input"},
                  .hypotheses = {{"shapes", "W ∈ ℳ(m, n), b ∈ ℝᵐ: without them y ∗ Wᵀ + b is not defined"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

namespace {

void claim_jacobian(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  claim_linear(dense_value(r.x + r.h, r.W, r.b), dense_value(r.x, r.W, r.b), jacobian, r.h, claims);
}

void as_printed(const LayerRun& r, Claims& claims) {
  const Matrix<Number> jacobian = jacobian::dense_input(r.W);
  claim_equal("𝒥ᵢⱼ = Wᵢⱼ", jacobian, r.W, claims);
  claim_jacobian(r, jacobian, claims);
}

void row(const LayerRun& r, Claims& claims) {
  const Vector<Number> value = dense_value(r.x, r.W, r.b);
  for (Eigen::Index i = 0; i < value.size(); ++i) {
    const Vector<Number> weights = r.W.row(i).transpose();
    claims.equal("𝕃ᵢ = ⟨y, Wᵢ⟩ + bᵢ", value[i], dot(r.x, weights) + r.b[i], int(i));
  }
}

void partial(const LayerRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<Number> moved = r.x;
    moved[j] += r.h[j];
    const Vector<Number> change = dense_value(moved, r.W, r.b) - dense_value(r.x, r.W, r.b);
    for (Eigen::Index i = 0; i < change.size(); ++i)
      claims.equal("𝕃ᵢ(y + hⱼeⱼ) − 𝕃ᵢ(y) = hⱼWᵢⱼ", change[i], r.h[j] * r.W(i, j), int(i * r.x.size() + j));
  }
}

template <class Jacobian>
Form<LayerInstance> wrong(const char* key, Jacobian jacobian) {
  return form<LayerRun>(key, [jacobian](const LayerRun& r, Claims& claims) { claim_jacobian(r, jacobian(r), claims); });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"row", "𝕃ᵢ(y, W, b) = y ∗ Wᵢ,:ᵀ + bᵢ", form<LayerRun>(row).of_code()},
          {"partial derivative", "∂𝕃ᵢ(·, W, b)/∂eⱼ (y) = Wᵢⱼ", form<LayerRun>(partial).of_code()}};
}

Forms<LayerInstance> planted() {
  return {wrong("sign: −W", [](const LayerRun& r) { return Matrix<Number>(-r.W); }),
          wrong("factor: 2W", [](const LayerRun& r) { return Matrix<Number>(r.W + r.W); }),
          wrong("transposed: Wᵀ", [](const LayerRun& r) { return Matrix<Number>(r.W.transpose()); }),
          wrong("index: rows in reverse", [](const LayerRun& r) { return Matrix<Number>(r.W.colwise().reverse()); }),
          wrong("bias added: Wᵢⱼ + bᵢ", [](const LayerRun& r) {
            Matrix<Number> result = r.W;
            for (Eigen::Index j = 0; j < result.cols(); ++j) result.col(j) += r.b;
            return result;
          })};
}

/// One input, two outputs, one of which does not depend on it.
LayerInstance one_weight() {
  return {.x = at(0), .h = at(0.0625), .W = Matrix<double>{{0}, {0.125}}, .b = vector({0, 1})};
}

}  // namespace

Lines<LayerInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {one_weight()}}; }

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed).of_code(); }

}  // namespace verigrad::dense_input_jacobian
