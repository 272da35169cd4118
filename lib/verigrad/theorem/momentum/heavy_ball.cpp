#include "verigrad/theorem/momentum/heavy_ball.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::heavy_ball {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "inna/1.28",
                  .stem = "heavy_ball",
                  .title = "Heavy ball",
                  .source = "INNA thesis, (1.28)",
                  .text = "mₖ = μmₖ₋₁ − γₖ∇J(θₖ), θₖ₊₁ = θₖ + mₖ, μ ∈ (0, 1), with J of a mini-batch",
                  .found = "it is Polyak's method; J(θₖ) + μ/(2γ)‖mₖ₋₁‖² decreases for γL ≤ 2(1 − μ), convex or not. m "
                           "at the start is not given: 0 here, and any other where it makes no difference",
                  .code = {"algorithm/heavy_ball.hpp: HeavyBall"},
                  .hypotheses = {{"differentiable",
                                  "J is differentiable; the lines need no J, only the gradients that are passed in"},
                                 {"step", "γ > 0"},
                                 {"inertia", "μ ∈ (0, 1)"}}},
                 lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.beta1 > 0 && i.beta1 < 1; }

namespace {

/// γL ≤ 2(1 − μ), decided exactly.
bool friction_suffices(const OptimiserInstance& i) {
  if (!i.f || !i.f->curvature().smooth()) return false;
  return exact<Rational>(i.alpha) * exact<Rational>(i.f->curvature().smoothness()) <=
         2 * (Rational(1) - exact<Rational>(i.beta1));
}

bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

/// mₖ = a mₖ₋₁ − b∇J(θₖ) and θₖ₊₁ = θₖ + m, the new one or the old one.
void both_lines(const OptimiserRun& run, const Number& a, const Number& b, int m_moves, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::heavy_ball);
  for (int k = 0; k < run.n; ++k) {
    equal_at("mₖ + γ∇J(θₖ) = μmₖ₋₁", r.m[k + 1] + b * r.gradient[k], a * r.m[k], k, claims);
    equal_at("θₖ₊₁ − θₖ = mₖ", r.theta[k + 1] - r.theta[k], r.m[k + m_moves], k, claims);
  }
}

void printed(const OptimiserRun& r, Claims& claims) { both_lines(r, r.beta1, r.alpha, 1, claims); }

void polyak(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::heavy_ball);
  for (int k = 0; k + 2 <= run.n; ++k)
    equal_at("θₖ₊₂ − μ(θₖ₊₁ − θₖ) = θₖ₊₁ − γ∇J(θₖ₊₁)", r.theta[k + 2] - run.beta1 * (r.theta[k + 1] - r.theta[k]),
             r.theta[k + 1] - run.alpha * r.gradient[k + 1], k, claims);
}

/// mₖ = μᵏ⁺¹⁻ʳm₋₁ − γ Σ μᵏ⁻ʲ⁺ˢ∇J(θⱼ), r and s to be 0.
void sum(const OptimiserRun& run, int late, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::heavy_ball);
  for (int k = 0; k < run.n; ++k) {
    Vector<Number> m = power(run.beta1, k + 1) * r.m[0];
    for (int j = 0; j <= k; ++j) m -= run.alpha * power(run.beta1, k - j + late) * r.gradient[j];
    equal_at("mₖ = μᵏ⁺¹m₋₁ − γ Σ μᵏ⁻ʲ∇J(θⱼ)", r.m[k + 1], m, k, claims);
  }
}

constexpr auto unrolled = [](const OptimiserRun& run, Claims& claims) { sum(run, 0, claims); };

/// J(θₖ) + (a/γ)‖mₖ₋₁‖² for each k.
std::vector<Number> energies(const OptimiserRun& run, const OptimiserRecord& r, const Number& a) {
  std::vector<Number> result;
  for (int k = 0; k <= run.n; ++k)
    result.push_back(run.instance.f->template over<Number>().value(r.theta[k]) + a / run.alpha * squared_norm(r.m[k]));
  return result;
}

