// INNA, Lemma 2.3: the chain rule for DJ on sums with kinks, at times when a curve lies in a kink, touches it or avoids
// it; what fails when it crosses; planted mistakes.
#include "verigrad/theorem/chain_rule_along_curves.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = chain_rule_along_curves;

constexpr const char* stem = "chain_rule_along_curves";

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

/// J(t) = |t| along Γ(t) = t at t = 0: one of the times that "almost every" leaves out.
theorem::CurveThrough crossing() { return {{{0, 1, 0, at(1), at(0)}}, at(0), at(1), at(0)}; }

/// |t| − |t| along Γ(t) = t at t = 0: J ∘ Γ = 0 is differentiable there, but ⟨v, Γ′⟩ runs through [−2, 2].
theorem::CurveThrough cancelling() {
  theorem::CurveThrough result = crossing();
  result.terms.push_back({0, -1, 0, at(1), at(0)});
  return result;
}

}  // namespace

std::vector<Check> chain_rule_along_curves() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::curve_through(), theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "at a time of crossing", Verdict::fails}, crossing(), theorem::conclusion()),
      examined({stem, Kind::dropped, "at a time of crossing where J ∘ Γ is smooth", Verdict::fails}, cancelling(),
               theorem::conclusion())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::curve_through(), theorem::hypotheses_hold, theorem::planted()));
  return checks;
}

std::vector<Check> chain_rule_along_curves_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
