#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {

std::vector<Erratum> errata_in_words() {
  return {
      {.key = "weights in b",
       .place = "Theorem 5.3.1, proof, first display, and b = Σ xᵢ⊗yᵢ, bₖʳ after it",
       .printed = "Σ αᵢAᵢW*ᵗ = Σ xᵢ⊗yᵢ",
       .corrected = "Σ αᵢAᵢW*ᵗ = Σ αᵢxᵢ⊗yᵢ",
       .remark = "the gradient of (5.30) has αᵢ in both terms. Both printings lack it in b and in bₖʳ"},
      {.key = "factor 2",
       .place = "Theorem 5.3.1, proof, second item, and the equation of (Zₖʳ)ᵗ",
       .printed = "d/dτ Wᵗ = −A(Wᵗ − W*ᵗ), A = Σ αᵢAᵢ",
       .corrected = "d/dτ Wᵗ = −A(Wᵗ − W*ᵗ), A = 2Σ αᵢAᵢ: the A of every other check of this statement",
       .remark = "∇|Wx − y|² has a factor 2, and neither (5.29) nor (5.30) a ½; the limit does not depend on it"},
      {.key = "bounded minimisers",
       .place = "Theorem 5.3.1, proof, (5.32)",
       .printed = "a minimiser Wₖʳ is bounded (consequence of the analysis of the least square method)",
       .corrected = "one solution Wₖʳ is fixed for each set of terms: there are finitely many",
       .remark = "a batch with fewer points than dimensions has a line of minimisers; uniqueness is assumed of J only. "
                 "The later formulas do not depend on the choice"},
      {.key = "product index",
       .place = "Theorem 5.3.1, proof, formula of one epoch",
       .printed = "Wₖ₊₁ᵗ = Σᵣ (Πₛ₌ᵣ₊₁ᵖ exp(−AₖʳΔtₖ)) (I − exp(−AₖʳΔtₖ)) (Wₖʳ)ᵗ + (Πᵣ exp(−AₖʳΔtₖ)) Wₖᵗ",
       .corrected = "Wₖ₊₁ᵗ = Σᵣ (Πₛ₌ᵣ₊₁ᵖ exp(−AₖˢΔtₖ)) (I − exp(−AₖʳΔtₖ)) (Wₖʳ)ᵗ + (Πᵣ exp(−AₖʳΔtₖ)) Wₖᵗ",
       .remark = "the line after it defines Π with Aₖˢ. Its sums start at r = 0, a batch that does not exist: read "
                 "from 1. Both printings agree"},
      {.key = "W for W*",
       .place = "Theorem 5.3.1, proof, preliminary remark",
       .printed = "Σ Aₖʳ(Wₖʳ)ᵗ = AWᵗ",
       .corrected = "Σ Aₖʳ(Wₖʳ)ᵗ = AW*ᵗ",
       .remark = "the next display but one needs W*. Both printings lack the star"},
      {.key = "index of a",
       .place = "Theorem 5.3.1, proof, definition of aₖ",
       .printed = "aₖ = ‖Wₖ₊₁ᵗ − W*ᵗ‖ satisfies aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²",
       .corrected = "aₖ = ‖Wₖᵗ − W*ᵗ‖ satisfies aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ², C ≥ ½Θ²aₖ + ½ΘS",
       .remark = "as printed the step that leads to aₖ₊₁ is Δtₖ₊₁, and no larger C helps: Δt₂ⱼ = 1/(j log j) and "
                 "Δt₂ⱼ₊₁ its square on w²/2. The second printing has Wₖ* for W*ᵗ"},
      {.key = "equality",
       .place = "Theorem 5.3.1, proof, after the recursion",
       .printed = "aₖ = Π(1 − Δt_qλ)a₀ + C Σ …",
       .corrected = "aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ …",
       .remark = "it comes from an inequality"},
      {.key = "product over q",
       .place = "Theorem 5.3.1, proof, after the recursion",
       .printed = "C Σ_{q=0}^{k−1} Π_{q=1}^{k−1} (1 − Δt_qλ) Δt_q²",
       .corrected = "C Σ_{q=0}^{k−1} Π_{s=q+1}^{k−1} (1 − Δtₛλ) Δt_q²",
       .remark = "q is bound twice: read as printed, every term has the product over 1 … k − 1, and the bound is false "
                 "even with ≤"},
      {.key = "negative factors",
       .place = "Theorem 5.3.1, proof, after the recursion",
       .printed = "aₖ = Π(1 − Δt_qλ)a₀ + C Σ Π(1 − Δtₛλ)Δt_q², for all k; read with ≤ and the right product",
       .corrected = "with max{0, 1 − Δt_qλ} in place of 1 − Δt_qλ; or from the k on with Δt_qλ ≤ 1",
       .remark = "(5.31) does not bound the first steps: where 1 − Δt_qλ < 0 the induction turns the inequality round"},
      {.key = "exponent",
       .place = "Theorem 5.3.1, proof, after 1 − Δtₖλ ≤ exp(−Δtₖλ)",
       .printed = "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_q − Tₖ)λ)(T_{q+1} − T_q)²",
       .corrected = "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_{q+1} − Tₖ)λ)(T_{q+1} − T_q)²",
       .remark = "the error of step q is damped by the steps after it only, Δt_{q+1} + … + Δt_{k−1} = Tₖ − T_{q+1}. "
                 "With C exp(λ max Δt) for the recursion's C the printed exponent holds"},
      {.key = "s one step late",
       .place = "Theorem 5.3.1, proof, function s and the sum compared with an integral",
       .printed = "s(τ) = Δt_{q+1} for T_q ≤ τ < T_{q+1}; Σ exp((T_q − Tₖ)λ)(T_{q+1} − T_q)² ≤ ∫ exp(λ(τ − Tₖ))s(τ)dτ",
       .corrected = "s(τ) = Δt_q for T_q ≤ τ < T_{q+1}; and with the exponent T_{q+1}, which the proof needs, Σ ≤ "
                    "exp(λ max Δt) ∫",
       .remark = "T_{q+1} − T_q is Δt_q by the text's own T_q: false whenever the steps fall fast. With the right "
                 "exponent the sum lies above the integral, and a factor is needed. The integral prints t for τ once"}};
}

}  // namespace verigrad::batch_convergence
