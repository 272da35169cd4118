#include "verigrad/theorem/step_tuned/step_tuned_sgd.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::step_tuned_sgd {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/alg-3",
       .stem = "step_tuned_sgd",
       .title = "Step-Tuned SGD",
       .source = "Thesis, (4.13) to (4.15) and Algorithm 3",
       .text = "θ_{k+½} = θₖ − α/(k + 1)^{1/2 + δ} γₖ∇𝒥_{Bₖ}(θₖ), θₖ₊₁ = θ_{k+½} − α/(k + 1)^{1/2 + δ} "
               "γₖ∇𝒥_{Bₖ}(θ_{k+½}), Gₖ = βGₖ₋₁ + (1 − β)Δg_{Bₖ}, Ĝₖ = Gₖ/(1 − β^{k+1}), γₖ₊₁ = "
               "‖Δθ_{Bₖ}‖²/⟨Ĝₖ, Δθ_{Bₖ}⟩ if ⟨Ĝₖ, Δθ_{Bₖ}⟩ > 0, ν otherwise, restricted to [m̃, M̃]; γ₀ = 1",
       .found =
           "on hθ²/2, γₖ₊₁ = 1/h for every k with β = 0 only: Gₖ averages the Δg themselves, whose sizes follow those "
           "of the steps, and not the curvatures",
       .code = {"algorithm/step_tuned_sgd.hpp: StepTunedSgd", "algorithm/curvature_step.hpp: StepRange",
                "algorithm/curvature_step.hpp: PowerDecay"},
       .hypotheses = {{"parameters", "α > 0, ν > 0, β in [0, 1[, 0 < m̃ ≤ M̃, δ in (0, 1/2)"},
                      {"first step size", "m̃ ≤ 1 ≤ M̃, for γₖ in [m̃, M̃] at k = 0"},
                      {"terms", "each 𝒥ₙ is twice continuously differentiable"}}},
      lines(), parameter_lines());
  return result;
}

namespace {

/// What a planted mistake does to the printed lines.
enum class Slip { none, sign, weights, no_debiasing, other_batch, gradient_in_numerator, unbounded, late };

/// Lines 6 to 17 in fractions, with differences of points and of gradients.
struct Printed {
  explicit Printed(const TunedInstance& instance, Slip slip = Slip::none) {
    const FiniteSum& f = instance.f;
    const Rational beta = exact<Rational>(instance.beta), kept = slip == Slip::weights ? Rational(1 - beta) : beta;
    Vector<Rational> theta = exact<Rational>(instance.theta0), G = 0 * theta;
    Rational gamma = 1, step = 1, beta_to_k = 1;
    for (int k = 0; k < instance.steps(); ++k) {
      const BatchIndices& batch = instance.batches[k];
      const BatchIndices& second = slip == Slip::other_batch ? instance.batches[(k + 1) % instance.steps()] : batch;
      const Rational eta = exact<Rational>(instance.rates[k]) * gamma;
      const Vector<Rational> g = f.batch_gradient<Rational>(batch, theta), half = theta - eta * g;
      const Vector<Rational> g_half = f.batch_gradient<Rational>(second, half), moved = half - theta,
                             varied = g_half - g;
      theta = half - eta * g_half;
      G = kept * G + (1 - kept) * varied;
      beta_to_k *= beta;
      Vector<Rational> average = G;
      if (slip != Slip::no_debiasing) average /= Rational(1 - beta_to_k);
      if (slip == Slip::sign) average = -average;
      Rational next = printed_step(moved, average, exact<Rational>(instance.nu));
      if (slip == Slip::gradient_in_numerator && dot<Rational>(average, moved) > 0)
        next *= squared_norm<Rational>(varied) / squared_norm<Rational>(moved);
      if (slip != Slip::unbounded) next = printed_bounds(next, instance);
      gamma = slip == Slip::late ? step : next;
      step = next;
      halves.push_back(half);
      points.push_back(theta);
      gammas.push_back(gamma);
      averages.push_back(G);
    }
  }
  std::vector<Vector<Rational>> halves, points, averages;
  std::vector<Rational> gammas;
};

/// The shipped method, batch by batch.
struct Run {
  using Instance = TunedInstance;
  using State = StepTunedSgd::State<Number>;
  explicit Run(const TunedInstance& i)
      : instance(i), method{{i.rates.empty() ? 1 : i.rates[0], 0.25}, i.nu, i.beta, i.bounds()}, printed(i) {
    State state = method.start<Number>(exact(i.theta0));
    for (int k = 0; k < i.steps(); ++k) {
      const Number rate = exact(i.rates[k]);
      method.advance<Number>(state, i.f.batch_gradient<Number>(i.batches[k], state.theta), rate);
      halves.push_back(state);
      method.advance<Number>(state, i.f.batch_gradient<Number>(i.batches[k], state.theta), rate);
      states.push_back(state);
    }
  }
  int n() const { return instance.steps(); }

