#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

std::vector<Erratum> errata_in_words() {
  return {
      {.key = "k = 1",
       .place = "Theorem 24, (14.16)",
       .printed = "E(‖xₖ − x*‖²) ≤ R/(k+1) for every k",
       .corrected = "E(‖xₖ − x*‖²) ≤ R/(k+1) for k ≠ 1, and E(‖x₁ − x*‖²) ≤ R",
       .remark = "f₁′ = 1 and f₂′ = 2x − 1 for x ≥ 0, f₁′ = 2x + 1 and f₂′ = −1 for x ≤ 0: f = x²/2, and |fᵢ′| ≤ 1 on "
                 "[−1, 1], which no iterate from x₀ = 0 leaves. So R = 1, x₁ = ±1, and 1 ≤ 1/2 is false. The step "
                 "τ₀ = 1/μ turns the factor 1 − 2μτ₀ into −1, and the factor 2 is the most that k = 1 loses"},
      {.key = "negative factor",
       .place = "proof of Theorem 24, second line of the induction",
       .printed = "(1 − 2/m)εₖ + C²/(μm)² ≤ (1 − 2/m)R/m + R/m² for m = k + 1 ≥ 1",
       .corrected = "for m ≥ 2; for m = 1: ε₁ ≤ −ε₀ + C²/μ² ≤ R",
       .remark = "1 − 2/m is −1 at m = 1, so that εₖ ≤ R/m gives the opposite inequality; the printed chain would "
                 "end in ε₁ ≤ 0. At m = 2 the factor is 0, and what k = 1 loses is not passed on"},
      {.key = "bounded everywhere",
       .place = "Theorem 24, hypotheses",
       .printed = "‖∇fᵢ(x)‖² ≤ C² (for every x)",
       .corrected = "‖∇fᵢ(x)‖² ≤ C² for the points x that the method steps from, which then lie within C/μ of x*",
       .remark = "the two hypotheses exclude each other: by (14.17), μ‖x − x*‖ ≤ ‖∇f(x)‖ ≤ max ‖∇fᵢ(x)‖, which "
                 "exceeds any C far enough from x*. For every x, the theorem would speak of no function at all"}};
}

}  // namespace verigrad::strongly_convex_sgd
