#include "verigrad/theorem/network/cost_gradient_in_input.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::cost_gradient_in_input {

using namespace row_gradients;

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.1.6",
                  .stem = "cost_gradient_in_input",
                  .title = "Gradient in the input",
                  .source = "SGM, Lemma 5.1.6",
                  .text = "∇ₓ(φ ∘ f) = ∇φ∘fᵖ × W_p × ∇S_p∘f^{p−1} × W_{p−1} × … × W₁ × ∇S₁∘f⁰ × W₀ ∈ (ℝᵐ)ᵗ",
                  .code = {"network/jacobian.hpp: jacobian::activation", "network/loss.hpp: loss_gradient"},
                  .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}},
                  .formal = {.theorems = {"conclusion"}, .corrected = "∇S_r of size a_r, 1 ≤ r ≤ p"}},
                 lines());
  return result;
}

namespace {

void printed(const Run& r, Claims& claims) {
  claim_equal("(5.11) = dual numbers", in_input(r), by_dual_numbers(r).x, claims);
  claim_equal("(5.11) = full Jacobians", in_input(r), by_full_jacobians(r).x, claims);
}

void repeated(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> level = input_jacobians(r);
  claim_equal("∇ₓf⁰ = W₀", level.front(), r.W.front(), claims);
  for (std::size_t k = 1; k < level.size(); ++k)
    claim_equal("∇ₓfʳ = W_r × ∇S_r × ∇ₓf^{r−1}", level[k], product(r.W[k], product(r.dS[k], level[k - 1])), claims);
}

void affine(const Run& r, Claims& claims) {
  for (std::size_t k = 0; k < r.W.size(); ++k) {
    const auto f = [&](const Vector<Dual<Number>>& x) {
      Vector<Dual<Number>> z(r.W[k].rows());
      for (Eigen::Index i = 0; i < z.size(); ++i) {
        z[i] = Dual<Number>(r.network.bias(r.theta, int(k) + 1)[i]);
        for (Eigen::Index j = 0; j < x.size(); ++j) z[i] += r.W[k](i, j) * x[j];
      }
      return z;
    };
    claim_equal("∇f_r = W_r", forward_jacobian<Number>(f, r.S[k]), r.W[k], claims);
  }
}

/// (5.11) from the right.
Matrix<Number> from_the_right(const Run& r) {
  Matrix<Number> jacobian = r.W.front();
  for (std::size_t k = 1; k < r.W.size(); ++k) jacobian = product(r.W[k], product(r.dS[k], jacobian));
  return product(r.dphi, jacobian);
}

void either_order(const Run& r, Claims& claims) { claim_equal("either order", in_input(r), from_the_right(r), claims); }

/// ∇S_r is of size a_{r + shift}.
Form<NetworkInstance> size_of_slope(int shift) {
  return form<Run>([shift](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.p; ++k) {
      const auto s = [&](const Vector<Dual<Number>>& z) {
        const Activation kind = r.network.activation(k);
        return Vector<Dual<Number>>(
            z.unaryExpr([kind](const Dual<Number>& entry) { return activate<Dual<Number>>(kind, entry); }));
      };
      const Matrix<Number> slopes = forward_jacobian<Number>(s, r.f[std::size_t(k) - 1]);
      claims.equal("lines of ∇S_r", int(slopes.rows()), r.a(k + shift), k);
      claims.equal("columns of ∇S_r", int(slopes.cols()), r.a(k + shift), k);
    }
  });
}

template <class Product>
Form<NetworkInstance> wrong(const char* key, Product product) {
  return form<Run>(key, [product](const Run& r, Claims& claims) {
    claim_equal("planted = full Jacobians", Matrix<Number>(product(r)), by_full_jacobians(r).x, claims);
  });
}

/// (5.11) with factor(r, k) in place of W_k × ∇S_k.
template <class Factor>
Matrix<Number> with_factors(const Run& r, Factor factor) {
  Matrix<Number> row = r.dphi;
  for (std::size_t k = std::size_t(r.p); k > 0; --k) row = fitting_product(row, factor(k));
  return fitting_product(row, r.W.front());
}

