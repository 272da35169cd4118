#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

namespace verigrad::gradient_descent_momentum {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/6.momentum",
                  .stem = "gradient_descent_momentum",
                  .title = "Gradient descent with momentum",
                  .source = "MathDNN, Definition 6.5",
                  .text = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − αm⁽ⁿ⁾ and m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇f(x⁽ⁿ⁾), m⁽⁰⁾ = 0",
                  .found = "x⁽ⁿ⁺²⁾ = x⁽ⁿ⁺¹⁾ + β(x⁽ⁿ⁺¹⁾ − x⁽ⁿ⁾) − α(1 − β)∇f(x⁽ⁿ⁾), the heavy ball with the gradient "
                           "one step late. On f = λx²/2 and β < 1 it is stable if and only if 0 < αλ < 1, where "
                           "gradient descent needs αλ < 2 and the heavy ball (μ = β, γ = α(1 − β)) needs γλ < 2(1 + "
                           "β). β = 0 is not gradient descent, and β = 1, which the text allows, never moves",
                  .code = {"algorithm/momentum.hpp: LaggedMomentum", "algorithm/heavy_ball.hpp: HeavyBall"},
                  .hypotheses = {{"differentiable", "f is differentiable"},
                                 {"rate", "α > 0"},
                                 {"weight", "β ∈ [0, 1]"},
                                 {"rest", "m⁽⁰⁾ = 0"}}},
                 lines());
  return result;
}

std::string MomentumInstance::describe() const {
  std::string words =
      fmt::format("f = {}; α = {}, β = {}, x⁰ = {}, n = {}", f->describe(), alpha, beta, in_words(x0), n);
  if (m0) words += fmt::format(", m⁰ = {}", in_words(*m0));
  if (!recording.x.empty())
    words += fmt::format(", recorded x¹ = {}, m¹ = {}", in_words(recording.x[1]), in_words(recording.m[1]));
  return words;
}

bool hypotheses_hold(const MomentumInstance& instance) {
  return instance.alpha > 0 && instance.beta >= 0 && instance.beta <= 1 && !instance.m0;
}

namespace {

void lines_of_23(const Run& r, int first, Claims& claims) {
  for (int k = first; k < r.n; ++k) {
    equal_at("xᵏ⁺¹ + αmᵏ = xᵏ", r.x[k + 1] + r.alpha * r.m[k], r.x[k], k, claims);
    equal_at("mᵏ⁺¹ − βmᵏ = (1 − β)∇f(xᵏ)", r.m[k + 1] - r.beta * r.m[k], r.weight * r.gradient[k], k, claims);
  }
}

void printed(const Run& r, Claims& claims) {
  claims.equal("m⁰ = 0", r.m.front(), zero(r));
  lines_of_23(r, 0, claims);
}

void rests(const Run& r, Claims& claims) { claims.equal("x¹ = x⁰", r.x[1], r.x[0]); }

void unrolled(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k) {
    Vector<Number> sum = zero(r);
    Number power(1);
    for (int j = k - 1; j >= 0; --j, power *= r.beta) sum += power * r.gradient[j];
    equal_at("mᵏ = (1 − β) Σ βᵏ⁻¹⁻ʲ∇f(xʲ)", r.m[k], r.weight * sum, k, claims);
  }
}

void summed(const Run& r, Claims& claims) {
  Vector<Number> sum = zero(r);
  for (int k = 0; k <= r.n; ++k) {
    equal_at("xᵏ = x⁰ − α Σ mʲ", r.x[k], r.x[0] - r.alpha * sum, k, claims);
    sum += r.m[k];
  }
}

void averaged(const Run& r, Claims& claims) {
  Number largest(0);
  for (int k = 0; k < r.n; ++k) {
    largest = larger<Number>(largest, squared_norm(r.gradient[k]));
    claims.at_most("‖mᵏ⁺¹‖² ≤ max ‖∇f(xʲ)‖²", squared_norm(r.m[k + 1]), largest, k);
  }
}

/// With β = 0 the average is of one gradient, an equality that only rationals decide.
bool averages_or_is_rational(const MomentumInstance& instance) { return instance.rational() || instance.beta != 0; }

void heavy_ball(const ComparisonRun& r, Claims& claims) {
  for (int k = 0; k + 2 <= r.n; ++k)
    equal_at("θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇f(θₖ₊₁)", r.theta[k + 2],
             r.theta[k + 1] + r.beta * (r.theta[k + 1] - r.theta[k]) - r.alpha * r.weight * r.theta_gradient[k + 1], k,
             claims);
}

void agree_twice(const ComparisonRun& r, Claims& claims) {
  claims.equal("x¹ = θ₀", r.x[1], r.theta[0]);
  claims.equal("x² = θ₁", r.x[2], r.theta[1]);
}

void part(const ComparisonRun& r, Claims& claims) {
  claims.equal("x³ − θ₂ = α(1 − β)(∇f(θ₁) − ∇f(θ₀))", Vector<Number>(r.x[3] - r.theta[2]),
               Vector<Number>(r.alpha * r.weight * (r.theta_gradient[1] - r.theta_gradient[0])));
}

/// constant + slope · β.
struct Affine {
  int constant, slope;
};
constexpr Affine zero_weight{0, 0}, one{1, 0}, beta{0, 1}, one_minus_beta{1, -1}, beta_minus_one{-1, 1};

