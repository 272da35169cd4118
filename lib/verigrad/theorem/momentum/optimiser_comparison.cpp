#include "verigrad/theorem/momentum/optimiser_comparison.hpp"

#include <fmt/format.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad {
namespace {

/// For methods of momentum.
OptimiserInstance passed_in(const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients);
  i.beta2 = 0;
  return i;
}

/// J = θ²/2 from 1.
OptimiserInstance on_parabola(int n) {
  OptimiserInstance i{
      .f = make_objective(Quadratic(at(1), at(0))), .gradients = {}, .theta0 = at(1), .n = n, .alpha = 1};
  i.beta1 = 0.5;
  return i;
}

OptimiserInstance adaptive(OptimiserInstance i, double v0, double epsilon, bool exact_roots) {
  i.beta2 = 0.75;
  i.v0 = v0;
  i.epsilon = epsilon;
  i.exact_roots = exact_roots;
  return i;
}

OptimiserInstance as_is(const OptimiserInstance& i) { return i; }

OptimiserInstance without_epsilon(const OptimiserInstance& given) {
  OptimiserInstance i = given;
  i.epsilon = 0;
  return i;
}

/// ADAM from v = 0 with ε = 0.
OptimiserInstance from_zero(const OptimiserInstance& given) {
  OptimiserInstance i = without_epsilon(given);
  i.v0 = 0;
  return i;
}

/// γ = α(1 − β).
OptimiserInstance rate_with_share(const OptimiserInstance& given) {
  OptimiserInstance i = given;
  i.alpha *= 1 - i.beta1;
  return i;
}

/// μ = 1, γ = Δt².
OptimiserInstance no_friction(const OptimiserInstance& given) {
  OptimiserInstance i = given;
  i.alpha *= i.alpha;
  i.beta1 = 1;
  return i;
}

/// α = Δt²/(1 − β), whatever β is.
OptimiserInstance lagged(const OptimiserInstance& given) {
  OptimiserInstance i = given;
  i.alpha *= i.alpha / (1 - i.beta1);
  return i;
}

std::vector<OptimiserComparison> momentum_methods() {
  using enum Optimiser;
  const std::string stem = "heavy_ball";
  return {
      {stem, lagged_momentum, heavy_ball, "μ = β, γ = α(1 − β)", 0, rate_with_share, false, 1, on_parabola(2)},
      {stem, lagged_momentum, heavy_ball, "μ = β, γ = α(1 − β), one step later", 1, rate_with_share, true, -1,
       passed_in({1, 3, -2})},
      {stem, lagged_momentum, heavy_ball, "μ = β, γ = α(1 − β), one step later", 1, rate_with_share, false, 2,
       on_parabola(3)},
      {"nesterov", nesterov, heavy_ball, "the same μ, γ", 0, as_is, true, -1, passed_in({1, 3, -2})},
      {"nesterov", nesterov, heavy_ball, "the same μ, γ", 0, as_is, false, 2, on_parabola(2)},
      {"nesterov", lagged_momentum, nesterov, "μ = β, γ = α(1 − β), one step later", 1, rate_with_share, false, 2,
       on_parabola(3)},
      {"explicit_momentum", explicit_momentum, heavy_ball, "μ = 1, γ = Δt²", 0, no_friction, false, 1, on_parabola(2)},
      {"explicit_momentum", explicit_momentum, heavy_ball, "μ = 1, γ = Δt², one step later", 1, no_friction, true, -1,
       passed_in({1, 3, -2})},
      {"explicit_momentum", explicit_momentum, heavy_ball, "μ = 1, γ = Δt², one step later", 1, no_friction, false, 2,
       on_parabola(3)},
      {"explicit_momentum", explicit_momentum, nesterov, "μ = 1, γ = Δt², one step later", 1, no_friction, false, 2,
       on_parabola(3)},
      {"explicit_momentum", explicit_momentum, lagged_momentum,
       "α = Δt²/(1 − β), β = 1/2; any β < 1 shrinks the second move to β times the first", 0, lagged, true, 3,
       passed_in({1, 0, 0})}};
}

