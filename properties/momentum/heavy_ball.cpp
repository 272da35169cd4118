// Thesis, (1.28): the heavy ball along given gradients and on objectives, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/momentum/heavy_ball.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::heavy_ball::properties {
namespace {

namespace theorem = heavy_ball;

constexpr const char* stem = "heavy_ball";

bool any(const OptimiserInstance&) { return true; }

rc::Gen<OptimiserInstance> runs() {
  return rc::gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()));
}

/// Runs with γ, μ at will, negative ones too.
rc::Gen<OptimiserInstance> wild_runs() {
  return rc::gen::map(rc::gen::tuple(runs(), generate::dyadic(6, 4), generate::dyadic(6, 4)),
                      [](std::tuple<OptimiserInstance, double, double> draw) {
                        auto& [i, gamma, mu] = draw;
                        i.alpha = gamma;
                        i.beta1 = mu;
                        return i;
                      });
}

OptimiserInstance with(double gamma, double mu, double m0) {
  OptimiserInstance i = theorem::energy_witness();
  i.alpha = gamma;
  i.beta1 = mu;
  i.m0 = m0;
  return i;
}

Form<OptimiserInstance> energy_decays() {
  Form<OptimiserInstance> form = with_key(theorem::steps(), "energy decays");
  form.needs = {};
  return form;
}

/// One gradient, with γ = 1/4 and μ = 1/16.
OptimiserInstance pushed_once() {
  OptimiserInstance i = along({1});
  i.alpha = 0.25;
  i.beta1 = 0.0625;
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
               energy_decays()),
      examined({stem, Kind::dropped, "without γL ≤ 2(1 − μ) the energy grows", Verdict::fails}, with(2, 0.5, 0),
               energy_decays()),
      examined({stem, Kind::dropped, "without γ > 0 the energy grows", Verdict::fails}, with(-0.5, 0.5, 0),
               energy_decays())};
  append(checks,
         sampled_each(stem, Kind::planted, runs(), theorem::hypotheses_hold, theorem::planted(), {pushed_once()}));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::momentum_on(rc::gen::just(f), 3),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::heavy_ball::properties