std::vector<Step<NetworkInstance>> steps() {
  return {
      {"repeated (5.9)", "∇ₓfʳ = W_r × ∇S_r∘f^{r−1} × ∇ₓf^{r−1}, ∇ₓf⁰ = W₀", form<Run>(repeated)},
      {"affine", "∇_{x_r} f_r = ∇_{x_r}(W_r x_r + b_r) = W_r", form<Run>(affine)},
      {"either order", "(5.11) multiplied from the right is (5.11) multiplied from the left", form<Run>(either_order)}};
}

FalseLine<NetworkInstance> size_of_the_slopes() {
  return {
      .words = {.key = "numbering of S",
                .place =
                    "before Lemma 5.1.6, Lemma 5.1.6 under (5.11), and the displayed line of the proof of Lemma 5.1.7",
                .printed =
                    "S_r … denotes the sigmoid function applied component wise to a vector ∈ ℝ^{a_{r+1}}; f^r = f_r ∘ "
                    "S_r ∘ …; ∇S_r ∈ M_{a_{r+1}}(ℝ), 0 ≤ r ≤ p; in the proof of Lemma 5.1.7, f_r ∘ S_{r−1} ∘ f^{r−1}",
                .corrected = "S_r acts on ℝ^{a_r}, 1 ≤ r ≤ p, so that f^r = f_r ∘ S_r ∘ f^{r−1} and ∇S_r ∈ M_{a_r}(ℝ); "
                             "or S_{r−1} for S_r in (5.11)–(5.14) and (5.33)",
                .remark = "The text numbers in two ways at once: S_r before f_r in (5.11)–(5.14) and (5.33), where "
                          "∇A_r ∈ M_{a_r}, but S_r after f_r in 'a vector ∈ ℝ^{a_{r+1}}', in 'f₁ ∘ S₀ ∘ f₀' and in the "
                          "proof of Lemma 5.1.7. In (5.11) ∇S_r stands between W_r ∈ M_{a_{r+1},a_r} and W_{r−1} ∈ "
                          "M_{a_r,a_{r−1}}: with the printed size no product is defined unless all widths are equal.",
                .weight = Weight::notation,
                .of_statement = true},
      .printed = size_of_slope(1),
      .counterexample = matrices_of_ones({1, 1, 2}),
      .corrected = {size_of_slope(0)}};
}

Forms<NetworkInstance> planted() {
  return {wrong("sign", [](const Run& r) { return Matrix<Number>(-in_input(r)); }),
          wrong("without W₀", [](const Run& r) { return in_bias(r, 0); }),
          wrong("without ∇S", [](const Run& r) { return with_factors(r, [&](std::size_t k) { return r.W[k]; }); }),
          wrong("∇S_r at S_r∘f^{r−1}",
                [](const Run& r) {
                  return with_factors(r, [&](std::size_t k) {
                    return fitting_product(r.W[k], jacobian::activation<Number>(r.network.activation(int(k)), r.S[k]));
                  });
                }),
          wrong("order: ∇S_r × W_r",
                [](const Run& r) {
                  return with_factors(r, [&](std::size_t k) { return fitting_product(r.dS[k], r.W[k]); });
                }),
          wrong("W_rᵗ for W_r",
                [](const Run& r) {
                  return with_factors(r, [&](std::size_t k) { return fitting_product(r.W[k].transpose(), r.dS[k]); });
                }),
          wrong("column for row", [](const Run& r) { return Matrix<Number>(in_input(r).transpose()); })};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.steps = steps(),
          .errata = {size_of_the_slopes()},
          .planted = planted(),
          .separating = row_gradients::separating()};
}

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() {
  return form<Run>("central difference", [](const Run& r, Claims& claims) {
    claim_equal("(5.11) = central difference", in_input(r), by_central_differences(r, frac(1, 4)).x, claims);
  });
}

}  // namespace verigrad::cost_gradient_in_input
