#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

namespace verigrad::din_energy_rates {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.5",
      .stem = "din_energy_rates",
      .title = "Derivative of the energies",
      .source = "Thesis, Lemma 2.5 with (2.17), and its proof",
      .text =
          "For a.e. t > 0, (θ′ − ψ′)/β ∈ D𝒥(θ), dE_min/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖² and "
          "dE_max/dt = −‖√α θ′ + (ψ′ − θ′)/√β‖², where E_min, E_max = (1 ∓ √(αβ))²𝒥(θ) + ½‖(α − 1/β)θ + ψ/β‖²",
      .hypotheses = {{"solution", "(θ, ψ) solves (2.12): θ′ + βD𝒥(θ) + s ∋ 0, ψ′ + s = 0, s = (α − 1/β)θ + ψ/β"},
                     {"parameters",
                      "α ≥ 0, β > 0; with λ in place of (1 ± √(αβ))² the rates need no signs, only β ≠ 0"},
                     {"regularity",
                      "𝒥 is a sum of tame locally Lipschitz functions, so that Lemma 2.3 holds: "
                      "d𝒥/dt = ⟨θ′, v⟩ for all v ∈ D𝒥(θ). Of v nothing else is used"}},
      .steps =
          {{"(2.19)", "E_λ′ = λ⟨θ′, v⟩ + (α − 1/β)⟨θ′, s⟩ + ⟨ψ′, s⟩/β"},
           {"−ψ′", "−ψ′ = (α − 1/β)θ + ψ/β"},
           {"completed square",
            "−α‖θ′‖² − β‖x‖² + (λ − αβ − 1)⟨θ′, x⟩ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) x‖² − (β − (αβ + 1 − λ)²/4α)‖x‖²; "
            "for α > 0 only, while the lemma has α ≥ 0, for which its conclusion is true, too"}},
      .errata = {
          {.key = "rates",
           .place = "Lemma 2.5",
           .printed = "dE_min/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖², dE_max/dt = −‖√α θ′ + (ψ′ − θ′)/√β‖²",
           .corrected = "dE_min/dt = −‖√α θ′ + (ψ′ − θ′)/√β‖², dE_max/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖²",
           .remark = "by (2.12), ψ′ − θ′ = βv, and the text has θ′ − ψ′ = βv. 𝒥 = θ²/2, α = β = 1, θ = 1, ψ = 0: "
                     "θ′ = −1, ψ′ = 0, E_min = ψ²/2, so E_min′ = 0, while −‖θ′ − (ψ′ − θ′)‖² = −4. The sum "
                     "E_min + E_max of Lemma 2.6 does not see the exchange"},
          {.key = "element of D𝒥",
           .place = "Lemma 2.5, and its proof after (2.19)",
           .printed = "(θ′ − ψ′)/β ∈ D𝒥(θ)",
           .corrected = "(ψ′ − θ′)/β ∈ D𝒥(θ)",
           .remark = "the second line of (2.12) less the first is ψ′ − θ′ = βv. 𝒥 = θ²/2, α = β = 1, θ = 1, ψ = 0: "
                     "(θ′ − ψ′)/β = −1, and D𝒥(1) = {1}"},
          {.key = "rate with v",
           .place = "proof of Lemma 2.5, after (2.19)",
           .printed = "E_λ′ = λ⟨θ′, (θ′ − ψ′)/β⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ⟨ψ′, ψ′⟩/β",
           .corrected = "E_λ′ = λ⟨θ′, (ψ′ − θ′)/β⟩ − (α − 1/β)⟨θ′, ψ′⟩ − ⟨ψ′, ψ′⟩/β",
           .remark = "the same sign of v"},
          {.key = "rate in θ′ and v",
           .place = "proof of Lemma 2.5, the next display",
           .printed = "E_λ′ = −α‖θ′‖² − β‖(θ′ − ψ′)/β‖² + (λ − αβ − 1)⟨θ′, (θ′ − ψ′)/β⟩",
           .corrected = "E_λ′ = −α‖θ′‖² − β‖(ψ′ − θ′)/β‖² + (λ − αβ − 1)⟨θ′, (ψ′ − θ′)/β⟩",
           .remark =
               "it does not follow from the printed line before it either, which has λ + αβ + 1 in that form. The "
               "text says 'as a function of θ′ and (ψ − θ)/β', which lacks two dots but has the right sign"},
          {.key = "rate as a square",
           .place = "proof of Lemma 2.5, the same display",
           .printed = "E_λ′ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) (θ′ − ψ′)/β‖² − (β − (αβ + 1 − λ)²/4α)‖(θ′ − ψ′)/β‖²",
           .corrected = "E_λ′ = −‖√α θ′ + (αβ + 1 − λ)/(2√α) (ψ′ − θ′)/β‖² − (β − (αβ + 1 − λ)²/4α)‖(ψ′ − θ′)/β‖²",
           .remark = "the same sign of v"},
          {.key = "closed interval",
           .place = "proof of Lemma 2.5, before (2.20)",
           .printed = "β − (αβ + 1 − λ)²/4α > 0 whenever λ ∈ [(1 − √(αβ))², (1 + √(αβ))²]",
           .corrected = "≥ 0; > 0 in the open interval",
           .remark = "it is 0 at both ends, and the ends are what the text chooses: E_min and E_max do not increase, "
                     "but each is constant at states where nothing rests. α = β = 1, λ = 4: 1 − 4/4 = 0"},
          {.key = "(2.20)",
           .place = "(2.20)",
           .printed = "E_min′ = −‖√α θ′ + (θ′ − ψ′)/√β‖², E_max′ = −‖√α θ′ − (θ′ − ψ′)/√β‖²",
           .corrected = "E_min′ = −‖√α θ′ − (θ′ − ψ′)/√β‖², E_max′ = −‖√α θ′ + (θ′ − ψ′)/√β‖²",
           .remark = "the lemma's rates in other letters, and the same sign of v"}}};
  return result;
}

}  // namespace verigrad::din_energy_rates
