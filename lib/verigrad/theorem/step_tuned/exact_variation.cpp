#include "verigrad/theorem/step_tuned/exact_variation.hpp"

namespace verigrad::exact_variation {

using gradient_variation::Estimate;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/alg-5",
       .stem = "exact_variation",
       .title = "Exact-GV",
       .source = "Thesis, (Exact-GV) and Algorithm 5",
       .text =
           "θ₁ = θ₀ − αγ₀∇𝒥_{B₀}(θ₀), γ₀ = 1; Gₖ = ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁); γₖ = ‖Δθₖ‖²/⟨Gₖ, Δθₖ⟩ if ⟨Gₖ, Δθ_{Bₖ}⟩ > 0, ν "
           "otherwise, restricted to [m̃, M̃]; θₖ₊₁ = θₖ − α/(k + 1)^{1/2 + δ} γₖ∇𝒥_{Bₖ}(θₖ)",
       .code = {"algorithm/gradient_variation.hpp: GradientVariationSgd",
                "algorithm/gradient_variation.hpp: ExactVariation"},
       .hypotheses = {{"parameters", "α > 0, ν > 0, 0 < m̃ ≤ M̃, δ in (0, 1/2)"},
                      {"terms", "each 𝒥ₙ is twice continuously differentiable"}},
       .errata = {gradient_variation::undefined_move("Algorithm 5, line 9", "⟨Gₖ, Δθ_{Bₖ}⟩ > 0",
                                                     "⟨Gₖ, Δθₖ⟩ > 0, Δθₖ = θₖ − θₖ₋₁",
                                                     "inna/alg-4: Δθ_{Bₖ} undefined")}},
      lines());
  return result;
}

Form<TunedInstance> conclusion() {
  return gradient_variation::follows("with ⟨Gₖ, Δθₖ⟩ > 0", Estimate::exact).of_code();
}

Lines<TunedInstance> lines() {
  return {.steps = {{"variation", "Gₖ = ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁)",
                     gradient_variation::variation_follows("", Estimate::exact).of_code()},
                    {"recursion", "θₖ₊₁ = θₖ − αₖ‖Δθₖ‖²/⟨∇𝒥(θₖ) − ∇𝒥(θₖ₋₁), Δθₖ⟩ ∇𝒥_{Bₖ}(θₖ)",
                     gradient_variation::recursion("", Estimate::exact).of_code()}},
          .planted = gradient_variation::planted(Estimate::exact),
          .separating = {gradient_variation::four_batches(), gradient_variation::wide_bounds()}};
}

}  // namespace verigrad::exact_variation
