// Operation counts: the product of Jacobians of a feed-forward composition from right to left (forward mode) takes
// n₀ Σ nₖnₖ₊₁ multiplications, from left to right (backward mode) n_t Σ nₖnₖ₊₁. MFDS, section 14.3.5.
#pragma once

#include <string>
#include <vector>

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/claim/lines.hpp"

namespace verigrad::operation_counts {

const Statement& statement();

/// f = f_t ∘ … ∘ f₁ with fₖ: ℝⁿ⁽ᵏ⁻¹⁾ → ℝⁿ⁽ᵏ⁾, by its dimensions n₀, …, n_t; t ≥ 2.
struct Chain {
  std::vector<int> n;
  int t() const { return int(n.size()) - 1; }
  bool rational() const { return true; }
  std::string describe() const;
};

/// ∏ xᵢ over p inputs, a function of p − 1 multiplications.
struct Product {
  int p;
  bool rational() const { return true; }
  std::string describe() const;
};

/// Multiplications counted while A_t (… (A₂A₁)) and (… (A_t A_{t−1}) …) A₁ are computed, rows times columns.
long counted_forward(const Chain& chain);
long counted_backward(const Chain& chain);
/// The fewest multiplications over all orders of the product, by dynamic programming.
long fewest(const Chain& chain);

/// Both counts are the printed sums.
Form<Chain> conclusion();
/// The displayed lines, when backward is cheaper and when optimal, and mistakes to reject.
Lines<Chain> lines();
/// Backward takes at most twice the multiplications of the best order, where n_t = 1.
Form<Chain> at_most_twice();
/// The gradient of ∏ xᵢ: reverse mode takes at most 5 times the operations of f, forward mode at least p/4 times.
Form<Product> gradient_cost();

/// +, −, ·, ÷, exp, log and √ count once each, in place or not, and give what they give in double.
Form<Product> each_counts_once();

/// npq multiplications are needed for 2 × 2 matrices however they are multiplied: false.
Form<Chain> strassen_needs_npq();

/// n_t < n₀, t ≥ 3 and n₂(n₀ − n_t) ≥ n₀n_t: backward is cheaper.
bool backward_is_cheaper(const Chain& chain);

}  // namespace verigrad::operation_counts
