// Thesis, Lemma 2.5: the rates of E_min and E_max, false as printed; the corrected ones proved for all states and
// decided at states of random objectives; the interval of weights λ on both sides; planted mistakes.
#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::din_energy_rates::properties {
namespace {

namespace theorem = din_energy_rates;

constexpr const char* stem = "din_energy_rates";

bool decidable(const DinInstance& instance) {
  return theorem::hypotheses_hold(instance) && din_rate_is_decidable(instance);
}

/// On the parabola with α = β = 1, where λ_min = 0 and λ_max = 4: θ′ = −1 − ψ, v = 1.
DinInstance with_weight(double psi, double lambda) {
  DinInstance instance = din_on_parabola(psi);
  instance.lambda = lambda;
  return instance;
}

/// The parabola with α = 0, β = 1, where λ_min = λ_max = 1, at ψ = 16: θ′ = −16, v = 1.
DinInstance undamped() {
  DinInstance instance = with_weight(16, 0.875);
  instance.alpha = 0;
  return instance;
}

/// 𝒥′ = 2 on a closed C ⊂ [0, 1] without interior, 1 elsewhere: D𝒥 = [1, 2] on C. From [0, 1], 2ⁿ⁻¹ intervals of
/// length 4⁻ⁿ are taken for n = 1, 2, …
struct FatCantorInstance {
  bool rational() const { return true; }
  std::string describe() const {
    return "𝒥′ = 2 on C, 1 off C, C of measure 1/2; α = β = 1, ψ = 0, θ = 1 − t, v = 1 ∈ D𝒥(θ), 0 ≤ t ≤ 1";
  }
};
/// E_max = 4𝒥 there, and the rate says −‖θ′ − (ψ′ − θ′)‖² = −4.
void loses_4(const FatCantorInstance&, Claims& claims) {
  Number taken(0), intervals(1), length = frac(1, 4);
  for (int n = 1; n <= 12; ++n) {
    taken += intervals * length;
    claims.less("length taken from [0, 1] < 1/2", taken, frac(1, 2), n);
    intervals = 2 * intervals;
    length = frac(1, 4) * length;
  }
  const Number measure = 1 - frac(1, 2);
  claims.equal("E_max(0) − E_max(1) = ∫ ‖θ′ − (ψ′ − θ′)‖² dt", 4 * (1 + measure), 4);
}

/// The check that an instance attains a bound, and that a form fails without a hypothesis.
constexpr auto sharp = [](const char* name, const auto& instance, const auto& form) {
  return examined({stem, Kind::sharp, name}, instance, form);
};
constexpr auto fails = [](const char* name, const auto& instance, const auto& form) {
  return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
};

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::corrected, "rates corrected, all states"}, theorem::general_conclusion()),
      sampled({stem, Kind::corrected, "E_λ decays for λ from λ_min to λ_max"}, generate::quadratic_din_state(),
              theorem::hypotheses_hold, theorem::decays()),
      sharp("E_max′ = 0 away from rest", with_weight(-2, 4), theorem::is_constant()),
      sharp("E_min′ = 0 away from rest", with_weight(0, 0), theorem::is_constant()),
      examined({stem, Kind::dropped, "without d𝒥/dt = ⟨θ′, v⟩: a Lipschitz function that is not tame (by formula)",
                Verdict::fails},
               FatCantorInstance{}, loses_4),
      fails("λ above λ_max", with_weight(-2, 4.125), theorem::decays()),
      fails("λ below λ_min", with_weight(0, -0.125), theorem::decays()),
      fails("α = 0 and λ ≠ 1", undamped(), theorem::decays()),
      sampled({stem, Kind::dropped, "without a continuous Hessian"},
              generate::din_state(generate::non_convex_piecewise()), decidable, theorem::smooth_rates().front())};
  append(checks, proved_each(stem, Kind::dropped, theorem::general_rates()));
  append(checks, sampled_each(stem, Kind::corrected, generate::smooth_din_state(), decidable, theorem::smooth_rates()));
  append(checks, planted_checks(stem, theorem::general_lines()));
  append(checks, planted_checks(stem, generate::quadratic_din_state(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return sampled_each(stem, Kind::corrected, generate::din_state(gen::just(f)), decidable, theorem::smooth_rates());
}

}  // namespace verigrad::din_energy_rates::properties
