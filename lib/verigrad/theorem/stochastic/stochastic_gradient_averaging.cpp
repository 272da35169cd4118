#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/algorithm/stochastic_averaging.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::stochastic_gradient_averaging {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/sga",
       .stem = "stochastic_gradient_averaging",
       .title = "Stochastic gradient with averaging",
       .source = "MFDS, section 14.2.4",
       .text = "SGD on x̃ₖ, and xₖ = (1/k) Σ_{l=1}^k x̃ₗ, by a running average; τₖ = τ₀/(1 + √(k/k₀)), at rate k^(−1/2)",
       .found = "E f(xₖ) − f* ≤ (1/k)(max E‖x̃ₗ − x*‖²/(2τₖ) + ½ Σ τₗ E‖∇fᵢ(x̃ₗ)‖²) for convex f, that is O(k^(−1/2)) "
                "while both expectations are bounded; the text states no rate",
       .code = {"algorithm/stochastic_averaging.hpp: StochasticAveraging"},
       .hypotheses = {{"terms", "each fᵢ is convex"},
                      {"minimum", "f = (1/n) Σ fᵢ has a minimiser x*"},
                      {"step", "τₖ > 0 does not increase"}},
       .formal = {.theorems = {"conclusion", "conclusion_printed_is_late"},
                  .corrected = "x_{k+1} = x̃_{k+1}/(k + 1) + k xₖ/(k + 1)"}},
      lines());
  return result;
}

bool hypotheses_hold(const FiniteSumInstance& instance) {
  const auto& tau = instance.tau;
  return instance.convex() && !tau.empty() && std::is_sorted(tau.rbegin(), tau.rend()) && tau.back() > 0;
}

namespace {

struct Run {
  using Instance = FiniteSumInstance;
  struct State {
    StochasticAveraging::State<Number> shipped;
    Vector<Number> sum;      ///< x̃₁ + … + x̃ₖ
    Vector<Number> printed;  ///< the printed running average xₖ
    Vector<Number> late;     ///< the average of x̃₁ … x̃ₖ₋₁, for k ≥ 2
  };
  explicit Run(const FiniteSumInstance& instance);
  void add(const FiniteSum& f);

