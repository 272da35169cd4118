#include "verigrad/theorem/stochastic/stochastic_averaged_gradient.hpp"

#include <algorithm>

#include "verigrad/algorithm/stochastic_averaged_gradient.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::stochastic_averaged_gradient {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/sag",
       .stem = "stochastic_averaged_gradient",
       .title = "Stochastic averaged gradient",
       .source = "MFDS, section 14.2.5",
       .text = "xₖ₊₁ = xₖ − τg where h ← ∇fᵢ(x̃ₖ), g ← g − Gⁱ + h, Gⁱ ← h, i = i(k); τ of the order of 1/L; E f(xₖ) − "
               "f(x*) = O(1/k), and O(ρᵏ) for strongly convex f",
       .found = "the published method has (τ/n) g and ∇fᵢ(xₖ); with τ = 1/(16L) its bounds (32n/k) C₀, for the average "
                "of the iterates, and (1 − min{μ/(16L), 1/(8n)})ᵏ C₀ hold with every sequence of indices run",
       .code = {"algorithm/stochastic_averaged_gradient.hpp: StochasticAveragedGradient"},
       .hypotheses =
           {{"terms", "each fᵢ is convex and L-smooth"},
            {"minimum",
             "f = (1/n) Σ fᵢ has a minimiser x*, without which E f(xₖ) − inf f need not be O(1/k); μ-strongly "
             "convex for the linear rate"},
            {"step", "τ = 1/(16L), constant"},
            {"memory", "all Gⁱ = 0 at the start"}}},
      lines());
  return result;
}

bool constant_steps(const FiniteSumInstance& instance) {
  const auto& tau = instance.tau;
  return instance.convex() && !tau.empty() && tau.front() > 0 &&
         std::count(tau.begin(), tau.end(), tau.front()) == std::ptrdiff_t(tau.size());
}

bool hypotheses_hold(const FiniteSumInstance& instance) {
  return constant_steps(instance) &&
         16 * exact<Rational>(instance.tau.front()) * exact<Rational>(instance.largest_L()) <= 1;
}

namespace {

struct Run {
  using Instance = FiniteSumInstance;
  struct State {
    GradientMemory<Number> memory;
    GradientMemory<Number> printed;     ///< the printed method's, with step τ
    GradientMemory<Number> long_steps;  ///< the published method's, with step nτ
    Vector<Number> sum;                 ///< x₀ + … + xₖ
  };
  explicit Run(const FiniteSumInstance& instance);
  void add(const FiniteSum& f, const Law<State>& law, int k);