  const TunedInstance& instance;
  StepTunedSgd method;
  Printed printed;
  std::vector<State> halves, states;
};

void follows(const Run& r, const Printed& printed, Claims& claims) {
  for (int k = 0; k < r.n(); ++k) {
    claims.equal("θ_{k+½}", r.halves[k].theta, enclose(printed.halves[k]));
    claims.equal("θₖ₊₁", r.states[k].theta, enclose(printed.points[k]));
    claims.equal("γₖ₊₁", r.states[k].gamma, enclose<Number>(printed.gammas[k]), k);
  }
}

void follows_print(const Run& r, Claims& claims) { follows(r, r.printed, claims); }

void average(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n(); ++k) claims.equal("Gₖ", r.states[k].average, enclose(r.printed.averages[k]));
}

/// Ĝₖ as the weighted mean of all differences of gradients so far.
void weighted_mean(const Run& r, Claims& claims) {
  const Number beta = exact(r.instance.beta);
  for (int k = 0; k < r.n(); ++k) {
    Vector<Number> mean = 0 * r.states[k].theta;
    for (int j = 0; j <= k; ++j) {
      const Vector<Number> before = j > 0 ? r.states[j - 1].theta : Vector<Number>(exact(r.instance.theta0));
      const auto gradient = [&](const Vector<Number>& at) {
        return r.instance.f.batch_gradient(r.instance.batches[j], at);
      };
      mean += Number((1 - beta) * power(beta, k - j)) * (gradient(r.halves[j].theta) - gradient(before));
    }
    claims.equal("(1 − β^{k+1})Ĝₖ = Σ (1 − β)β^{k−j}Δg_{Bⱼ}", r.states[k].average, mean);
    claims.equal("1 − β^{k+1}", Number(1 - r.states[k].beta_to_k), Number(1 - power(beta, k + 1)), k);
  }
}

void bounded(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n(); ++k) {
    claims.at_most("γₖ₊₁ ≤ M̃", r.states[k].gamma, exact(r.instance.M), k);
    claims.at_most("m̃ ≤ γₖ₊₁", exact(r.instance.m), r.states[k].gamma, k);
  }
}

/// For every batch of one term in the place of Bₖ, the step's size is γₖ times the rate.
void does_not_look_ahead(const Run& r, Claims& claims) {
  for (int k = 1; k < r.n(); ++k)
    for (int other = 0; other < r.instance.f.size(); ++other) {
      Run::State state = r.states[k - 1];
      const Number rate = exact(r.instance.rates[k]);
      r.method.advance<Number>(state, r.instance.f.batch_gradient<Number>({other}, state.theta), rate);
      claims.equal("ηₖ = rate · γₖ whatever Bₖ is", state.eta, rate * enclose<Number>(r.printed.gammas[k - 1]), k);
    }
}

