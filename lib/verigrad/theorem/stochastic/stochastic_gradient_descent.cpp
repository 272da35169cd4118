#include "verigrad/theorem/stochastic/stochastic_gradient_descent.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::stochastic_gradient_descent {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/sgd",
       .stem = "stochastic_gradient_descent",
       .title = "Stochastic gradient descent",
       .source = "MFDS, section 14.2.3",
       .text = "xₖ₊₁ = xₖ − τₖ∇f_{i(k)}(xₖ) with τₖ = τ₀/(1 + k/k₀) (14.15): τₖ must tend to 0, but not too fast",
       .found = "constant steps end at a noise floor, τ/(1 − τ) on the text's example; with (14.15), τ₀L ≤ ½ and a = "
                "μτ₀k₀ > 1, E‖xₖ − x*‖² ≤ max(k₀‖x₀ − x*‖², 2(τ₀k₀σ)²/(a − 1))/(k₀ + k); with μτ₀k₀ < ½ the rate 1/k "
                "is lost. kτₖ tends to τ₀k₀: \"asymptotically τₖ ~ k⁻¹\" speaks of the order of τₖ",
       .code = {"algorithm/stochastic_gradient.hpp: StochasticGradient"},
       .hypotheses = {{"terms", "each fᵢ is convex and L-smooth"},
                      {"minimum", "f = (1/n) Σ fᵢ has a minimiser x*; μ-strongly convex for the rate"},
                      {"step", "τ₀L ≤ 1; for the rate τ₀L ≤ ½ and μτ₀k₀ > 1"}}},
      lines(), schedule_lines());
  return result;
}

std::string SgdInstance::describe() const {
  return fmt::format("f = {}; x₀ = {}, {}, K = {}", f.describe(), in_words(x0), in_words(steps), K);
}

bool hypotheses_hold(const SgdInstance& instance) {
  const FiniteSumInstance sum{instance.f, instance.x0, {}};
  const Rational first = StochasticGradient{instance.steps}.step_size<Rational>(0);
  return sum.convex() && first > 0 && first * exact<Rational>(sum.largest_L()) <= 1;
}

bool rate_hypotheses_hold(const SgdInstance& instance) {
  const auto* decaying = std::get_if<DecayingStep>(&instance.steps);
  if (!decaying || !hypotheses_hold(instance)) return false;
  const Rational tau0 = exact<Rational>(decaying->tau0);
  const FiniteSumInstance sum{instance.f, instance.x0, {}};
  return 2 * tau0 * exact<Rational>(sum.largest_L()) <= 1 &&
         exact<Rational>(instance.f.curvature().lower) * tau0 * exact<Rational>(decaying->k0) > 1;
}

namespace {

struct Run {
  using Instance = SgdInstance;
  explicit Run(const SgdInstance& instance);