/// xᵏ⁺² = xᵏ⁺¹ + inertia · (xᵏ⁺¹ − xᵏ) − α · weight · ∇f(xʲ), j = k + shift.
Form<MomentumInstance> second_order(const char* key, Affine inertia, Affine weight, int shift = 0) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    const auto at_beta = [&](Affine a) { return a.constant + a.slope * r.beta; };
    const Number rate = r.alpha * at_beta(weight);
    for (int k = 0; k + 2 <= r.n; ++k)
      equal_at("xᵏ⁺² = xᵏ⁺¹ + β(xᵏ⁺¹ − xᵏ) − α(1 − β)∇f", r.x[k + 2],
               r.x[k + 1] + at_beta(inertia) * (r.x[k + 1] - r.x[k]) - rate * r.gradient[k + shift], k, claims);
  });
}

void agree_thrice(const ComparisonRun& r, Claims& claims) { claims.equal("x³ = θ₂", r.x[3], r.theta[2]); }

void late_gradient_descent(const ComparisonRun& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) equal_at("xᵏ⁺¹ = gradient descent's k-th", r.x[k + 1], r.plain[k], k, claims);
}

void moves_at_once(const Run& r, Claims& claims) {
  claims.equal("x¹ = x⁰ − α(1 − β)∇f(x⁰)", r.x[1], Vector<Number>(r.x[0] - r.alpha * r.weight * r.gradient[0]));
}

std::vector<Step<MomentumInstance>> steps() {
  return {{"first move", "x¹ = x⁰: the first step does nothing", first_move()},
          {"unrolled", "mᵏ = (1 − β) Σ_{j<k} βᵏ⁻¹⁻ʲ ∇f(xʲ)", form<Run>(unrolled).of_code()},
          {"summed", "xᵏ = x⁰ − α Σ_{j<k} mʲ", form<Run>(summed).of_code()},
          {"recurrence", "xᵏ⁺² = xᵏ⁺¹ + β(xᵏ⁺¹ − xᵏ) − α(1 − β)∇f(xᵏ)", recurrence()},
          {"average", "‖mᵏ‖ ≤ max_{j<k} ‖∇f(xʲ)‖ (both sides squared)", average()},
          {"heavy ball", "θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇f(θₖ₊₁) for thesis (1.28)",
           form<ComparisonRun>(heavy_ball).of_code()},
          {"agree twice", "x¹ = θ₀ and x² = θ₁ for μ = β, γ = α(1 − β)", form<ComparisonRun>(agree_twice)},
          {"part at the third", "x³ − θ₂ = α(1 − β)(∇f(θ₁) − ∇f(θ₀))", part_at_the_third()}};
}

MomentumInstance parabola(double lambda, double rate, double weight) {
  return {make_objective(Quadratic(at(lambda), at(0))), at(1), rate, weight, 3};
}

/// A run that meets (23) as printed, for n ∈ ℕ* only: x⁰ = 1, then x¹ = 0 and m¹ = 0 at will, then (23).
MomentumInstance arbitrary_first_iterate() {
  MomentumInstance instance = parabola(1, 1, 0);
  instance.recording = {{at(1), at(0), at(0), at(0)}, {at(0), at(0), at(0), at(0)}};
  return instance;
}

FalseLine<MomentumInstance> first_iterate() {
  return {.words = {.key = "first iterate",
                    .place = "Definition 6.5, (23)",
                    .printed = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − αm⁽ⁿ⁾ and m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇f(x⁽ⁿ⁾) for n ∈ ℕ*",
                    .corrected = "both for n ∈ ℕ: the form of every check of this statement",
                    .remark = "ℕ* leaves out 0, so that x⁽¹⁾ and m⁽¹⁾ are arbitrary. That m⁽ⁿ⁾ and not m⁽ⁿ⁺¹⁾ moves "
                              "the iterate is a definition, odd but not false, and no erratum.",
                    .weight = Weight::notation,
                    .same_as = "mathdnn/6.5: first iterate"},
          .printed = first_move(),
          .counterexample = arbitrary_first_iterate()};
}

Forms<MomentumInstance> planted() {
  return {second_order("index: ∇f(xᵏ⁺¹) for ∇f(xᵏ)", beta, one_minus_beta, 1),
          second_order("missing factor 1 − β", beta, one),
          second_order("sign: +α(1 − β)∇f(xᵏ)", beta, beta_minus_one),
          second_order("swapped: β and 1 − β", one_minus_beta, beta),
          second_order("missing inertia", zero_weight, one_minus_beta),
          form<ComparisonRun>("the heavy ball, thrice", agree_thrice),
          form<ComparisonRun>("gradient descent, one step late", late_gradient_descent),
          form<Run>("x¹ moves by ∇f(x⁰)", moves_at_once)};
}

}  // namespace

Lines<MomentumInstance> lines() {
  return {.steps = steps(),
          .errata = {first_iterate()},
          .planted = planted(),
          .separating = {parabola(0.25, 0.25, 0.0625)}};
}

Form<MomentumInstance> first_move() { return form<Run>("first move", rests).of_code(); }
Form<MomentumInstance> recurrence() { return second_order("recurrence", beta, one_minus_beta).of_code(); }
Form<MomentumInstance> average() { return form<Run>("average", averaged).where(averages_or_is_rational); }
Form<MomentumInstance> part_at_the_third() { return form<ComparisonRun>("part at the third", part); }
Form<MomentumInstance> conclusion() { return form<Run>("as printed, n ∈ ℕ", printed).of_code(); }

Form<MomentumInstance> conclusion_from_1() {
  return form<Run>("as printed, n ∈ ℕ*", [](const Run& r, Claims& claims) { lines_of_23(r, 1, claims); });
}

}  // namespace verigrad::gradient_descent_momentum