void decays(const Run& r, Claims& claims) {
  for (int k = 0; k < 4 * r.n(); ++k) {
    const Number alpha = exact(double(r.method.decay.alpha));
    claims.equal("(α/αₖ)⁴ = (k + 1)³ for δ = 1/4", power(Number(alpha / r.method.decay.at<Number>(k)), 4),
                 power(Number(k + 1), 3), k);
  }
}

void finds_curvature(const Run& r, Claims& claims) {
  const Number h = r.instance.f.term(0).over<Number>().hessian_product(exact(r.instance.theta0), exact(at(1)))[0];
  for (int k = 0; k < r.n(); ++k) claims.equal("γₖ₊₁ = 1/h", r.states[k].gamma, 1 / h, k);
}

Form<TunedInstance> slipped(const char* key, Slip slip) {
  return form<Run>(key, [slip](const Run& r, Claims& claims) { follows(r, Printed(r.instance, slip), claims); });
}

/// (θ − 1)²/2 and θ²: three batches, the curvatures within the bounds.
TunedInstance two_parabolas() {
  return {FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(2), at(0)))}),
          at(2),
          {0.5, 0.25, 0.125},
          {{0}, {1}, {0}},
          4,
          0.25,
          0.25,
          8};
}
/// The same with bounds that the step sizes meet.
TunedInstance narrow() {
  TunedInstance result = two_parabolas();
  result.m = 0.75;
  result.M = 0.875;
  return result;
}

struct ParametersRun {
  using Instance = ParametersInstance;
  explicit ParametersRun(const ParametersInstance& i)
      : beta(exact(i.beta)), m(exact(i.m)), M(exact(i.M)), gamma(exact(i.gamma)), k(i.k) {}
  Number beta, m, M, gamma;
  int k;
};

void divisor(const ParametersRun& r, Claims& claims) { claims.less("β^{k+1} < 1", power(r.beta, r.k + 1), 1, r.k); }

void weights(const ParametersRun& r, Claims& claims) {
  Number sum = 0;
  for (int j = 0; j <= r.k; ++j) sum += (1 - r.beta) * power(r.beta, r.k - j);
  claims.equal("Σ (1 − β)β^{k−j} = 1 − β^{k+1}", sum, 1 - power(r.beta, r.k + 1));
}

Number restricted(const ParametersRun& r) { return smaller<Number>(larger<Number>(r.gamma, r.m), r.M); }

void within(const ParametersRun& r, Claims& claims) {
  claims.at_most("m̃ ≤ min(max(γ, m̃), M̃)", r.m, restricted(r));
  claims.at_most("min(max(γ, m̃), M̃) ≤ M̃", restricted(r), r.M);
}

void first_within(const ParametersRun& r, Claims& claims) {
  claims.at_most("m̃ ≤ γ₀", r.m, 1);
  claims.at_most("γ₀ ≤ M̃", 1, r.M);
}

FalseLine<ParametersInstance> beta_is_one() {
  return {.words = {.key = "β = 1",
                    .place = "Algorithm 3, lines 2 and 11",
                    .printed = "β ∈ [0, 1] [Ĝₖ = Gₖ/(1 − β^{k+1})]",
                    .corrected = "β ∈ [0, 1[",
                    .remark = "With β = 1 every Gₖ is 0, and Ĝₖ is 0/0. The shipped method refuses β = 1.",
                    .by_hand = "β = 1, k = 0: 1 − β¹ = 0",
                    .weight = Weight::hypothesis,
                    .survives = "for β < 1",
                    .of_statement = true,
                    .one_letter = true},
          .printed = form<ParametersRun>(divisor),
          .counterexample = {1},
          .corrected = {form<ParametersRun>(divisor)}};
}

