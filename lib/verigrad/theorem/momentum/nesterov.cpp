#include "verigrad/theorem/momentum/nesterov.hpp"

#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::nesterov {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.29",
       .stem = "nesterov",
       .title = "Nesterov",
       .source = "INNA thesis, (1.29)",
       .text = "mₖ = μₖ₋₁mₖ₋₁ − γₖ∇J(θₖ + μₖ₋₁mₖ₋₁), θₖ₊₁ = θₖ + mₖ, with J of a mini-batch",
       .found = "it is Nesterov's method. With μₖ = k/(k + 3), counted from the first step k = 0, J(θₖ) − "
                "J* ≤ 2‖θ₀ − θ*‖²/(γ(k + 1)²) for convex J and γL ≤ 1",
       .code = {"algorithm/nesterov.hpp: Nesterov", "algorithm/nesterov.hpp: NesterovSchedule",
                "algorithm/nesterov.hpp: NesterovSchedule1983"},
       .hypotheses = {{"differentiable",
                       "J is differentiable; the lines need no J, only the gradients that are passed in"},
                      {"step", "γ > 0"},
                      {"inertia", "μ ∈ (0, 1)"}},
       .errata = {{.key = "μₖ",
                   .place = "sentence after (1.29)",
                   .printed = "originally, μ_k = k/k + 3",
                   .corrected =
                       "μ_k = k/(k + 3), which is the later, simpler schedule: Nesterov (1983) has (aₖ − 1)/aₖ₊₁",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      lines(), schedule_lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.beta1 > 0 && i.beta1 < 1; }

namespace {

bool accelerates(const OptimiserInstance& i) {
  return i.f && i.m0 == 0 && i.f->curvature().convex() && i.f->curvature().smooth() && i.f->has_minimum() &&
         exact<Rational>(i.alpha) * exact<Rational>(i.f->curvature().smoothness()) <= 1;
}
bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

/// mₖ = a mₖ₋₁ − b∇, θₖ₊₁ = θₖ + m; the gradient taken at θₖ + c mₖ₋₁ where there is an objective.
void both_lines(const OptimiserRun& run, const Number& a, const Number& b, const Number& c, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::nesterov);
  for (int k = 0; k < run.n; ++k) {
    const Vector<Number> g = run.instance.gradient(k, r.theta[k] + c * r.m[k]);
    equal_at("mₖ + γ∇J(θₖ + μmₖ₋₁) = μmₖ₋₁", r.m[k + 1] + b * g, a * r.m[k], k, claims);
    equal_at("θₖ₊₁ − θₖ = mₖ", r.theta[k + 1] - r.theta[k], r.m[k + 1], k, claims);
  }
}

void printed(const OptimiserRun& r, Claims& claims) { both_lines(r, r.beta1, r.alpha, r.beta1, claims); }

void extrapolated(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::nesterov);
  for (int k = 1; k < run.n; ++k) {
    const Vector<Number> y = r.theta[k] + run.beta1 * (r.theta[k] - r.theta[k - 1]);
    equal_at("θₖ₊₁ = yₖ − γ∇J(yₖ)", r.theta[k + 1], y - run.alpha * run.instance.gradient(k, y), k, claims);
  }
}

void two_points(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::nesterov);
  for (int k = 0; k < run.n; ++k)
    equal_at("θₖ₊₁ + μmₖ = (1 + μ)θₖ₊₁ − μθₖ", r.theta[k + 1] + run.beta1 * r.m[k + 1],
             (1 + run.beta1) * r.theta[k + 1] - run.beta1 * r.theta[k], k, claims);
}

