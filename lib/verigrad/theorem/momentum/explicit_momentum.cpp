#include "verigrad/theorem/momentum/explicit_momentum.hpp"

namespace verigrad::explicit_momentum {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.17",
       .stem = "explicit_momentum",
       .title = "Explicit discretisation of the momentum system",
       .source = "Stochastic gradient methods, (5.17)",
       .text = "Wⁿ⁺¹ = Wⁿ + ΔtZⁿ, Zⁿ⁺¹ = Zⁿ − Δt∇J(Wⁿ), Δt > 0",
       .found =
           "explicit Euler for (5.16). It does not keep the energy E = J(W) + ½|Z|² that (5.16) keeps: on J = λ|W|²/2, "
           "Eⁿ⁺¹ = (1 + λΔt²)Eⁿ, so that no Δt is stable, and on every convex J, Eⁿ⁺¹ ≥ Eⁿ + ½Δt²|∇J(Wⁿ)|². With the "
           "new Z in the first line it would be the heavy ball (inna/1.28) with μ = 1, γ = Δt²",
       .code = {"algorithm/explicit_momentum.hpp: ExplicitMomentum"},
       .hypotheses = {{"differentiable",
                       "J is differentiable; the lower bound of the energy holds with any subgradient of a convex J"},
                      {"step", "Δt > 0; not needed"},
                      {"smooth", "J is L-smooth, for the upper bound of the energy alone, and there it is needed"}}},
      lines(), limit_lines(), upper_bound_lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0; }

namespace {

bool convex(const OptimiserInstance& i) { return i.f && i.f->curvature().convex(); }
bool smooth(const OptimiserInstance& i) { return i.f && i.f->curvature().smooth(); }
bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

/// W + a Z, Z − b∇J with Z old or new, a and b to be Δt.
void both_lines(const OptimiserRun& run, const Number& a, const Number& b, int z_moves, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::explicit_momentum);
  for (int k = 0; k < run.n; ++k) {
    equal_at("Wⁿ⁺¹ − ΔtZⁿ = Wⁿ", r.theta[k + 1] - a * r.m[k + z_moves], r.theta[k], k, claims);
    equal_at("Zⁿ⁺¹ + Δt∇J(Wⁿ) = Zⁿ", r.m[k + 1] + b * r.gradient[k], r.m[k], k, claims);
  }
}

/// gradient_at: 0 as it is, 1 for the heavy ball's.
void second_order(const OptimiserRun& run, const Number& rate, int gradient_at, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::explicit_momentum);
  for (int k = 0; k + 2 <= run.n; ++k)
    equal_at("Wⁿ⁺² + Wⁿ = 2Wⁿ⁺¹ − Δt²∇J(Wⁿ)", r.theta[k + 2] + r.theta[k],
             2 * r.theta[k + 1] - rate * r.gradient[k + gradient_at], k, claims);
}

void printed(const OptimiserRun& r, Claims& claims) { both_lines(r, r.alpha, r.alpha, 0, claims); }

void two_steps(const OptimiserRun& r, Claims& claims) { second_order(r, square(r.alpha), 0, claims); }

void summed(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::explicit_momentum);
  for (int k = 0; k <= run.n; ++k) {
    Vector<Number> w = r.theta[0] + k * run.alpha * r.m[0];
    for (int j = 0; j < k; ++j) w -= (k - 1 - j) * square(run.alpha) * r.gradient[j];
    equal_at("Wⁿ = W⁰ + nΔtZ⁰ − Δt² Σ (n − 1 − j)∇J(Wʲ)", r.theta[k], w, k, claims);
  }
}

struct Energies {
  OptimiserRecord r;
  std::vector<Number> e;  ///< J(W) + ½|Z|²
  explicit Energies(const OptimiserRun& run) : r(run.of(Optimiser::explicit_momentum)) {
    for (int k = 0; k <= run.n; ++k)
      e.push_back(run.instance.f->template over<Number>().value(r.theta[k]) + frac(1, 2) * squared_norm(r.m[k]));
  }
};

void grows(const OptimiserRun& run, Claims& claims) {
  const Energies x(run);
  for (int k = 0; k < run.n; ++k)
    claims.at_most("Eⁿ + ½Δt²|∇J(Wⁿ)|² ≤ Eⁿ⁺¹", x.e[k] + frac(1, 2) * square(run.alpha) * squared_norm(x.r.gradient[k]),
                   x.e[k + 1], k);
}