std::vector<OptimiserComparison> adam_methods() {
  using enum Optimiser;
  const std::string weights = "β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂, α = Δt, V = −Z, V̂ = D";
  const std::string prompt = "the same α, β₁, β₂, V̂⁰; ε = 0";
  const std::string late = "the same α, β₁, β₂, V̂⁰; ε = 0; one step later";
  OptimiserInstance quarter = adaptive(passed_in({1, 1}), 1, 0, true);
  quarter.beta1 = 0.25;
  OptimiserInstance three_quarters = quarter;
  three_quarters.beta1 = 0.75;
  return {
      {"adam_system_weights", lagged_adam, adam_system, weights, 0, as_is, false, -1,
       adaptive(passed_in({1, 1, 1}), 1, 0, true)},
      {"adam_system_weights", lagged_adam_without_hat, adam_system, weights, 0, as_is, true, 2,
       adaptive(passed_in({1, 1}), 1, 0, true)},
      {"adam_rescaled", rescaled_adam_repaired, lagged_adam, "the same α, β₁, β₂, V̂⁰", 0, as_is, true, 2, quarter},
      {"adam_rescaled", rescaled_adam_repaired, adam, "the same α, β₁, β₂; ε = 0; one step later", 1, from_zero, true,
       1, adaptive(passed_in({1, 1}), 1, 0, true)},
      {"adam_rescaled", rescaled_adam_repaired, adam_system, weights + " at the start", 0, as_is, true, 2,
       three_quarters},
      {"adam_rescaled", rescaled_adam_repaired, adam_without_correction, prompt, 0, without_epsilon, true, 1,
       adaptive(passed_in({1}), 1, 0, true)},
      {"adam_rescaled", rescaled_adam_repaired, adam_without_correction, late, 1, without_epsilon, true, 1, quarter},
      {"adam", adam_system, adam_without_correction, weights + "; ε = 0", 0, without_epsilon, true, 1,
       adaptive(passed_in({1}), 1, 0, true)},
      {"adam", adam_system, adam_without_correction, weights + "; ε = 0; one step later", 1, without_epsilon, true, -1,
       adaptive(passed_in({1, 1, -1}), 1, 0, true)},
      {"adam", adam_system, adam_without_correction, weights + "; ε = 0; one step later", 1, without_epsilon, false, 2,
       adaptive(on_parabola(3), 1, 0, false)},
      {"adam", adam_system, adam, weights + "; V̂⁰ = 1; ε = 0; one step later", 1, from_zero, true, 1,
       adaptive(passed_in({1, 1}), 1, 0, true)},
      {"adam", lagged_adam, adam_without_correction, prompt, 0, without_epsilon, true, 1,
       adaptive(passed_in({1}), 1, 0, true)},
      {"adam", lagged_adam, adam_without_correction, late, 1, without_epsilon, true, -1,
       adaptive(passed_in({1, 1, -1}), 1, 0, true)},
      {"adam", lagged_adam, adam_without_correction, late, 1, without_epsilon, false, 2,
       adaptive(on_parabola(3), 1, 0, false)},
      {"adam", lagged_adam, adam, "the same α, β₁, β₂; V̂⁰ = 1; ε = 0; one step later", 1, from_zero, true, 1,
       adaptive(passed_in({1, 1}), 1, 0, true)},
      {"adam", adam_without_correction, adam, "the same α, β₁, β₂, ε", 0, as_is, true, 1,
       adaptive(passed_in({1}), 0, 0.5, true)}};
}

void compare(const OptimiserComparison& c, const OptimiserRun& run, Claims& claims) {
  const Trajectory<Number> left = run.of(c.left).theta;
  const Trajectory<Number> right = record(c.right, c.matched(run.instance)).theta;
  const int last = c.same() ? run.n - c.shift : c.first_difference - 1;
  for (int k = 0; k <= last; ++k)
    if (c.same_lines())
      equal_at("difference of the iterates = 0", left[k + c.shift] - right[k],
               Vector<Number>::Constant(right[k].size(), 0), k, claims);
    else
      equal_at("iterate of the one = iterate of the other", left[k + c.shift], right[k], k, claims);
  if (!c.same())
    claims.less("0 < ‖difference‖² at the first step that differs", 0,
                squared_norm(left[c.first_difference + c.shift] - right[c.first_difference]), c.first_difference);
}

}  // namespace

bool OptimiserComparison::same_lines() const {
  const bool momenta = left == Optimiser::nesterov && right == Optimiser::heavy_ball;
  const bool moments = left == Optimiser::lagged_adam && right == Optimiser::adam_without_correction;
  return same() && (momenta || moments);
}

std::string OptimiserComparison::key() const {
  return fmt::format("{} {} {}: {}{}", name(left), same() ? "is" : "is not", name(right), matching,
                     passed_in ? ", gradients passed in" : "");
}

Form<OptimiserInstance> OptimiserComparison::form() const {
  return verigrad::form<OptimiserRun>(
      key(), [c = *this](const OptimiserRun& run, Claims& claims) { compare(c, run, claims); });
}

const std::vector<OptimiserComparison>& optimiser_comparisons() {
  static const std::vector<OptimiserComparison> all = [] {
    std::vector<OptimiserComparison> result = momentum_methods();
    for (OptimiserComparison& c : adam_methods()) result.push_back(std::move(c));
    return result;
  }();
  return all;
}

std::vector<OptimiserComparison> optimiser_comparisons_of(const std::string& stem) {
  std::vector<OptimiserComparison> result;
  for (const OptimiserComparison& c : optimiser_comparisons())
    if (c.stem == stem) result.push_back(c);
  return result;
}

}  // namespace verigrad