  int n, K;
  Minimum<Number> minimum;
  std::vector<Number> tau;
  std::vector<Number> distance2, gradient2, delta;  ///< ε̃ₖ, Cₖ², E f(xₖ) − f*
  Law<State> law;                                   ///< after K steps
};

void Run::add(const FiniteSum& f) {
  distance2.push_back(
      expectation<Number>(law, [&](const State& s) { return squared_norm(s.shipped.auxiliary - minimum.x_star); }));
  delta.push_back(
      expectation<Number>(law, [&](const State& s) { return Number(f.value(s.shipped.average) - minimum.f_star); }));
  gradient2.push_back(expectation<Number>(law, [&](const State& s) {
    Number sum(0);
    for (const ObjectivePtr& term : f.terms()) sum += squared_norm(term->over<Number>().gradient(s.shipped.auxiliary));
    return Number(sum / Number(n));
  }));
}

/// xₖ₊₁ by the printed formula, and the averages, from the state with x̃ₖ to that with x̃ₖ₊₁.
template <class State>
void advance(State& state, const FiniteSum& f, int i, double tau) {
  const int k = state.shipped.k;
  if (k >= 1) {
    state.late = state.sum / Number(k);
    state.printed = LaggedAverage::next<Number>(state.printed, state.shipped.auxiliary, k);
  }
  StochasticAveraging::step<Number>(f, state.shipped, i, tau);
  state.sum += state.shipped.auxiliary;
}

Run::Run(const FiniteSumInstance& instance)
    : n(instance.f.size()), K(instance.steps()), minimum(instance.f.template minimum<Number>()) {
  const Vector<Number> x0 = exact(instance.x0), zero = Vector<Number>::Constant(x0.size(), 0);
  law = certain(State{StochasticAveraging::start<Number>(x0), zero, zero, zero});
  add(instance.f);
  for (const double step : instance.tau) {
    law = after_draw(law, uniform(n), [&](State& state, int i) { advance(state, instance.f, i, step); });
    tau.push_back(exact(step));
    add(instance.f);
  }
}

/// share · (1/K) (max ε̃/(2τ_K) + noise · ½ Σ τC²), the step from x̃ₖ having the size τₖ.
Number bound(const Run& r, int K, const Number& distance_share, const Number& noise_share) {
  Number largest(0), noise(0);
  for (int k = 1; k <= K; ++k) {
    largest = larger<Number>(largest, r.distance2[k]);
    noise += r.tau[k] * r.gradient2[k];
  }
  return (distance_share * largest / r.tau[K] + noise_share * noise) / (2 * K);
}

template <class Bound>
Form<FiniteSumInstance> rate_with(std::string key, Bound bound_of) {
  return form<Run>(std::move(key),
                   [=](const Run& r, Claims& claims) {
                     for (int K = 1; K < r.K; ++K)
                       claims.at_most("E f(xₖ) − f* ≤ (1/k)(max ε̃/(2τₖ) + ½ Σ τC²)", r.delta[K], Number(bound_of(r, K)),
                                      K);
                   })
      .where([](const FiniteSumInstance& instance) { return instance.steps() > 1; });
}

void shipped_is_average(const Run& r, Claims& claims) {
  for (const auto& [state, probability] : r.law)
    claims.equal("xₖ = (1/k) Σ x̃ₗ", state.shipped.average, state.sum / Number(r.K));
}
void printed_is_average(const Run& r, Claims& claims) {
  for (const auto& [state, probability] : r.law)
    claims.equal("xₖ as printed = (1/k) Σ x̃ₗ", state.printed, state.sum / Number(r.K));
}
void printed_is_late(const Run& r, Claims& claims) {
  for (const auto& [state, probability] : r.law)
    claims.equal("xₖ as printed = (1/(k−1)) Σ_{l<k} x̃ₗ", state.printed, state.late);
}

bool two_steps(const FiniteSumInstance& instance) { return instance.steps() >= 2; }

struct ScheduleRun {
  using Instance = ScheduleInstance;
  explicit ScheduleRun(const ScheduleInstance& instance) {
    const SquareRootStep steps{instance.tau0, instance.k0};
    tau0 = exact(instance.tau0);
    k0 = exact(instance.k0);
    first_slow = int(std::ceil(instance.k0));
    for (int k = 0; k < instance.n; ++k) tau.push_back(exact(steps.at(k)));
  }
  Number tau0, k0;
  int first_slow;  ///< the first k ≥ k₀
  std::vector<Number> tau;
};

void law(const ScheduleRun& s, Claims& claims) {
  const Number limit = s.k0 * square(s.tau0);
  Number sum(0);
  for (int k = 0; k < int(s.tau.size()); ++k) {
    const Number scaled = k * square(s.tau[k]);
    claims.less("kτₖ² < k₀τ₀²", scaled, limit, k);
    if (k >= s.first_slow) claims.at_most("k₀τ₀² ≤ 4kτₖ² for k ≥ k₀", limit, 4 * scaled, k);
    sum += s.tau[k];
    claims.at_most("kτₖ₋₁ ≤ Σ τ", (k + 1) * s.tau[k], sum, k);
  }
}

Forms<FiniteSumInstance> planted() {
  return {rate_with("without the distance", [](const Run& r, int K) { return bound(r, K, 0, 1); }),
          rate_with("without the noise", [](const Run& r, int K) { return bound(r, K, 1, 0); }),
          rate_with("noise subtracted", [](const Run& r, int K) { return bound(r, K, 1, -1); }),
          rate_with("1/K²", [](const Run& r, int K) { return Number(bound(r, K, 1, 1) / (K + 1)); }),
          form<Run>("running average with k for k + 1", [](const Run& r, Claims& claims) {
            for (const auto& [state, probability] : r.law)
              claims.equal("xₖ = (1/(k+1)) Σ x̃ₗ", state.shipped.average, state.sum / Number(r.K + 1));
          })};
}

Forms<ScheduleInstance> planted_schedules() {
  return {form<ScheduleRun>("schedule with factor 2",
                            [](const ScheduleRun& s, Claims& claims) {
                              for (int k = 0; k < int(s.tau.size()); ++k)
                                claims.less("2kτₖ² < k₀τ₀²", 2 * k * square(s.tau[k]), s.k0 * square(s.tau0), k);
                            }),
          form<ScheduleRun>("schedule of (14.15)", [](const ScheduleRun& s, Claims& claims) {
            for (int k = 0; k < int(s.tau.size()); ++k) claims.at_most("kτₖ ≤ k₀τ₀", k * s.tau[k], s.k0 * s.tau0, k);
          })};
}

/// Two bowls with steps that shrink, and one parabola with long steps.
std::vector<FiniteSumInstance> separating() {
  return {{FiniteSum({make_objective(Quadratic(vector({0.25, 0.75}), vector({0, 5.5}))),
                      make_objective(Quadratic(vector({0, 1}), vector({0, -1})))}),
           vector({0, 0}),
           {1.875, 0.75, 0.75}},
          {FiniteSum({make_objective(Quadratic(at(0.5), at(0))), make_objective(Quadratic(at(0.5), at(0)))}),
           at(0.5),
           {2.25, 2.25}}};
}

/// x²/2 from 4 with τ = ½: x̃₁ = 2, x̃₂ = 1; x₂ is 3/2, printed 2.
FiniteSumInstance parabola_from_4() {
  return {FiniteSum({make_objective(Quadratic(at(1), at(0)))}), at(4), {0.5, 0.5}};
}

FalseLine<FiniteSumInstance> lagged_average() {
  return {.words = {.key = "running average",
                    .place = "Section 14.2.4, running average",
                    .printed = "xₖ₊₁ = x̃ₖ/k + (k − 1)/k · xₖ",
                    .corrected = "xₖ₊₁ = x̃ₖ₊₁/(k + 1) + k/(k + 1) · xₖ; the printed xₖ₊₁ is the average of x̃₁ … x̃ₖ",
                    .remark =
                        "The printed xₖ₊₁ is the average of x̃₁ … x̃ₖ. In the line before the definition, x̃ carries the "
                        "index l + 1 on the left and k on the right; that one is notation, as l has no meaning there.",
                    .by_hand = "x̃₁ = 2, x̃₂ = 1: for k = 1 the formula gives x₂ = x̃₁ = 2, the definition above it 3/2",
                    .weight = Weight::statement,
                    .survives = "the average with the indices one further",
                    .of_statement = true},
          .printed = form<Run>(printed_is_average),
          .counterexample = parabola_from_4(),
          .corrected = {form<Run>(printed_is_late).where(two_steps)}};
}

}  // namespace

std::string ScheduleInstance::describe() const { return fmt::format("τ₀ = {}, k₀ = {}, k < {}", tau0, k0, n); }

Form<FiniteSumInstance> rate() {
  return rate_with("rate", [](const Run& r, int K) { return bound(r, K, 1, 1); }).of_code();
}

Form<FiniteSumInstance> attained() {
  return form<Run>("attained",
                   [](const Run& r, Claims& claims) {
                     claims.equal("E f(x₁) − f* = E‖x̃₁ − x*‖²/(2τ₁) + ½ τ₁ E‖∇fᵢ(x̃₁)‖²", r.delta[1], bound(r, 1, 1, 1));
                   })
      .of_code();
}

Form<FiniteSumInstance> running_average() { return form<Run>("running average", shipped_is_average).of_code(); }

Form<ScheduleInstance> schedule() { return form<ScheduleRun>("schedule", law); }

Lines<FiniteSumInstance> lines() {
  return {.errata = {lagged_average()}, .planted = planted(), .separating = separating()};
}

Lines<ScheduleInstance> schedule_lines() { return {.planted = planted_schedules(), .separating = {{0.5, 1, 1000}}}; }

}  // namespace verigrad::stochastic_gradient_averaging