void bounded_with(const OptimiserRun& run, const Number& L, Claims& claims) {
  const Energies x(run);
  for (int k = 0; k < run.n; ++k) {
    const Number gain = squared_norm(x.r.gradient[k]) + L * squared_norm(x.r.m[k]);
    claims.at_most("Eⁿ⁺¹ ≤ Eⁿ + ½Δt²(|∇J|² + L|Z|²)", x.e[k + 1], x.e[k] + frac(1, 2) * square(run.alpha) * gain, k);
  }
}

void bounded(const OptimiserRun& run, Claims& claims) {
  bounded_with(run, exact(run.instance.f->curvature().smoothness()), claims);
}

/// Where Δt is a power of 2.
void bounded_with_inverse_step(const OptimiserRun& run, Claims& claims) { bounded_with(run, 1 / run.alpha, claims); }

void attained(const OptimiserRun& run, Claims& claims) {
  const Energies x(run);
  const Number lambda = exact(run.instance.f->curvature().upper);
  for (int k = 0; k < run.n; ++k)
    claims.equal("Eⁿ⁺¹ = (1 + λΔt²)Eⁿ", x.e[k + 1], (1 + lambda * square(run.alpha)) * x.e[k], k);
}

void kept(const OptimiserRun& run, Claims& claims) {
  const Energies x(run);
  for (int k = 0; k < run.n; ++k) claims.equal("Eⁿ⁺¹ = Eⁿ", x.e[k + 1], x.e[k], k);
}

std::vector<Step<OptimiserInstance>> steps() {
  return {{"two steps", "Wⁿ⁺² = 2Wⁿ⁺¹ − Wⁿ − Δt²∇J(Wⁿ): the gradient acts one step late",
           form<OptimiserRun>(two_steps).where(two_steps_at_least)},
          {"summed", "Wⁿ = W⁰ + nΔtZ⁰ − Δt² Σ_{j<n} (n − 1 − j)∇J(Wʲ)", form<OptimiserRun>(summed).of_code()},
          {"energy grows", "Eⁿ⁺¹ ≥ Eⁿ + ½Δt²|∇J(Wⁿ)|² for convex J", energy_grows().where(convex)}};
}

/// A gradient, then none, with Δt = 1/4.
OptimiserInstance pushed_once() {
  OptimiserInstance i = along({1, 0});
  i.alpha = 0.25;
  i.beta1 = 0.0625;
  return i;
}

Forms<OptimiserInstance> planted() {
  return {form<OptimiserRun>("sign: Zⁿ⁺¹ = Zⁿ + Δt∇J",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.alpha, -r.alpha, 0, c); }),
          form<OptimiserRun>("index: Wⁿ⁺¹ = Wⁿ + ΔtZⁿ⁺¹",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.alpha, r.alpha, 1, c); }),
          form<OptimiserRun>("factor: Δt² for Δt in the second line",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.alpha, square(r.alpha), 0, c); }),
          form<OptimiserRun>("gradient at Wⁿ⁺¹: the heavy ball's",
                             [](const OptimiserRun& r, Claims& c) { second_order(r, square(r.alpha), 1, c); }),
          form<OptimiserRun>("power: Δt for Δt² in two steps",
                             [](const OptimiserRun& r, Claims& c) { second_order(r, r.alpha, 0, c); })};
}

}  // namespace

Lines<OptimiserInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {pushed_once()}}; }

Lines<OptimiserInstance> upper_bound_lines() {
  return {.steps = {{"energy bounded", "Eⁿ⁺¹ ≤ Eⁿ + ½Δt²(|∇J(Wⁿ)|² + L|Zⁿ|²) for L-smooth J",
                     form<OptimiserRun>(bounded).where(smooth)}}};
}

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed).of_code(); }
Form<OptimiserInstance> energy_grows() { return form<OptimiserRun>("energy grows", grows); }
Form<OptimiserInstance> energy_attained() { return form<OptimiserRun>("energy attained", attained); }
Form<OptimiserInstance> energy_bounded_with_inverse_step() {
  return form<OptimiserRun>("energy bounded with L = 1/Δt", bounded_with_inverse_step);
}
Form<OptimiserInstance> energy_kept() { return form<OptimiserRun>("energy kept", kept); }

}  // namespace verigrad::explicit_momentum
