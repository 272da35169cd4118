#include "verigrad/theorem/network/gradient_one_norm_bound.hpp"

#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_one_norm_bound {

using namespace gradient_norm_bound;

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.5.2",
      .stem = "gradient_one_norm_bound",
      .title = "Gradient bound by matrix norms, second form",
      .source = "SGM, Lemma 5.5.2",
      .text = "‖∇ₓf‖₁ ≤ ‖W_r‖₁ where ‖W‖₁ = sup_j Σ_i |w_ij|",
      .hypotheses = {{"slopes", "|A′| ≤ 1, as for A = S, R, T, L"}},
      .steps = {{"(5.33)", "∇ₓf = W_p × ∇A_p × W_{p−1} × … × W₁ × ∇A₁ × W₀"},
                {"‖∇A_r‖ ≤ 1", "‖∇A_r‖₁ ≤ 1, since |A′| ≤ 1: 'same proof'"},
                {"‖AB‖ ≤ ‖A‖‖B‖", "‖AB‖₁ ≤ ‖A‖₁ ‖B‖₁: 'same proof'"},
                {"quadratic norm, same proof",
                 "below the lemma: similar inequalities can be obtained in the quadratic norm (1.6). (1.6) is not at "
                 "hand; \"no explicit formula\" says the induced norm. Frobenius's, which has one, bounds ∇ₓf too, but "
                 "‖∇A_r‖_F ≤ 1 is false for two units"}},
      .errata = {{.key = "product lost",
                  .place = "Lemma 5.5.2",
                  .printed = "‖∇ₓf‖₁ ≤ ‖W_r‖₁",
                  .corrected = "‖∇ₓf‖₁ ≤ ∏_{r=0}^{p} ‖W_r‖₁",
                  .remark = "r is bound by nothing, and no r will do: f(x) = 2 · ReLU(2x) has ∇f = 4 at x = 1, and "
                            "‖W_0‖₁ = ‖W_1‖₁ = 2. The proof is that of Lemma 5.5.1, which has the product"}}};
  return result;
}

namespace {

/// max_r ‖W_r‖₁: the printed bound for the best r.
constexpr auto largest_norm = [](const Run& r) {
  Number largest(0);
  for (const Matrix<Number>& w : r.W) largest = larger<Number>(largest, column_sums(w));
  return largest;
};

}  // namespace

Form<NetworkInstance> attained() { return equal_to_product("attained", column_sums); }
Forms<NetworkInstance> steps() { return lines(column_sums); }
Forms<NetworkInstance> errata() { return {bounded("product lost", column_sums, largest_norm)}; }
Forms<NetworkInstance> corrected() { return {bounded_by_product("product lost", column_sums)}; }
Forms<NetworkInstance> planted() {
  Forms<NetworkInstance> result = wrong_bounds(column_sums);
  result.push_back(bounded("row sums of W, column sums of ∇ₓf", column_sums,
                           [](const auto& r) { return product_of_norms(r, row_sums); }));
  return result;
}

}  // namespace verigrad::gradient_one_norm_bound
