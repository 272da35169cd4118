#include "verigrad/theorem/network/cost_gradient_in_biases.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::cost_gradient_in_biases {

using namespace row_gradients;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.1.7",
       .stem = "cost_gradient_in_biases",
       .title = "Gradient in the biases",
       .source = "SGM, Lemma 5.1.7",
       .text = "0 ≤ r ≤ p: ∇_{b_r}(φ ∘ f) = ∇φ∘fᵖ × W_p × ∇S_p∘f^{p−1} × … × W_{r+1} × ∇S_{r+1}∘fʳ ∈ (ℝ^{a_{r+1}})ᵗ",
       .code = {"network/jacobian.hpp: jacobian::activation", "network/loss.hpp: loss_gradient"},
       .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}}},
      lines());
  return result;
}

namespace {

std::vector<Matrix<Number>> products(const Run& r) {
  std::vector<Matrix<Number>> result;
  for (int k = 0; k <= r.p; ++k) result.push_back(in_bias(r, k));
  return result;
}

void printed(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> gradients = products(r);
  claim_each("(5.12) = dual numbers", gradients, by_dual_numbers(r).b, claims);
  claim_each("(5.12) = full Jacobians", gradients, by_full_jacobians(r).b, claims);
}

void identity(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.p; ++k) {
    const auto f = [&](const Vector<Dual<Number>>& b) {
      Vector<Dual<Number>> z = b;
      for (Eigen::Index i = 0; i < z.size(); ++i)
        z[i] += Dual<Number>(dot(r.W[std::size_t(k)].row(i).transpose(), r.S[std::size_t(k)]));
      return z;
    };
    const Matrix<Number> unit = Matrix<Number>::Identity(r.a(k + 1), r.a(k + 1));
    const Vector<Number> b = r.network.bias(r.theta, k + 1);
    claim_equal("∇_{b_r} = I", forward_jacobian<Number>(f, b), unit, claims);
  }
}

/// The library's network cut off after f_r.
Vector<Number> level(const Run& r, int k) {
  const std::vector<int>& widths = r.network.widths();
  std::vector<Activation> activations;
  for (int i = 1; i <= k; ++i) activations.push_back(r.network.activation(i));
  activations.push_back(Activation::identity);
  const DenseNetwork head({widths.begin(), widths.begin() + k + 2}, activations);
  Backpropagation<Number> pass(head, r.loss);
  return pass.outputs(r.theta.head(head.parameter_count()), r.x.transpose()).transpose();
}

/// fʳ = W_r S(f^{r−1}) + b_r with S the activation numbered index(r), for r ≥ 2.
template <class Index>
Form<NetworkInstance> level_by(Index index) {
  return form<Run>([index](const Run& r, Claims& claims) {
    for (int k = 2; k <= r.p; ++k) {
      const Activation kind = r.network.activation(index(k));
      const Vector<Number> y =
          r.f[std::size_t(k) - 1].unaryExpr([kind](const Number& z) { return activate<Number>(kind, z); });
      Vector<Number> z = r.network.bias(r.theta, k + 1);
      for (Eigen::Index i = 0; i < z.size(); ++i) z[i] += dot(r.W[std::size_t(k)].row(i).transpose(), y);
      claims.equal("fʳ = f_r ∘ S ∘ f^{r−1}", z, level(r, k));
    }
  });
}

template <class Gradients>
Form<NetworkInstance> wrong(const char* key, Gradients gradients) {
  return form<Run>(key, [gradients](const Run& r, Claims& claims) {
    std::vector<Matrix<Number>> rows;
    for (int k = 0; k <= r.p; ++k) rows.push_back(gradients(r, k));
    claim_each("planted = full Jacobians", rows, by_full_jacobians(r).b, claims);
  });
}

/// All widths 1, W_r = 1, b_r = 0, S₁ = z², S₂ = z, x = 2: f⁰ = 2, f¹ = 4, f² = 4; with S₁ for S₂ it would be 16.
NetworkInstance square_then_identity() {
  return one_sample(DenseNetwork({1, 1, 1, 1}, {Activation::square, Activation::identity, Activation::identity}),
                    vector({1, 0, 1, 0, 1, 0}), at(2));
}

FalseLine<NetworkInstance> activation_below() {
  return {
      .words = {.key = "S_{r−1} for S_r",
                .place = "Lemma 5.1.7, displayed line of the proof (twice)",
                .printed = "∇_{b_r}(f_r ∘ S_{r−1} ∘ f^{r−1}) = ∇_{b_r}(W_r S_{r−1}∘f^{r−1} + b_r) = I",
                .corrected = "∇_{b_r}(f_r ∘ S_r ∘ f^{r−1}) = ∇_{b_r}(W_r S_r∘f^{r−1} + b_r) = I",
                .remark =
                    "by its definition and by (5.11)–(5.14), fʳ = f_r ∘ S_r ∘ f^{r−1}. With all W = 1, b = 0, S₁ = z² "
                    "and S₂ = z: f²(2) = S₂(4) = 4, but f₂ ∘ S₁ ∘ f¹ = 16. Where all layers have one activation "
                    "function, the index only says on which space it acts. The value I is right"},
      .printed = level_by([](int k) { return k - 1; }),
      .counterexample = square_then_identity(),
      .corrected = {level_by([](int k) { return k; })}};
}

Forms<NetworkInstance> planted() {
  return {wrong("sign", [](const Run& r, int k) { return Matrix<Number>(-in_bias(r, k)); }),
          wrong("down to W_r instead of ∇S_{r+1}",
                [](const Run& r, int k) { return fitting_product(in_bias(r, k), r.W[std::size_t(k)]); }),
          wrong("the bias above", [](const Run& r, int k) { return in_bias(r, std::min(k + 1, r.p)); }),
          wrong("without the last ∇S_{r+1}",
                [](const Run& r, int k) {
                  return k == r.p ? r.dphi : fitting_product(in_bias(r, k + 1), r.W[std::size_t(k) + 1]);
                }),
          wrong("∇S_{r+1} twice",
                [](const Run& r, int k) {
                  return k == r.p ? r.dphi : fitting_product(in_bias(r, k), r.dS[std::size_t(k) + 1]);
                }),
          wrong("column for row", [](const Run& r, int k) { return Matrix<Number>(in_bias(r, k).transpose()); })};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.steps = {{"identity", "∇_{b_r}(W_r S_r∘f^{r−1} + b_r) = I_{a_{r+1}}", form<Run>(identity)}},
          .errata = {activation_below()},
          .planted = planted(),
          .separating = row_gradients::separating()};
}

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() {
  return form<Run>("central difference", [](const Run& r, Claims& claims) {
    claim_equal("(5.12) = central difference", in_bias(r, 0), by_central_differences(r, frac(1, 4)).b.front(), claims);
  });
}

}  // namespace verigrad::cost_gradient_in_biases
