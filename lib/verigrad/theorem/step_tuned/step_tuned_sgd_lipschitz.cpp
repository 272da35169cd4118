#include "verigrad/theorem/step_tuned/step_tuned_sgd_lipschitz.hpp"

#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::step_tuned_sgd_lipschitz {

namespace rate = step_tuned_sgd_rate;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.3",
       .stem = "step_tuned_sgd_lipschitz",
       .title = "Rate of Step-Tuned SGD for Lipschitz losses",
       .source = "Thesis, Corollary 4.3",
       .text =
           "If each 𝒥ₙ and ∇𝒥ₙ is Lipschitz continuous on ℝᴾ and 𝒥 is bounded below, the conclusions of Theorem 4.2 "
           "hold: min_{j < k} E‖∇𝒥(θⱼ)‖² = O(1/k^{1/2 − δ})",
       .found = "with the bound of Theorem 4.2, C₂ the Lipschitz constant of the 𝒥ₙ and L that of the ∇𝒥ₙ",
       .code = {"algorithm/step_tuned_sgd.hpp: StepTunedSgd", "problem/non_convex.hpp: GemanMcClure"},
       .hypotheses = {{"Lipschitz", "each 𝒥ₙ is C₂-Lipschitz, each ∇𝒥ₙ is L-Lipschitz on ℝᴾ"},
                      {"lower bound", "𝒥 is bounded below"},
                      {"parameters", "those of Theorem 4.2"}}},
      lines());
  return result;
}

namespace {

/// t²/(1 + t²), near where it is steepest.
RateInstance near_steepest() {
  const ObjectivePtr loss = make_objective(GemanMcClure(at(1), at(0)));
  RateInstance result{FiniteSum({loss}), at(0.578125), 2};
  result.rates = {0.3125, 0.3125};
  result.m = result.M = 1;
  result.claimed_L = 2;
  result.claimed_C22 = 0.421875;
  return result;
}

/// The step that it becomes has a key of its own.
Form<RateInstance> unnamed(Form<RateInstance> form) {
  form.key.clear();
  return form;
}

}  // namespace

bool hypotheses_hold(const RateInstance& instance) {
  return instance.claimed_L && instance.claimed_C22 && rate::hypotheses_hold(instance);
}

Form<RateInstance> conclusion() { return rate::conclusion_for_rates(); }

Lines<RateInstance> lines() {
  return {.steps = {{"descent lemma", "the descent lemma (4.27) holds surely on ℝᴾ, and so does (4.28)",
                     unnamed(rate::descent())},
                    {"bounded gradients", "globally Lipschitz continuous functions have uniformly bounded gradients",
                     unnamed(rate::gradient_bound())},
                    {"(4.42)", "this is enough to obtain (4.42), with 3C₂² for C₂ + 2C₂²",
                     unnamed(rate::decrease_within_bounds())}},
          .planted = rate::wrong_bounds(),
          .separating = {near_steepest()}};
}

}  // namespace verigrad::step_tuned_sgd_lipschitz
