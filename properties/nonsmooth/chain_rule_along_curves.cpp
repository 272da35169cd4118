// INNA, Lemma 2.3: the chain rule for DJ on sums with kinks, at times when a curve lies in a kink, touches it or avoids
// it; what fails when it crosses; planted mistakes.
#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

namespace verigrad::chain_rule_along_curves::properties {
namespace {

namespace theorem = chain_rule_along_curves;

constexpr const char* stem = "chain_rule_along_curves";

/// J(t) = |t| along Γ(t) = t at t = 0: one of the times that "almost every" leaves out.
theorem::CurveInstance crossing() { return {{{0, 1, 0, at(1), at(0)}}, at(0), at(1), at(0)}; }

/// |t| − |t| along Γ(t) = t at t = 0: J ∘ Γ = 0 is differentiable there, but ⟨v, Γ′⟩ runs through [−2, 2].
theorem::CurveInstance cancelling() {
  theorem::CurveInstance result = crossing();
  result.terms.push_back({0, -1, 0, at(1), at(0)});
  return result;
}

/// J = f, which is not tame, along Γ(t) = t, with v = 0 ∈ ∂f(Γ(t)) for all t.
void integral_for_zero(const fat_cantor_function::StagesInstance& f, Claims& claims) {
  for (const auto& piece : fat_cantor_function::left_after(f.stages, fat_cantor_function::rise()))
    claims.equal("J(Γ(t₂)) − J(Γ(t₁)) = ∫⟨v, Γ′⟩dt", piece.rise(), 0);
}

}  // namespace

std::vector<Check> checks() {
  const fat_cantor_function::StagesInstance stages{8};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::curve_through(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "at a time of crossing", Verdict::fails}, crossing(), theorem::conclusion()),
      examined({stem, Kind::dropped, "at a time of crossing where J ∘ Γ is smooth", Verdict::fails}, cancelling(),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "not tame: integrated from 0 to 1", Verdict::fails},
               fat_cantor_function::StagesInstance{0}, integral_for_zero),
      examined({stem, Kind::sharp, "not tame: f rises by 1/3"}, stages, fat_cantor_function::slopes()),
      examined({stem, Kind::sharp, "not tame: slopes of both signs everywhere"}, stages,
               fat_cantor_function::both_signs()),
      examined({stem, Kind::sharp, "not tame: f takes the values from 0 to 1/3"}, stages,
               fat_cantor_function::values())};
  for (const auto& wrong : fat_cantor_function::planted())
    checks.push_back(examined(check_of(stem, Kind::planted, wrong.key), stages, wrong));
  append(checks, planted_checks(stem, generate::curve_through(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::chain_rule_along_curves::properties
