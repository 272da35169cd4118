// Stochastic gradient methods, (5.26): the second line as printed has no root on one side and is not (5.25); planted
// mistakes.
#include "verigrad/theorem/adaptive/adam_system_weights.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_system_weights::properties {
namespace {

namespace theorem = adam_system_weights;

constexpr const char* stem = "adam_system_weights";

Gen<OptimiserInstance> runs() { return gen::oneOf(generate::exact_roots(false), generate::adaptive_along(false)); }

/// V = 1, 1, 2 and V̂ = 1, 1, 3 along 1, 3.
OptimiserInstance with_roots() {
  OptimiserInstance i = along({1, 3});
  i.m0 = i.v0 = 1;
  return i;
}

OptimiserInstance from_v_1(const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients);
  i.v0 = 1;
  return i;
}

/// √V̂⁰ = 0: the third line reads 0 = −αV⁰, whatever θ¹ is.
void first_step_exists(const OptimiserInstance& i, Claims& claims) {
  for (const int move : {-4, 0, 4})
    claims.equal("√V̂⁰(θ¹ − θ⁰) = −αV⁰", move * root(exact(i.v0)), -exact(i.alpha) * exact(i.m0), move);
}

/// Each line on one instance that lacks a hypothesis it does not need.
std::vector<Check> still_holds(const std::string& without, const OptimiserInstance& instance) {
  std::vector<Check> checks;
  for (const auto& forms : {theorem::lines().step_forms(), theorem::lines().corrected_forms()})
    for (const Form<OptimiserInstance>& form : forms)
      checks.push_back(examined({stem, Kind::dropped, without + ", still (5.25): " + form.key}, instance, form));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  OptimiserInstance long_step = from_v_1({3}), beyond_eps1 = from_v_1({3}), backward = from_v_1({3}),
                    at_zero = from_v_1({3});
  long_step.beta2 = -1;
  beyond_eps1.beta1 = -3;
  backward.alpha = -1;
  backward.beta1 = backward.beta2 = 2;
  at_zero.v0 = 0;
  at_zero.m0 = 1;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with its hat, the second line of (5.25)"}, runs(), theorem::hypotheses_hold,
              theorem::second_line_with_hat()),
      examined({stem, Kind::dropped, "without the hat, V̂² has no root along −1, 0 (by formula)", Verdict::fails},
               from_v_1({-1, 0}), theorem::printed_v_hat_has_a_root())};
  checks.push_back(
      examined({stem, Kind::conclusion, "as printed, while V̂ has a root"}, with_roots(), theorem::without_hat()));
  checks.push_back(examined({stem, Kind::dropped, "without D⁰ > 0 there is no θ¹ (by formula)", Verdict::fails},
                            at_zero, first_step_exists));
  append(checks, still_holds("without Δt < ε₂ (Δt = 2ε₂)", long_step));
  append(checks, still_holds("without Δt < ε₁ (Δt = 4ε₁)", beyond_eps1));
  append(checks, still_holds("without Δt > 0 (Δt = −1)", backward));
  append(checks, planted_checks(stem, generate::adaptive_along(false), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "with its hat, the second line of (5.25)"},
                  generate::adaptive_on(gen::just(f), false, 2), theorem::hypotheses_hold,
                  theorem::second_line_with_hat())};
}

}  // namespace verigrad::adam_system_weights::properties