/// J(θₖ) − J* ≤ factor ‖θ₀ − θ*‖²/(γ(k + 1)^exponent), with μₖ₋₁ in step k as printed.
void rate_of(const OptimiserRun& run, const Number& factor, int exponent, Claims& claims) {
  const ObjectiveOver<Number>& f = run.instance.f->template over<Number>();
  const Minimum<Number> minimum = f.minimum();
  auto state = Nesterov::start<Number>(exact(run.instance.theta0));
  const Number R2 = squared_norm(state.theta - minimum.x_star);
  for (int k = 0; k < run.n; ++k) {
    const Number mu = k == 0 ? 0 : NesterovSchedule::at<Number>(k - 1);
    const Vector<Number> y = state.theta + mu * state.m;
    Nesterov::advance<Number>(state, f.gradient(y), run.alpha, mu);
    claims.at_most("J(θₖ) − J* ≤ 2R²/(γ(k + 1)²)", f.value(state.theta) - minimum.f_star,
                   factor * R2 / (run.alpha * power(Number(k + 2), exponent)), k + 1);
  }
}

constexpr auto rate = [](const OptimiserRun& run, Claims& claims) { rate_of(run, 2, 2, claims); };

void original(const OptimiserRun&, Claims& claims) {
  const Number a1 = frac(1, 2) * (1 + root<Number>(5)), a2 = (a1 - 1) / NesterovSchedule1983::at<Number>(1);
  claims.equal("a₁² − a₁ = a₀²", square(a1) - a1, 1);
  claims.equal("a₂² − a₂ = a₁² for a₂ = (a₁ − 1)/μ₁", square(a2) - a2, square(a1));
  claims.less("1/4 < μ₁ in Nesterov (1983)", NesterovSchedule::at<Number>(1), NesterovSchedule1983::at<Number>(1));
}

std::vector<Step<OptimiserInstance>> steps() {
  return {{"extrapolation", "θₖ₊₁ = yₖ − γ∇J(yₖ), yₖ = θₖ + μ(θₖ − θₖ₋₁): Nesterov (1983)", extrapolation()},
          {"two points", "yₖ₊₁ = (1 + μ)θₖ₊₁ − μθₖ", form<OptimiserRun>(two_points)},
          {"rate", "J(θₖ) − J* ≤ 2‖θ₀ − θ*‖²/(γ(k + 1)²), k ≥ 1: Beck and Teboulle (2009), with t = (k + 1)/2",
           form<OptimiserRun>(rate).where(accelerates).of_code().noting_largest_ratio()}};
}

/// J = θ²/2 from 1.
OptimiserInstance on_parabola() {
  const Vector<double> one = Vector<double>::Ones(1);
  return {.f = make_objective(Quadratic(one, 0 * one)),
          .gradients = {},
          .theta0 = one,
          .n = 2,
          .alpha = 0.25,
          .beta1 = 0.5};
}

Forms<OptimiserInstance> planted() {
  return {form<OptimiserRun>("sign: gradient at θₖ − μmₖ₋₁",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, r.alpha, -r.beta1, c); }),
          form<OptimiserRun>("missing: gradient at θₖ",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, r.alpha, 0, c); }),
          form<OptimiserRun>("missing: gradient at θₖ + mₖ₋₁",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, r.alpha, 1, c); }),
          form<OptimiserRun>("sign: mₖ = μmₖ₋₁ + γ∇J",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.beta1, -r.alpha, r.beta1, c); }),
          form<OptimiserRun>("swapped: μ and γ",
                             [](const OptimiserRun& r, Claims& c) { both_lines(r, r.alpha, r.beta1, r.alpha, c); })};
}

}  // namespace

Lines<OptimiserInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {on_parabola()}}; }

Lines<OptimiserInstance> schedule_lines() {
  return {.steps = {{"original schedule",
                     "μₖ = (aₖ − 1)/aₖ₊₁, a₀ = 1, aₖ₊₁ = (1 + √(4aₖ² + 1))/2: Nesterov (1983), as Sutskever et al. "
                     "(2013) quote him, whose form the text follows. μ₁ = 0.28… is above the 1/4 of k/(k + 3)",
                     form<OptimiserRun>(original)}}};
}

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed); }

Form<OptimiserInstance> extrapolation() {
  return form<OptimiserRun>("extrapolation", extrapolated).where(two_steps_at_least).of_code();
}

Form<OptimiserInstance> rate_anyway() { return form<OptimiserRun>("rate", rate); }

}  // namespace verigrad::nesterov
