#include "verigrad/theorem/network/gradient_infinity_norm_bound.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_infinity_norm_bound {

using namespace gradient_norm_bound;

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.5.1",
                  .stem = "gradient_infinity_norm_bound",
                  .title = "Gradient bound by matrix norms",
                  .source = "SGM, Lemma 5.5.1",
                  .text = "‖∇ₓf‖_∞ ≤ ∏_{r=0}^{p+1} ‖W_r‖_∞ where ‖W‖_∞ = sup_j Σ_i |w_ij|",
                  .code = {"network/jacobian.hpp: jacobian::activation"},
                  .hypotheses = {{"slopes", "|A′| ≤ 1, as for A = S, R, T, L"}},
                  .formal = {.theorems = {"conclusion", "conclusion_differential"},
                             .corrected = "the product up to r = p, with ‖W‖_∞ = sup_i Σ_j |w_ij|"}},
                 lines());
  return result;
}

namespace {

/// As many factors as matrices.
Form<NetworkInstance> factors(int beyond) {
  return form<Run>([beyond](const Run& r, Claims& claims) {
    claims.equal("factors = matrices", r.p + beyond + 1, int(r.W.size()));
  });
}

/// sup_i |(∇ₓf h)_i| ≤ ‖∇ₓf‖ sup_j |h_j|, for h = (1, …, 1), as an induced norm has it.
template <class Norm>
Form<NetworkInstance> induced(Norm norm) {
  return form<Run>([norm](const Run& r, Claims& claims) {
    const Matrix<Number> gradient = row_gradients::input_jacobians(r).back();
    const Matrix<Number> ones = Matrix<Number>::Ones(gradient.cols(), 1);
    const Matrix<Number> moved = product(gradient, ones);
    claims.at_most("|∇ₓf h|_∞ ≤ ‖∇ₓf‖_∞ |h|_∞, h = (1, …, 1)", entries(moved), norm(gradient));
    claims.at_most("‖∇ₓf‖_∞ ≤ ∏ ‖W_r‖_∞", norm(gradient), product_of_norms(r, norm));
  });
}

/// f = x₁ + x₂: W_0 = (1 1).
NetworkInstance sum_of_two() { return one_sample(DenseNetwork::classifier({2, 1}), vector({1, 1, 0}), vector({1, 1})); }

FalseLine<NetworkInstance> factor_too_many() {
  return {.words = {.key = "factor W_{p+1}",
                    .place = "Lemma 5.5.1",
                    .printed = "∏_{r=0}^{p+1} ‖W_r‖_∞",
                    .corrected = "∏_{r=0}^{p} ‖W_r‖_∞",
                    .remark = "The network and (5.33) have the matrices W_0 … W_p; there is no W_{p+1}.",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = factors(1),
          .counterexample = sum_of_two(),
          .corrected = {factors(0)}};
}

FalseLine<NetworkInstance> norm_of_the_transpose() {
  return {
      .words = {.key = "norm of the transpose",
                .place = "Lemma 5.5.1",
                .printed = "‖W‖_∞ = sup_j Σ_i |w_ij|",
                .corrected = "‖W‖_∞ = sup_i Σ_j |w_ij|",
                .remark = "It is the norm of Lemma 5.5.2, which prints the same formula for ‖W‖₁, rightly.",
                .by_hand =
                    "W = (1 1) takes (1, 1), of norm 1, to 2: its infinity norm is 2, and the printed formula gives 1",
                .weight = Weight::statement,
                .survives =
                    "with sup_i Σ_j |w_ij|; with the printed formula the lemma is true of ‖·‖₁, and is Lemma 5.5.2"},
      .printed = induced(column_sums),
      .counterexample = sum_of_two(),
      .corrected = {induced(row_sums)}};
}

Forms<NetworkInstance> planted() {
  Forms<NetworkInstance> result = wrong_bounds(row_sums);
  result.push_back(bounded("column sums of W, row sums of ∇ₓf", row_sums,
                           [](const auto& r) { return product_of_norms(r, column_sums); }));
  return result;
}

/// Two linear layers, 2–2–1.
NetworkInstance two_linear_layers() {
  return one_sample(DenseNetwork({2, 2, 1}, {Activation::identity, Activation::identity}),
                    vector({-0.125, 0.875, 0, 0.75, 0, 0, -0.125, 2.875, 0}), vector({0, 0}));
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.steps = steps(row_sums, "‖∇A_r‖_∞ ≤ 1, since |A′| ≤ 1", "‖AB‖_∞ ≤ ‖A‖_∞ ‖B‖_∞"),
          .errata = {factor_too_many(), norm_of_the_transpose()},
          .planted = planted(),
          .separating = {two_linear_layers()}};
}

Form<NetworkInstance> conclusion() { return bounded_by_product("as printed, r ≤ p", column_sums); }
Form<NetworkInstance> slopes() { return gradient_norm_bound::slopes(row_sums); }
Form<NetworkInstance> attained() { return equal_to_product("attained", row_sums); }

}  // namespace verigrad::gradient_infinity_norm_bound
