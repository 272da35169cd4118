// Lemma 5.6.5 and its proof in words.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {
namespace {

std::vector<Line> proof_lines() {
  return {{"sum of the lines", "the doubled line and the one with (W(t), t) and (Z(s), s) exchanged add up to A + B"},
          {"sum of derivatives", "(∂ₜ + ∂ₛ)φ(t, s) = a′(α) (1/ε) b(β/ε)"},
          {"A, even b", "∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ → ∫ |W − Z|²/2 a′ dα for an even b"},
          {"B, even b", "over the same domain B → ½ ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα"},
          {"footnote 1", "|∫ f(β) (1/ε) b(β/ε) dβ − f(0)| = |∫ (f(β) − f(0)) …| ≤ max |f(β) − f(0)| over |β| ≤ ε"},
          {"O(μ)", "∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα is the integral without a over [s − μ, t], up to O(μ)"},
          {"estimate attained", "the corrected estimate from s to t, for 0 ≤ s < t"},
          {"constant C", "|W₁(t) − W₂(t)|² ≤ C ∫ |W₁ − W₂|² dα, with C = 2 sup |∇²J₁|"},
          {"Gronwall", "iterated n times: |W₁ − W₂|² ≤ max |W₁ − W₂|² (Ct)ⁿ/n!"}};
}

std::vector<Erratum> errata_of_the_lines() {
  return {{.key = "half of (5.41)",
           .place = "Proof of Lemma 5.6.5, first three displays",
           .printed = "∫ [|W − Y|² ∂ₜφ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt ≥ 0",
           .corrected = "∫ [|W − Y|²/2 ∂ₜφ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt ≥ 0 for φ(0, s) = 0",
           .remark = "(5.41) has |W − Y|²/2. J₁ = 0, J₂ = |w|, W = 1 − t, Y = 2, φ = t²(1 − t)² on [0, 1]: the left "
                     "side is −1/20, with the half it is 0. The bracket that leaves φ off ∇J₁ is sgm/5.6.3's erratum"},
          {.key = "initial term",
           .place = "Proof of Lemma 5.6.5, first display, with φ ∈ C¹₊([0, T[²)",
           .printed = "∫ [|W − Y|²/2 ∂ₜφ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt ≥ 0 for any φ(0, s) ≥ 0",
           .corrected = "∫ […] dt + |W₀ − Y|²/2 φ(0, s) ≥ 0",
           .remark = "(5.41)'s last term, which is 0 only where φ(0, s) = 0; for the φ of the proof it is, once the "
                     "support of a is farther from 0 than ε. J₁ = 0, J₂ = |w|, W = 1 − t, Y = 2, φ = (1 − t)² on "
                     "[0, 1]: −1/2, and with |W₀ − Y|²/2 = 1/2 it is 0"},
          {.key = "J for J₂",
           .place = "Proof of Lemma 5.6.5, second and third display",
           .printed = "∫∫ [… + (J(Z(s)) − J(W(t)))φ] dt ds ≥ 0",
           .corrected = "∫∫ [|W(t) − Z(s)|²/2 ∂ₜφ + (⟨∇J₁(W(t)), Z(s) − W(t)⟩ + J₂(Z(s)) − J₂(W(t)))φ] dt ds ≥ 0",
           .remark = "J = J₁ + J₂ everywhere else, and the first display has J₂. J₁ = −w²/2, J₂ = 0, W = Z = eᵗ up to "
                     "eᵗ = 2, φ = uv² (u − 1)(2 − u)(v − 1)(2 − v) with u = eᵗ and v = eˢ: with J₂ it is 0, with J "
                     "−1/480. The sum does not notice: either cancels"},
          {.key = "sum",
           .place = "Proof of Lemma 5.6.5, \"The sum is\"",
           .printed = "A + B ≥ 0 with A = ∫∫ |W(t) − Z(s)|² (∂ₜ + ∂ₛ)φ, B = ∫∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩φ",
           .corrected = "A/2 + B ≥ 0",
           .remark = "the half of (5.41). J₁ = −w²/2, J₂ = 0, W = Z = eᵗ up to eᵗ = 2, φ = uv (u − 1)(2 − u)(v − 1)(2 "
                     "− v) with u = eᵗ and v = eˢ: A = −1/180 and B = 1/360. So it fails even for W = Z"}};
}

std::vector<Erratum> errata_of_the_limits() {
  return {
      {.key = "Jacobian",
       .place = "Proof of Lemma 5.6.5, A in the variables α and β",
       .printed = "dt ds = dα dβ for α = (t + s)/2, β = (t − s)/2",
       .corrected = "dt ds = 2 dα dβ",
       .remark = "t = α + β, s = α − β has the determinant −2"},
      {.key = "domain of β",
       .place = "Proof of Lemma 5.6.5, A in the variables α and β",
       .printed = "A = ∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ",
       .corrected = "A = 2 ∫₀ᵀ∫ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dβ dα over β ∈ [−T, T]",
       .remark = "the text has β ∈ [−T, T] four lines before, and footnote 1 integrates over ℝ. b = 30x²(1 + x)² on "
                 "[−1, 0], W = t, Z = 0, a = (α − 1)²(2 − α)² on [1, 2], ε = 1: A = −2/15, and the printed "
                 "integral is 0"},
      {.key = "limit of A",
       .place = "Proof of Lemma 5.6.5, after footnote 1",
       .printed = "∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ → ∫ |W − Z|²/2 a′ dα",
       .corrected = "A → 2 ∫ |W − Z|² a′ dα",
       .remark = "true over β ≥ 0 for an even b, but only ∫ b = 1 is asked. b = 30x²(1 + x)² on [−1, 0], W = t, "
                 "Z = 0, a = (α − 1)²(2 − α)² on [1, 2]: the left side is 0 for every ε, the right −1/20"},
      {.key = "limit of B",
       .place = "Proof of Lemma 5.6.5, \"A similar algebra\", and the display after it",
       .printed = "B → ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα",
       .corrected = "B → 2 ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα; over β ≥ 0 and without the Jacobian, for an even b, "
                    "½ of that integral",
       .remark = "sign and ½: B was defined with Z − W, and the domain that halves A halves B. J₁ = w²/2, W = t, "
                 "Z = 0, a = (α − 1)²(2 − α)² on [1, 2], b even: −4/105, printed 8/105. But for the sign the ratio "
                 "of A to B comes out right: the half of (5.41), lost in A, is the one lost here"},
      {.key = "sum in the limit",
       .place = "Proof of Lemma 5.6.5, the sum before a(α)",
       .printed = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα ≥ 0",
       .corrected = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα ≥ 0",
       .remark = "the sign of B. W = eᵗ and Z = 0 for J₁ = −w²/2, J₂ = 0: the left side is −2∫ |W − Z|² a. The line "
                 "uses that W and Z satisfy (5.41) for positive times, not their starts"}};
}

std::vector<Erratum> errata_of_the_estimate() {
  return {
      {.key = "a is not C¹",
       .place = "Proof of Lemma 5.6.5, \"Next set\"",
       .printed = "a(α) = (α − s + μ)/μ on [s − μ, s], 1, (t − α)/μ on [t − μ, t], 0 elsewhere, for a ∈ C¹₊(]0, T[)",
       .corrected = "a(α) = σ((α − s + μ)/μ), 1, σ((t − α)/μ), 0 with σ(x) = 3x² − 2x³",
       .remark = "a′ jumps by 1/μ at four points. s = 1, t = 2, μ = 1/2, h = 1/8: a(s + h) − 2a(s) + a(s − h) = "
                 "−1/4. The limit μ → 0 is the same with σ"},
      {.key = "half",
       .place = "Proof of Lemma 5.6.5, the display after a(α)",
       .printed = "∫ |W − Z|²/2 a′ dα = (1/μ) ∫ |W − Z|² over [s − μ, s] − (1/μ) ∫ |W − Z|² over [t − μ, t]",
       .corrected = "∫ |W − Z|²/2 a′ dα = (1/2μ) ∫ |W − Z|² − (1/2μ) ∫ |W − Z|², over the same intervals",
       .remark = "a′ is 1/μ, 0 and −1/μ. W = t, Z = 0, s = 1, t = 2, μ = 1/2: −5/4, printed 7/12 − 37/12 = −5/2"},
      {.key = "estimate",
       .place = "Proof of Lemma 5.6.5, the display after μ → 0, and with O(μ) the one before",
       .printed = "|W(s) − Z(s)|² + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
       .corrected = "|W(s) − Z(s)|² − 2 ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
       .remark = "sign and factor. J₁ = −w²/2, W = eᵗ, Z = 0, from eˢ = 1 to eᵗ = 5/4: 1 − 9/32 is not ≥ 25/16, and "
                 "1 + 9/16 is"}};
}

}  // namespace

const Statement& statement() {
  static const Statement result = [] {
    Statement lemma{
        .id = "sgm/5.6.5",
        .stem = "weak_solution_uniqueness",
        .title = "The weak solution is unique",
        .source = "Stochastic gradient methods, Lemma 5.6.5",
        .text =
            "A solution W ∈ C⁰([0, T[) of the weak formulation is unique; by |W₁(t) − W₂(t)|² ≤ C ∫ |W₁ − W₂|² dα and "
            "Gronwall's lemma. Shown on exact solutions, with C = −2a for J₁ = aw²/2 − cw",
        .hypotheses = {{"∇J₁ Lipschitz", "∇²J₁ is bounded"},
                       {"J₂ convex",
                        "J₂ is convex. Found: the proof does not need it, J₂ cancels in the sum; but for "
                        "J₂ = −|w| there is no weak solution at all"}},
        .steps = proof_lines(),
        .errata = errata_of_the_lines()};
    for (const std::vector<Erratum>& more : {errata_of_the_limits(), errata_of_the_estimate()})
      lemma.errata.insert(lemma.errata.end(), more.begin(), more.end());
    return lemma;
  }();
  return result;
}

}  // namespace verigrad::weak_solution_uniqueness