  int K;
  Number mu, L, noise;                              ///< σ²
  Number tau0, k0;                                  ///< of (14.15), else τ₀ and 1
  std::vector<Number> tau, distance2;               ///< distance2[k] = E‖xₖ − x*‖²
  std::vector<Vector<Number>> mean, mean_gradient;  ///< E xₖ, E∇f(xₖ)
};

Run::Run(const SgdInstance& instance) : K(instance.K) {
  using State = StochasticGradient::State<Number>;
  const FiniteSum& f = instance.f;
  const StochasticGradient method{instance.steps};
  const Vector<Number> x_star = f.minimum<Number>().x_star;
  mu = exact(f.curvature().lower);
  L = exact(FiniteSumInstance{f, instance.x0, {}}.largest_L());
  tau0 = method.template step_size<Number>(0);
  const auto* decaying = std::get_if<DecayingStep>(&instance.steps);
  k0 = decaying ? exact(decaying->k0) : Number(1);
  noise = 0;
  for (const ObjectivePtr& term : f.terms()) noise += squared_norm(term->over<Number>().gradient(x_star)) / f.size();
  Law<State> law = certain(StochasticGradient::start<Number>(exact(instance.x0)));
  for (int k = 0; k <= K; ++k) {
    distance2.push_back(expectation<Number>(law, [&](const State& s) { return squared_norm(s.x - x_star); }));
    mean.push_back(expectation<Number>(law, [](const State& s) { return s.x; }));
    mean_gradient.push_back(expectation<Number>(law, [&](const State& s) { return f.gradient<Number>(s.x); }));
    tau.push_back(method.template step_size<Number>(k));
    if (k < K)
      law = after_draw(law, uniform(f.size()), [&](State& state, int i) { state = method.step<Number>(f, state, i); });
  }
}

/// E‖xₖ₊₁ − x*‖² ≤ factor(r, τₖ) E‖xₖ − x*‖² + noise(r, τₖ).
template <class Factor, class Noise>
Form<SgdInstance> one_step_with(std::string key, Factor factor, Noise noise) {
  return form<Run>(std::move(key), [=](const Run& r, Claims& claims) {
    for (int k = 0; k < r.K; ++k)
      claims.at_most("E‖xₖ₊₁ − x*‖² ≤ (1 − 2τμ(1 − τL)) E‖xₖ − x*‖² + 2τ²σ²", r.distance2[k + 1],
                     Number(factor(r, r.tau[k]) * r.distance2[k] + noise(r, r.tau[k])), k);
  });
}

constexpr auto contraction = [](const Run& r, const Number& tau) {
  return Number(1 - 2 * tau * r.mu * (1 - tau * r.L));
};
constexpr auto twice_noise = [](const Run& r, const Number& tau) { return Number(2 * square(tau) * r.noise); };

Number start_part(const Run& r) { return r.k0 * r.distance2[0]; }
Number noise_part(const Run& r) {
  const Number a = r.mu * r.tau0 * r.k0;
  return 2 * square(Number(r.tau0 * r.k0)) * r.noise / (a - 1);
}

/// E‖xₖ − x*‖² ≤ Q(r)/(k₀ + k)ᵖ.
template <class Q>
Form<SgdInstance> rate_with(std::string key, Q q, bool square_of_k = false) {
  return form<Run>(std::move(key),
                   [=](const Run& r, Claims& claims) {
                     for (int k = 0; k <= r.K; ++k) {
                       const Number t = r.k0 + k;
                       claims.at_most("E‖xₖ − x*‖² ≤ Q/(k₀ + k)", r.distance2[k],
                                      Number(q(r) / (square_of_k ? square(t) : t)), k);
                     }
                   })
      .where(rate_hypotheses_hold);
}

constexpr auto whole = [](const Run& r) { return larger<Number>(start_part(r), noise_part(r)); };

void mean_steps(const Run& r, Claims& claims) {
  for (int k = 0; k < r.K; ++k)
    claims.equal("E xₖ₊₁ = E xₖ − τₖ E∇f(xₖ)", r.mean[k + 1], r.mean[k] - r.tau[k] * r.mean_gradient[k]);
}

void at_rate_of_start(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.K; ++k)
    claims.at_most("(k + 1) E‖xₖ − x*‖² ≤ ‖x₀ − x*‖²", (k + 1) * r.distance2[k], r.distance2[0], k);
}

void harmonic_law(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.K; ++k) claims.equal("E xₖ² = 1/k", r.distance2[k], frac(1, k), k);
}

Number floor_of(const Run& r) { return r.tau0 / (1 - r.tau0); }

void floor_law(const Run& r, Claims& claims) {
  Number memory(1);
  for (int k = 0; k <= r.K; ++k) {
    claims.equal("E xₖ² = τ/(1−τ) + (1−2τ)²ᵏ(x₀² − τ/(1−τ))", r.distance2[k],
                 floor_of(r) + memory * (r.distance2[0] - floor_of(r)), k);
    memory *= square(Number(1 - 2 * r.tau0));
  }
}

struct ScheduleRun {
  using Instance = ScheduleInstance;
  explicit ScheduleRun(const ScheduleInstance& instance) : first_slow(int(std::ceil(instance.k0))) {
    tau0 = exact(instance.tau0);
    k0 = exact(instance.k0);
    const StochasticGradient method{DecayingStep{instance.tau0, instance.k0}};
    for (int k = 0; k < instance.n; ++k) tau.push_back(method.template step_size<Number>(k));
  }
  int first_slow;
  Number tau0, k0;
  std::vector<Number> tau;
};