  int n, K;
  Number tau, mu, start2, noise;  ///< ‖x₀ − x*‖², σ²
  Minimum<Number> minimum;
  std::vector<Number> delta;          ///< E f(xₖ) − f*
  std::vector<Number> average_delta;  ///< of the average of x₀ … x_{k−1}; [0] is not used
  Law<State> last;                    ///< after K steps
};

void Run::add(const FiniteSum& f, const Law<State>& law, int k) {
  const auto gap = [&](const Vector<Number>& x) { return Number(f.value(x) - minimum.f_star); };
  delta.push_back(expectation<Number>(law, [&](const State& s) { return gap(s.memory.x); }));
  average_delta.push_back(k == 0 ? delta.back() : expectation<Number>(law, [&](const State& s) {
    return gap((s.sum - s.memory.x) / Number(k));
  }));
}

Run::Run(const FiniteSumInstance& instance)
    : n(instance.f.size()), K(instance.steps()), minimum(instance.f.template minimum<Number>()) {
  const Vector<Number> x0 = exact(instance.x0);
  tau = exact(instance.tau.front());
  mu = exact(instance.f.curvature().lower);
  start2 = squared_norm(x0 - minimum.x_star);
  noise = 0;
  for (const ObjectivePtr& term : instance.f.terms())
    noise += squared_norm(term->over<Number>().gradient(minimum.x_star)) / n;
  const auto memory = GradientMemory<Number>::start(x0, n);
  last = certain(State{memory, memory, memory, x0});
  add(instance.f, last, 0);
  const double step = instance.tau.front();
  const StochasticAveragedGradient method{step}, long_method{step * n};
  const StochasticSummedGradient printed{step};
  for (int k = 1; k <= K; ++k) {
    last = after_draw(last, uniform(n), [&](State& state, int i) {
      method.step<Number>(instance.f, state.memory, i);
      printed.step<Number>(instance.f, state.printed, i);
      long_method.step<Number>(instance.f, state.long_steps, i);
      state.sum += state.memory.x;
    });
    add(instance.f, last, k);
  }
}

Number start_constant(const Run& r) { return r.delta[0] + r.start2 / (4 * r.n * r.tau) + r.tau * r.noise; }

Number rate(const Run& r) { return 1 - smaller<Number>(r.mu * r.tau, frac(1, 8 * r.n)); }

/// E f(xₖ) − f* ≤ rate(r)ᵏ · constant(r).
template <class Rate, class Constant>
Form<FiniteSumInstance> linear_with(std::string key, Rate rate_of, Constant constant_of) {
  return form<Run>(std::move(key), [=](const Run& r, Claims& claims) {
    Number bound = constant_of(r);
    const Number factor = rate_of(r);
    for (int k = 0; k <= r.K; ++k, bound *= factor)
      claims.at_most("E f(xₖ) − f* ≤ (1 − min{μτ, 1/(8n)})ᵏ C₀", r.delta[k], bound, k);
  });
}

void summed(const Run& r, Claims& claims) {
  for (const auto& [state, probability] : r.last)
    claims.equal("g = Σ Gⁱ", state.memory.sum, state.memory.last.rowwise().sum());
}

void same_as_printed(const Run& r, Claims& claims) {
  for (const auto& [state, probability] : r.last)
    claims.equal("xₖ as printed with τ = xₖ with nτ", state.printed.x, state.long_steps.x);
}

/// One step from Gⁱ = ∇fᵢ(x₀), and one from x* with Gⁱ = ∇fᵢ(x*) and x̃ = x₀.
struct FirstStepRun {
  using Instance = FiniteSumInstance;
  using Memory = GradientMemory<Number>;
  explicit FirstStepRun(const FiniteSumInstance& instance) : minimum(instance.f.template minimum<Number>()) {
    const FiniteSum& f = instance.f;
    const double tau = instance.tau.front();
    const Vector<Number> x0 = exact(instance.x0);
    const auto start = GradientMemory<Number>::at_start(f, x0);
    const auto rest = GradientMemory<Number>::at_start(f, minimum.x_star);
    value0 = f.value(x0);
    const auto sum = [&](Memory& memory, int i) { StochasticSummedGradient{tau}.step<Number>(f, memory, i); };
    const auto sum_at_x0 = [&](Memory& memory, int i) { StochasticSummedGradient{tau}.step<Number>(f, memory, i, x0); };
    const auto mean = [&](Memory& memory, int i) { StochasticAveragedGradient{tau}.step<Number>(f, memory, i); };
    const std::vector<Rational> p = uniform(f.size());
    printed = after_draw(certain(start), p, sum);
    scaled = after_draw(certain(start), p, mean);
    printed_rest = after_draw(certain(rest), p, sum_at_x0);
    scaled_rest = after_draw(certain(rest), p, mean);
    const auto value = [&](const Memory& memory) { return f.value(memory.x); };
    printed_value = expectation<Number>(printed, value);
    scaled_value = expectation<Number>(scaled, value);
  }