struct Energies {
  std::vector<Number> before, after;
  explicit Energies(const OptimiserRun& run) {
    const OptimiserRecord r = run.of(Optimiser::heavy_ball);
    const Number L = exact(run.instance.f->curvature().smoothness()), half = frac(1, 2);
    before = energies(run, r, half * run.beta1);
    after = energies(run, r, half * (2 - run.beta1 - run.alpha * L));
  }
};

void energy(const OptimiserRun& run, Claims& claims) {
  const Energies e(run);
  for (int k = 0; k < run.n; ++k)
    claims.at_most("J(θₖ₊₁) + (2 − μ − γL)/(2γ)‖mₖ‖² ≤ Eₖ", e.after[k + 1], e.before[k], k);
}

void decays(const OptimiserRun& run, Claims& claims) {
  const Energies e(run);
  for (int k = 0; k < run.n; ++k) claims.at_most("Eₖ₊₁ ≤ Eₖ", e.before[k + 1], e.before[k], k);
}

void attained(const OptimiserRun& run, Claims& claims) {
  const Energies e(run);
  claims.equal("J(θ₁) + (2 − μ − γL)/(2γ)‖m₀‖² = E₀", e.after[1], e.before[0]);
}

std::vector<Step<OptimiserInstance>> steps() {
  return {{"two steps", "θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇J(θₖ₊₁): Polyak (1964)", two_steps()},
          {"unrolled", "mₖ = μᵏ⁺¹m₋₁ − γ Σ_{j≤k} μᵏ⁻ʲ∇J(θⱼ)", form<OptimiserRun>(unrolled).of_code()},
          {"energy", "J(θₖ₊₁) + (2 − μ − γL)/(2γ)‖mₖ‖² ≤ J(θₖ) + μ/(2γ)‖mₖ₋₁‖², J L-smooth",
           form<OptimiserRun>(energy).where(friction_suffices)},
          {"energy decays", "Eₖ₊₁ ≤ Eₖ = J(θₖ) + μ/(2γ)‖mₖ₋₁‖² for γL ≤ 2(1 − μ)",
           energy_decays().where(friction_suffices)}};
}

/// One gradient, with γ = 1/4 and μ = 1/16.
OptimiserInstance pushed_once() {
  OptimiserInstance i = along({1});
  i.alpha = 0.25;
  i.beta1 = 0.0625;
  return i;
}

Forms<OptimiserInstance> planted() {
  return {form<OptimiserRun>("sign: mₖ = μmₖ₋₁ + γ∇J",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, -r.alpha, 1, c); }),
          form<OptimiserRun>("index: θₖ₊₁ = θₖ + mₖ₋₁",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, r.alpha, 0, c); }),
          form<OptimiserRun>(
              "factor: (1 − μ)γ for γ",
              [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, r.alpha * (1 - r.beta1), 1, c); }),
          form<OptimiserRun>("swapped: μ and γ",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.alpha, r.beta1, 1, c); }),
          form<OptimiserRun>("exponent: μᵏ⁺¹⁻ʲ for μᵏ⁻ʲ", [](const OptimiserRun& r, Claims& c) { sum(r, 1, c); })};
}

}  // namespace

Lines<OptimiserInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {pushed_once()}}; }

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed); }

Form<OptimiserInstance> two_steps() {
  return form<OptimiserRun>("two steps", polyak).where(two_steps_at_least).of_code();
}
Form<OptimiserInstance> energy_decays() { return form<OptimiserRun>("energy decays", decays); }
Form<OptimiserInstance> energy_attained() { return form<OptimiserRun>("energy attained", attained); }

OptimiserInstance energy_witness() {
  const Vector<double> one = Vector<double>::Ones(1);
  return {.f = make_objective(Quadratic(one, Vector<double>::Zero(1))),
          .gradients = {},
          .theta0 = one,
          .n = 1,
          .alpha = 0.5,
          .beta1 = 0.5,
          .m0 = -1};
}

}  // namespace verigrad::heavy_ball