void law(const ScheduleRun& s, Claims& claims) {
  const int n = int(s.tau.size());
  Number squares(0);
  for (int k = 0; k < n; ++k) {
    claims.less("kτₖ < τ₀k₀", k * s.tau[k], s.tau0 * s.k0, k);
    if (k >= s.first_slow) claims.at_most("τ₀k₀ ≤ 2kτₖ for k ≥ k₀", s.tau0 * s.k0, 2 * k * s.tau[k], k);
    squares += square(s.tau[k]);
    claims.at_most("Σ τ² ≤ τ₀²(1 + k₀)", squares, square(s.tau0) * (1 + s.k0), k);
  }
  for (int m = std::max(1, s.first_slow); 2 * m <= n; m *= 2) {
    Number sum(0);
    for (int k = m; k < 2 * m; ++k) sum += s.tau[k];
    claims.at_most("τ₀k₀/3 ≤ τₘ + … + τ₂ₘ₋₁", s.tau0 * s.k0 / 3, sum, m);
  }
}

Forms<SgdInstance> planted() {
  return {
      one_step_with(
          "one step: 1 − 4τμ(1 − τL)",
          [](const Run& r, const Number& tau) { return Number(1 - 4 * tau * r.mu * (1 - tau * r.L)); }, twice_noise),
      one_step_with("one step: no noise", contraction, [](const Run&, const Number&) { return Number(0); }),
      one_step_with("one step: τ²σ²/2 for 2τ²σ²", contraction,
                    [](const Run& r, const Number& tau) { return Number(frac(1, 2) * square(tau) * r.noise); }),
      one_step_with(
          "one step: −τL dropped and noise τ²σ²",
          [](const Run& r, const Number& tau) { return Number(1 - 2 * tau * r.mu); },
          [](const Run& r, const Number& tau) { return Number(square(tau) * r.noise); }),
      rate_with("rate without the start", [](const Run& r) { return noise_part(r); }),
      rate_with("rate 1/k²", whole, true)};
}

Forms<ScheduleInstance> planted_schedules() {
  return {form<ScheduleRun>("schedule: 2kτₖ < τ₀k₀",
                            [](const ScheduleRun& s, Claims& claims) {
                              for (int k = 0; k < int(s.tau.size()); ++k)
                                claims.less("2kτₖ < τ₀k₀", 2 * k * s.tau[k], s.tau0 * s.k0, k);
                            }),
          form<ScheduleRun>("schedule: Σ τ² ≤ τ₀²", [](const ScheduleRun& s, Claims& claims) {
            Number squares(0);
            for (const Number& tau : s.tau) squares += square(tau);
            claims.at_most("Σ τ² ≤ τ₀²", squares, square(s.tau0));
          })};
}

/// 5(θ − 3/2)²/8 and 3(θ + 1)²/8 from −1/2.
SgdInstance two_widths() {
  return {FiniteSum({make_objective(Quadratic(at(1.25), at(1.5))), make_objective(Quadratic(at(0.75), at(-1)))}),
          at(-0.5), DecayingStep{0.1875, 10}, 2};
}

}  // namespace

std::string ScheduleInstance::describe() const { return fmt::format("τ₀ = {}, k₀ = {}, k < {}", tau0, k0, n); }

Form<SgdInstance> one_step() { return one_step_with("one step", contraction, twice_noise).of_code(); }
Form<SgdInstance> rate() { return rate_with("rate", whole).of_code(); }
Form<SgdInstance> fast_rate() { return form<Run>("fast rate", at_rate_of_start); }
Form<SgdInstance> harmonic() { return form<Run>("harmonic", harmonic_law).of_code(); }
Form<SgdInstance> noise_floor() { return form<Run>("noise floor", floor_law).of_code(); }
Form<SgdInstance> below_the_floor() {
  return form<Run>("below the floor", [](const Run& r, Claims& claims) {
    claims.less("2 E xₖ² < τ/(1 − τ)", 2 * r.distance2[r.K], floor_of(r));
  });
}

FiniteSum two_parabolas() {
  const auto term = [](double centre) { return make_objective(Quadratic(at(2), at(centre))); };
  return FiniteSum({term(1), term(-1)});
}

Form<ScheduleInstance> schedule() { return form<ScheduleRun>("schedule", law); }

Lines<SgdInstance> lines() {
  return {.steps = {{"mean step", "E xₖ₊₁ = E xₖ − τₖ E∇f(xₖ), by (14.14)", form<Run>(mean_steps).of_code()}},
          .planted = planted(),
          .separating = {two_widths()}};
}

Lines<ScheduleInstance> schedule_lines() { return {.planted = planted_schedules(), .separating = {{0.5, 1, 512}}}; }

}  // namespace verigrad::stochastic_gradient_descent