  Minimum<Number> minimum;
  Number value0, printed_value, scaled_value;
  Law<Memory> printed, scaled, printed_rest, scaled_rest;
};

void falls_by_sum(const FirstStepRun& s, Claims& claims) {
  claims.at_most("E f(x₁) ≤ f(x₀)", s.printed_value, s.value0);
}
void falls_by_mean(const FirstStepRun& s, Claims& claims) {
  claims.at_most("E f(x₁) ≤ f(x₀)", s.scaled_value, s.value0);
}

void rests(const FirstStepRun& s, const Law<GradientMemory<Number>>& law, Claims& claims) {
  for (const auto& [memory, probability] : law) claims.equal("x₁ = x*", memory.x, s.minimum.x_star);
}
void rests_by_sum(const FirstStepRun& s, Claims& claims) { rests(s, s.printed_rest, claims); }
void rests_by_mean(const FirstStepRun& s, Claims& claims) { rests(s, s.scaled_rest, claims); }

/// Whether nτ is a double.
bool long_step_is_exact(const FiniteSumInstance& instance) {
  const double tau = instance.tau.front();
  return exact<Rational>(tau * instance.f.size()) == exact<Rational>(tau) * instance.f.size();
}

Forms<FiniteSumInstance> planted() {
  constexpr auto right_rate = [](const auto& r) { return rate(r); };
  constexpr auto right_constant = [](const auto& r) { return start_constant(r); };
  return {
      linear_with(
          "rate 1 − 16 min{μτ, 1/(8n)}", [](const Run& r) { return Number(1 - 16 * (1 - rate(r))); }, right_constant),
      linear_with(
          "rate with max for min",
          [](const Run& r) { return Number(1 - 8 * larger<Number>(r.mu * r.tau, frac(1, 8 * r.n))); }, right_constant),
      linear_with("constant f(x₀) − f* halved", right_rate,
                  [](const Run& r) { return Number(frac(1, 2) * r.delta[0]); }),
      linear_with("constant without f(x₀) − f* and distance", right_rate,
                  [](const Run& r) { return Number(r.tau * r.noise); }),
      linear_with("sign of σ²", right_rate, [](const Run& r) { return Number(r.delta[0] - 16 * r.tau * r.noise); })};
}

/// θ²/8 and (θ − 1/2)²/8 from 0.
FiniteSumInstance separating() {
  return {FiniteSum({make_objective(Quadratic(at(0.25), at(0))), make_objective(Quadratic(at(0.25), at(0.5)))}),
          at(0),
          {0.25, 0.25, 0.25}};
}

/// x²/2 n times, from 1, τ = 1/L = 1; where there is an x̃, it is 1 too.
FiniteSumInstance parabolas(std::size_t n) {
  return {FiniteSum(std::vector<ObjectivePtr>(n, make_objective(Quadratic(at(1), at(0))))), at(1), {1}};
}

FalseLine<FiniteSumInstance> sum_for_mean() {
  return {
      .words = {.key = "sum for mean",
                .place = "Section 14.2.5, the algorithm",
                .printed = "x_{k+1} = x_k − τg … g ← g − G^{i(k)} + h … the step size τ should be of the order of 1/L",
                .corrected = "xₖ₊₁ = xₖ − (τ/n) g",
                .remark =
                    "g ← g − Gⁱ + h keeps g = Σ Gⁱ, n times the batch gradient, for which the text calls it a proxy.",
                .by_hand = "three times x²/2, Gⁱ = ∇fᵢ(x₀), x₀ = 1, τ = 1/L = 1: g = 3 whichever term is drawn, and "
                           "the first step goes to −2",
                .weight = Weight::statement,
                .survives = "with τ/n for τ, or with g/n for g",
                .of_statement = true},
      .printed = form<FirstStepRun>(falls_by_sum),
      .counterexample = parabolas(3),
      .corrected = {form<FirstStepRun>(falls_by_mean).of_code()}};
}

FalseLine<FiniteSumInstance> gradient_elsewhere() {
  return {.words = {.key = "gradient at x̃",
                    .place = "Section 14.2.5, the algorithm",
                    .printed = "h ← ∇fᵢ(x̃ₖ)",
                    .corrected = "h ← ∇fᵢ(xₖ): the minimiser, with the gradients at it in memory, then stays",
                    .remark = "SAG has no x̃; the only one in the text is the auxiliary run of 14.2.4. With that one "
                              "the iterate never sees its own gradient.",
                    .by_hand = "from x = x* = 0 and G = 0 on x²/2, x̃ = 1 moves x to −τ",
                    .weight = Weight::line},
          .printed = form<FirstStepRun>(rests_by_sum),
          .counterexample = parabolas(1),
          .corrected = {form<FirstStepRun>(rests_by_mean).of_code()}};
}

}  // namespace

Form<FiniteSumInstance> linear() {
  return linear_with(
             "linear rate", [](const auto& r) { return rate(r); }, [](const auto& r) { return start_constant(r); })
      .of_code();
}

Form<FiniteSumInstance> sublinear() {
  return form<Run>("O(1/k)",
                   [](const Run& r, Claims& claims) {
                     for (int k = 1; k <= r.K; ++k)
                       claims.at_most("E f(average) − f* ≤ (32n/k) C₀", r.average_delta[k],
                                      frac(32 * r.n, k) * start_constant(r), k);
                   })
      .of_code();
}

Lines<FiniteSumInstance> lines() {
  return {
      .steps = {{"memory is summed", "g = Σ Gⁱ after every step", form<Run>(summed).of_code()},
                {"printed step is n times as long", "the printed method with step τ is the published one with step nτ",
                 form<Run>(same_as_printed).where(long_step_is_exact)}},
      .errata = {sum_for_mean(), gradient_elsewhere()},
      .planted = planted(),
      .separating = {separating()}};
}

}  // namespace verigrad::stochastic_averaged_gradient
