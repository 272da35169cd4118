#include "verigrad/theorem/network/gradient_one_norm_bound.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"
#include "verigrad/theorem/network/gradient_quadratic_norm.hpp"

namespace verigrad::gradient_one_norm_bound {

using namespace gradient_norm_bound;

const Statement& statement() {
  static const Statement result = with_lines({.id = "sgm/5.5.2",
                                              .stem = "gradient_one_norm_bound",
                                              .title = "Gradient bound by matrix norms, second form",
                                              .source = "SGM, Lemma 5.5.2",
                                              .text = "‖∇ₓf‖₁ ≤ ‖W_r‖₁ where ‖W‖₁ = sup_j Σ_i |w_ij|",
                                              .code = {"network/jacobian.hpp: jacobian::activation"},
                                              .hypotheses = {{"slopes", "|A′| ≤ 1, as for A = S, R, T, L"}},
                                              .formal = {.theorems = {"conclusion", "conclusion_differential"},
                                                         .corrected = "the product of all ‖W_r‖₁, r ≤ p"}},
                                             lines());
  return result;
}

namespace {

/// max_r ‖W_r‖₁: the printed bound for the best r.
Number largest_norm(const Run& r) {
  Number largest(0);
  for (const Matrix<Number>& w : r.W) largest = larger<Number>(largest, column_sums(w));
  return largest;
}

Step<NetworkInstance> quadratic_norm() {
  return {"quadratic norm, same proof",
          "below the lemma: similar inequalities can be obtained in the quadratic norm (1.6). (1.6) is not at "
          "hand; \"no explicit formula\" says the induced norm. Frobenius's, which has one, bounds ∇ₓf too, but "
          "‖∇A_r‖_F ≤ 1 is false for two units",
          gradient_quadratic_norm::same_proof()};
}

/// f = 2 · ReLU(2x) at x = 1.
NetworkInstance doubled_twice() { return one_sample(DenseNetwork::classifier({1, 1, 1}), vector({2, 0, 2, 0}), at(1)); }

FalseLine<NetworkInstance> product_lost() {
  return {
      .words = {.key = "product lost",
                .place = "Lemma 5.5.2",
                .printed = "‖∇ₓf‖₁ ≤ ‖W_r‖₁",
                .corrected = "‖∇ₓf‖₁ ≤ ∏_{r=0}^{p} ‖W_r‖₁",
                .remark =
                    "r is bound by nothing, and no r will do. The proof is that of Lemma 5.5.1, which has the product.",
                .by_hand = "f(x) = 2·ReLU(2x): ∇f(1) = 4, and ‖W_0‖₁ = ‖W_1‖₁ = 2",
                .weight = Weight::statement,
                .survives = "‖∇ₓf‖₁ ≤ ∏ ‖W_r‖₁",
                .of_statement = true},
      .printed = bounded("product lost", column_sums, largest_norm),
      .counterexample = doubled_twice(),
      .corrected = {bound()}};
}

Forms<NetworkInstance> planted() {
  Forms<NetworkInstance> result = wrong_bounds(column_sums);
  result.push_back(bounded("row sums of W, column sums of ∇ₓf", column_sums,
                           [](const auto& r) { return product_of_norms(r, row_sums); }));
  return result;
}

/// Few inputs and many outputs; matrices of ones.
std::vector<NetworkInstance> separating() {
  return {one_sample(DenseNetwork::classifier({2, 1, 2}), vector({0, 2, 1, 2, 1, 0, 0}), vector({0, 0})),
          matrices_of_ones({2, 3, 2})};
}

}  // namespace

Lines<NetworkInstance> lines() {
  std::vector<Step<NetworkInstance>> steps = gradient_norm_bound::steps(
      column_sums, "‖∇A_r‖₁ ≤ 1, since |A′| ≤ 1: 'same proof'", "‖AB‖₁ ≤ ‖A‖₁ ‖B‖₁: 'same proof'");
  steps.push_back(quadratic_norm());
  return {.steps = steps, .errata = {product_lost()}, .planted = planted(), .separating = separating()};
}

Form<NetworkInstance> bound() { return bounded_by_product("product lost", column_sums); }
Form<NetworkInstance> slopes() { return gradient_norm_bound::slopes(column_sums); }
Form<NetworkInstance> attained() { return equal_to_product("attained", column_sums); }

}  // namespace verigrad::gradient_one_norm_bound