FalseLine<ParametersInstance> crossed_bounds() {
  return {.words = {.key = "m̃ > M̃",
                    .place = "Algorithm 3, lines 2 and 17, and 'we enforce γₖ ∈ [m̃, M̃]'",
                    .printed = "m̃ > 0, M̃ > 0 … we enforce γₖ ∈ [m̃, M̃] for all k",
                    .corrected = "0 < m̃ ≤ M̃",
                    .remark = "For m̃ > M̃ line 17 gives M̃, below m̃. The shipped method refuses such bounds.",
                    .by_hand = "m̃ = 2, M̃ = 1: min(max(γ, 2), 1) = 1 < 2",
                    .weight = Weight::hypothesis,
                    .survives = "for m̃ ≤ M̃"},
          .printed = form<ParametersRun>(within),
          .counterexample = {0, 2, 1},
          .corrected = {form<ParametersRun>(within)}};
}

FalseLine<ParametersInstance> first_step_size() {
  return {.words = {.key = "γ₀ outside the bounds",
                    .place = "Algorithm 3, line 3, and 'we enforce γₖ ∈ [m̃, M̃] for all k ∈ ℕ'",
                    .printed = "γ₀ = 1 … we enforce γₖ ∈ [m̃, M̃] for all k ∈ ℕ",
                    .corrected = "for all k ≥ 1, and for k = 0 if m̃ ≤ 1 ≤ M̃",
                    .remark = "Line 17 restricts γₖ₊₁ only. The default values have m̃ = 1/2, M̃ = 2.",
                    .by_hand = "m̃ = 2, M̃ = 4: γ₀ = 1 < 2",
                    .weight = Weight::hypothesis,
                    .survives = "for m̃ ≤ 1 ≤ M̃, and for k ≥ 1 always"},
          .printed = form<ParametersRun>(first_within),
          .counterexample = {0, 2, 4},
          .corrected = {form<ParametersRun>(first_within)}};
}

}  // namespace

std::string ParametersInstance::describe() const {
  return fmt::format("β = {}, m̃ = {}, M̃ = {}, γ = {}, k = {}", beta, m, M, gamma, k);
}

bool usable(const ParametersInstance& instance) {
  return 0 <= instance.beta && instance.beta < 1 && 0 < instance.m && instance.m <= 1 && 1 <= instance.M;
}

Form<TunedInstance> conclusion() { return form<Run>("as printed", follows_print).of_code(); }
Form<TunedInstance> decay() { return form<Run>("decay", decays).in_balls().of_code(); }
Form<TunedInstance> curvature_found() { return form<Run>("curvature found", finds_curvature).of_code(); }

Lines<TunedInstance> lines() {
  return {.steps = {{"(4.15)", "Gₖ = βGₖ₋₁ + (1 − β)Δg_{Bₖ}", form<Run>(average).of_code()},
                    {"debiasing", "Ĝₖ = Gₖ/(1 − β^{k+1}) is a mean of the Δg_{Bⱼ}, j ≤ k",
                     form<Run>(weighted_mean).of_code()},
                    {"bounds", "γₖ₊₁ ∈ [m̃, M̃]", form<Run>(bounded)},
                    {"no look ahead", "γₖ₊₁ only depends on mini-batches B₀ up to Bₖ",
                     form<Run>(does_not_look_ahead).of_code()}},
          .planted = {slipped("sign: −Ĝₖ", Slip::sign), slipped("swapped: (1 − β)Gₖ₋₁ + βΔg", Slip::weights),
                      slipped("missing term: no debiasing", Slip::no_debiasing),
                      slipped("index: Bₖ₊₁ at θ_{k+½}", Slip::other_batch),
                      slipped("‖Δg‖² for ‖Δθ‖²", Slip::gradient_in_numerator),
                      slipped("missing term: no bounds", Slip::unbounded), slipped("index: γₖ for γₖ₊₁", Slip::late)},
          .separating = {two_parabolas(), narrow()}};
}

Lines<ParametersInstance> parameter_lines() {
  return {.steps = {{"weights", "the sum of the weights in the average equals 1", form<ParametersRun>(weights)}},
          .errata = {beta_is_one(), crossed_bounds(), first_step_size()}};
}

}  // namespace verigrad::step_tuned_sgd
