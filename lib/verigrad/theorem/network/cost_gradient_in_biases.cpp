#include "verigrad/theorem/network/cost_gradient_in_biases.hpp"

#include "verigrad/autodiff/derivative.hpp"
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
       .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}},
       .formal = {.theorems = {"conclusion"}}},
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

template <class Gradients>
Form<NetworkInstance> wrong(const char* key, Gradients gradients) {
  return form<Run>(key, [gradients](const Run& r, Claims& claims) {
    std::vector<Matrix<Number>> rows;
    for (int k = 0; k <= r.p; ++k) rows.push_back(gradients(r, k));
    claim_each("planted = full Jacobians", rows, by_full_jacobians(r).b, claims);
  });
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
