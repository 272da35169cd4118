// Thesis, (1.28): the heavy ball along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/momentum/heavy_ball.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::heavy_ball::properties {
namespace {

namespace theorem = heavy_ball;

constexpr const char* stem = "heavy_ball";

bool any(const OptimiserInstance&) { return true; }

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()));
}

/// Runs with γ, μ at will, negative ones too.
Gen<OptimiserInstance> wild_runs() {
  return gen::apply(
      [](OptimiserInstance i, double gamma, double mu) {
        i.alpha = gamma;
        i.beta1 = mu;
        return i;
      },
      runs(), generate::dyadic(6, 4), generate::dyadic(6, 4));
}

OptimiserInstance with(double gamma, double mu, double m0) {
  OptimiserInstance i = theorem::energy_witness();
  i.alpha = gamma;
  i.beta1 = mu;
  i.m0 = m0;
  return i;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, runs(), theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "energy attained by J = θ²/2, m₋₁ = −γθ₀/(1 − μ)"}, theorem::energy_witness(),
               theorem::energy_attained()),
      sampled({stem, Kind::dropped, "without γ > 0 and μ ∈ (0, 1): the lines hold"}, wild_runs(), any,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without μ < 1 the energy grows", Verdict::fails}, with(0.5, 2, 1),
               theorem::energy_decays()),
      examined({stem, Kind::dropped, "without γL ≤ 2(1 − μ) the energy grows", Verdict::fails}, with(2, 0.5, 0),
               theorem::energy_decays()),
      examined({stem, Kind::dropped, "without γ > 0 the energy grows", Verdict::fails}, with(-0.5, 0.5, 0),
               theorem::energy_decays())};
  append(checks, planted_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::momentum_on(gen::just(f), 3),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::heavy_ball::properties
