#include "verigrad/theorem/network/dense_input_jacobian.hpp"

#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/dense_data.hpp"

namespace verigrad::dense_input_jacobian {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/4.1",
      .stem = "dense_input_jacobian",
      .title = "Jacobian of the dense layer in its input",
      .source = "MathDNN, Proposition 4.1",
      .text = "𝕃(·, W, b) ∈ 𝒟(ℝⁿ, ℝᵐ) and 𝒥_{𝕃(·,W,b)}(y) = W, m × n",
      .hypotheses = {{"shapes", "W ∈ ℳ(m, n), b ∈ ℝᵐ: without them y ∗ Wᵀ + b is not defined"}},
      .steps = {{"row", "𝕃ᵢ(y, W, b) = y ∗ Wᵢ,:ᵀ + bᵢ"}, {"partial derivative", "∂𝕃ᵢ(·, W, b)/∂eⱼ (y) = Wᵢⱼ"}},
      .errata = {}};
  return result;
}

namespace {

void claim_jacobian(const LayerData& r, const Matrix<Number>& jacobian, Claims& claims) {
  claim_linear(dense_value(r.x + r.h, r.W, r.b), dense_value(r.x, r.W, r.b), jacobian, r.h, claims);
}

void as_printed(const LayerData& r, Claims& claims) {
  const Matrix<Number> jacobian = jacobian::dense_input(r.W);
  claim_equal("𝒥ᵢⱼ = Wᵢⱼ", jacobian, r.W, claims);
  claim_jacobian(r, jacobian, claims);
}

void row(const LayerData& r, Claims& claims) {
  const Vector<Number> value = dense_value(r.x, r.W, r.b);
  for (Eigen::Index i = 0; i < value.size(); ++i) {
    const Vector<Number> weights = r.W.row(i).transpose();
    claims.equal("𝕃ᵢ = ⟨y, Wᵢ⟩ + bᵢ", value[i], dot(r.x, weights) + r.b[i], int(i));
  }
}

void partial(const LayerData& r, Claims& claims) {
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
  return form<LayerData>(key,
                         [jacobian](const LayerData& r, Claims& claims) { claim_jacobian(r, jacobian(r), claims); });
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Forms<LayerInstance> steps() { return {form<LayerData>("row", row), form<LayerData>("partial derivative", partial)}; }

Forms<LayerInstance> planted() {
  return {wrong("sign: −W", [](const LayerData& r) { return Matrix<Number>(-r.W); }),
          wrong("factor: 2W", [](const LayerData& r) { return Matrix<Number>(r.W + r.W); }),
          wrong("transposed: Wᵀ", [](const LayerData& r) { return Matrix<Number>(r.W.transpose()); }),
          wrong("index: rows in reverse", [](const LayerData& r) { return Matrix<Number>(r.W.colwise().reverse()); }),
          wrong("bias added: Wᵢⱼ + bᵢ", [](const LayerData& r) {
            Matrix<Number> result = r.W;
            for (Eigen::Index j = 0; j < result.cols(); ++j) result.col(j) += r.b;
            return result;
          })};
}

}  // namespace verigrad::dense_input_jacobian
