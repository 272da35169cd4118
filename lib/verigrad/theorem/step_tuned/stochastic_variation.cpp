#include "verigrad/theorem/step_tuned/stochastic_variation.hpp"

namespace verigrad::stochastic_variation {

using gradient_variation::Estimate;

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "inna/alg-4",
                  .stem = "stochastic_variation",
                  .title = "Stochastic-GV",
                  .source = "Thesis, (Stochastic-GV) and Algorithm 4",
                  .text = "θ₁ = θ₀ − αγ₀∇𝒥_{B₀}(θ₀), γ₀ = 1; Δg_k^naive = ∇𝒥_{Bₖ}(θₖ) − ∇𝒥_{Bₖ₋₁}(θₖ₋₁); γₖ = "
                          "‖Δθₖ‖²/⟨Δg_k^naive, Δθₖ⟩ if ⟨Δg_k^naive, Δθ_{Bₖ}⟩ > 0, ν "
                          "otherwise, restricted to [m̃, M̃]; θₖ₊₁ = θₖ − α/(k + 1)^{1/2 + δ} γₖ∇𝒥_{Bₖ}(θₖ)",
                  .code = {"algorithm/gradient_variation.hpp: GradientVariationSgd",
                           "algorithm/gradient_variation.hpp: StochasticVariation"},
                  .hypotheses = {{"parameters", "α > 0, ν > 0, 0 < m̃ ≤ M̃, δ in (0, 1/2)"},
                                 {"terms", "each 𝒥ₙ is twice continuously differentiable"}},
                  .errata = {gradient_variation::undefined_move("Algorithm 4, line 9", "⟨Δg_k^naive, Δθ_{Bₖ}⟩ > 0",
                                                                "⟨Gₖ, Δθₖ⟩ > 0, Δθₖ = θₖ − θₖ₋₁")}},
                 lines());
  return result;
}

Form<TunedInstance> conclusion() {
  return gradient_variation::follows("with ⟨Gₖ, Δθₖ⟩ > 0", Estimate::stochastic).of_code();
}
Form<TunedInstance> same_as_exact() { return gradient_variation::same_as_exact("same as exact", Estimate::stochastic); }

Lines<TunedInstance> lines() {
  return {.steps = {{"variation", "Gₖ = ∇𝒥_{Bₖ}(θₖ) − ∇𝒥_{Bₖ₋₁}(θₖ₋₁)",
                     gradient_variation::variation_follows("", Estimate::stochastic).of_code()},
                    {"recursion", "θₖ₊₁ = θₖ − αₖ‖Δθₖ‖²/⟨∇𝒥_{Bₖ}(θₖ) − ∇𝒥_{Bₖ₋₁}(θₖ₋₁), Δθₖ⟩ ∇𝒥_{Bₖ}(θₖ)",
                     gradient_variation::recursion("", Estimate::stochastic).of_code()}},
          .planted = gradient_variation::planted(Estimate::stochastic),
          .separating = {gradient_variation::four_batches(), gradient_variation::wide_bounds()}};
}

}  // namespace verigrad::stochastic_variation
