#include "verigrad/theorem/flow/flow_contraction.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/flow_contraction_runs.hpp"

namespace verigrad::flow_contraction {

const Statement& statement() {
  static const Statement result{.id = "sgm/5.1.2",
                                .stem = "flow_contraction",
                                .title = "Contraction of the flow",
                                .source = "Stochastic gradient methods, Lemma 5.1.2",
                                .text = "|W(t) − W*| ≤ e^{−αt} |W(0) − W*|",
                                .hypotheses = {{"lower bound", "∇²J ≥ α > 0"},
                                               {"upper bound", "∇²J ≤ β, printed but not needed"},
                                               {"extremal", "∇J(W*) = 0 (5.5)"},
                                               {"flow", "W′(t) = −∇J(W(t)) for t > 0 (5.3), t ≥ 0"},
                                               {"continuous Hessian", "∇²J ∈ C⁰; a Hessian that jumps is enough"}},
                                .steps = {{"derivative of the square", "d/dt |W(t) − W*|² = 2⟨W′(t), W(t) − W*⟩"},
                                          {"by the flow", "… = −2⟨∇J(W(t)), W(t) − W*⟩"},
                                          {"extremal point", "… = −2⟨∇J(W(t)) − ∇J(W*), W(t) − W*⟩"},
                                          {"by (5.8)", "d/dt |W(t) − W*|² ≤ −2α|W(t) − W*|²"},
                                          {"weighted", "d/dt (e^{2αt} |W(t) − W*|²) ≤ 0"},
                                          {"integrated", "e^{2αt} |W(t) − W*|² ≤ |W(0) − W*|²"}},
                                .errata = {}};
  return result;
}

ObjectivePtr QuadraticFlow::objective() const {
  Vector<double> spectrum(Eigen::Index(multiples.size()));
  std::transform(multiples.begin(), multiples.end(), spectrum.begin(), [this](int m) { return m * unit; });
  return make_objective(Quadratic(spectrum, reflections, centre));
}

int QuadraticFlow::alpha() const {
  return claimed_alpha.value_or(*std::min_element(multiples.begin(), multiples.end()));
}

std::string QuadraticFlow::describe() const {
  std::string words =
      fmt::format("J = {}; eigenvalues {} times {}, α = {}, W(0) = {}, e^(−{}t) = {}", objective()->describe(), unit,
                  fmt::join(multiples, ", "), alpha() * unit, in_words(w0), unit, q);
  if (reference) words += fmt::format(", W* = {}", in_words(*reference));
  return words;
}

std::string ScalarFlow::describe() const { return fmt::format("a = {}, b = {}, from W = {} to {}", a, b, w0, w1); }

bool hypotheses_hold(const QuadraticFlow& instance) {
  const int smallest = *std::min_element(instance.multiples.begin(), instance.multiples.end());
  return smallest > 0 && instance.alpha() <= smallest && !instance.reference && instance.q > 0 && instance.q <= 1;
}

bool goes_down(const ScalarFlow& instance) {
  return instance.a > 0 && instance.b < 8 * instance.a && 0 < instance.w1 && instance.w1 < instance.w0;
}

bool state_hypotheses_hold(const HessianBoundsInstance& instance) { return extremal_and_bounded(instance); }

namespace {

/// e^{−kλt}.
Number decay_factor(const Run& r, int k) { return power(r.q, k); }

void solves_the_flow(const Run& r, Claims& claims) {
  claims.equal("W′(t) = −∇J(W(t))", r.w_prime, -r.J().gradient(r.w));
  claims.equal("W(0)", r.w0_by_solution, r.w0);
}

void printed(const Run& r, Claims& claims) {
  solves_the_flow(r, claims);
  claims.at_most("|W(t) − W*|² ≤ e^{−2αt} |W(0) − W*|²", r.distance2, decay_factor(r, 2 * r.alpha) * r.distance2_0);
}

void attains(const Run& r, Claims& claims) {
  solves_the_flow(r, claims);
  claims.equal("|W(t) − W*|² = e^{−2αt} |W(0) − W*|²", r.distance2, decay_factor(r, 2 * r.alpha) * r.distance2_0);
}

void derivative_of_square(const Run& r, Claims& claims) {
  claims.equal("d/dt |W − W*|² = 2⟨W′, W − W*⟩", r.derivative, 2 * dot(r.w_prime, r.w - r.w_star));
}

void by_the_flow(const Run& r, Claims& claims) {
  claims.equal("2⟨W′, W − W*⟩ = −2⟨∇J(W), W − W*⟩", 2 * dot(r.w_prime, r.w - r.w_star),
               Number(-2) * dot(r.J().gradient(r.w), r.w - r.w_star));
}

void extremal_point(const Run& r, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W) − ∇J(W*), W − W*⟩", r.derivative,
               Number(-2) * dot(r.J().gradient(r.w) - r.J().gradient(r.w_star), r.w - r.w_star));
}

Number twice_alpha(const Run& r) { return Number(2 * r.alpha) * r.unit; }

void by_5_8(const Run& r, Claims& claims) {
  claims.at_most("d/dt |W − W*|² ≤ −2α|W − W*|²", r.derivative, -twice_alpha(r) * r.distance2);
}

void weighted(const Run& r, Claims& claims) {
  Number along_eigenvectors(0);
  for (Eigen::Index i = 0; i < r.start.size(); ++i) {
    const int excess = r.m[std::size_t(i)] - r.alpha;
    along_eigenvectors -= Number(2 * excess) * r.unit * square(Number(decay_factor(r, excess) * r.start[i]));
  }
  const Number growth = 1 / decay_factor(r, 2 * r.alpha);
  claims.equal("d/dt (e^{2αt} |W − W*|²) = e^{2αt} (d/dt |W − W*|² + 2α|W − W*|²)", along_eigenvectors,
               growth * (r.derivative + twice_alpha(r) * r.distance2));
  claims.at_most("e^{2αt} d/dt |W − W*|² ≤ −2α e^{2αt} |W − W*|²", growth * r.derivative,
                 -twice_alpha(r) * growth * r.distance2);
}

void integrated(const Run& r, Claims& claims) {
  claims.at_most("e^{2αt} |W(t) − W*|² ≤ |W(0) − W*|²", r.distance2 / decay_factor(r, 2 * r.alpha), r.distance2_0);
}

void logarithmic(const Scalar& r, Claims& claims) {
  const int c = r.a + r.b, eight_alpha = 8 * r.a - r.b;
  for (const Number& u : {r.u0, r.u1}) {
    const Number half_speed = Number(r.a) * u + Number(r.b) * u / (1 + u);
    const Number F_prime = frac(1, 2 * c) * (1 / u + Number(r.b) / (Number(r.a) * u + Number(c)));
    claims.equal("F′(u) |du/dt| = 1", F_prime * 2 * half_speed, 1);
    claims.at_most("α ≤ J″", frac(eight_alpha, 8), Number(r.a) + Number(r.b) * (1 - u) / square(Number(1 + u)));
  }
  const Number ratio = r.u0 / r.u1;
  const Number other = (Number(r.a) * r.u0 + Number(c)) / (Number(r.a) * r.u1 + Number(c));
  claims.at_most("e^{2αt} ≤ W(0)²/W(t)², to the power 8a(a + b)",
                 power(ratio, r.a * eight_alpha) * power(other, r.b * eight_alpha), power(ratio, 8 * r.a * c));
}

void quartic(const Scalar& r, Claims& claims) {
  for (const Number& u : {r.u0, r.u1})
    claims.equal("d/dt log(u/(1 + u)) = −2", (1 / u - 1 / (1 + u)) * Number(-2) * (u + square(u)), -2);
  claims.at_most("e^{2t} W(t)² ≤ W(0)²", r.u0 * (1 + r.u1) / (1 + r.u0), r.u0);
}

void decays(const State& s, Claims& claims) {
  claims.at_most("d/dt |W − W*|² ≤ −2α|W − W*|²", s.derivative(), Number(-2) * s.alpha * s.distance2);
}

void state_by_the_flow(const State& s, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W), W − W*⟩", s.derivative(), Number(-2) * dot(s.gradient, s.d));
}

void state_extremal_point(const State& s, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W) − ∇J(W*), W − W*⟩", s.derivative(), Number(-2) * dot(s.change, s.d));
}

void one_side_squared(const Run& r, Claims& claims) {
  claims.at_most("planted conclusion", square(r.distance2), decay_factor(r, 2 * r.alpha) * r.distance2_0);
}

/// |W(t) − W*|² ≤ bound(run).
template <class Bound>
Form<QuadraticFlow> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    claims.at_most("|W(t) − W*|² ≤ planted bound", r.distance2, Number(bound(r)));
  });
}

/// d/dt |W − W*|² ≤ bound(state).
template <class Bound>
Form<HessianBoundsInstance> decays_by(const char* key, Bound bound) {
  return form<State>(key, [bound](const State& s, Claims& claims) {
    claims.at_most("d/dt |W − W*|² ≤ planted bound", s.derivative(), Number(bound(s)));
  });
}

}  // namespace

Form<QuadraticFlow> conclusion() { return form<Run>("as printed", printed); }

Form<QuadraticFlow> attained() { return form<Run>("attained", attains); }

Form<ScalarFlow> logarithmic_flow() { return form<Scalar>("J = aW²/2 + b/2 log(1 + W²)", logarithmic); }

Form<ScalarFlow> quartic_flow() { return form<Scalar>("J = W²/2 + W⁴/4", quartic); }

Form<HessianBoundsInstance> decay() { return form<State>("decay", decays); }

Forms<QuadraticFlow> steps() {
  return {form<Run>("derivative of the square", derivative_of_square),
          form<Run>("by the flow", by_the_flow),
          form<Run>("extremal point", extremal_point),
          form<Run>("by (5.8)", by_5_8),
          form<Run>("weighted", weighted),
          form<Run>("integrated", integrated)};
}

Forms<HessianBoundsInstance> state_steps() {
  return {form<State>("by the flow, any J", state_by_the_flow),
          form<State>("extremal point, any J", state_extremal_point), form<State>("by (5.8), any J", decays)};
}

Forms<QuadraticFlow> planted() {
  return {bounded_by("factor: e^{−2αt}", [](const auto& r) { return decay_factor(r, 4 * r.alpha) * r.distance2_0; }),
          bounded_by("swapped constants: e^{−βt}",
                     [](const auto& r) {
                       return decay_factor(r, 2 * *std::max_element(r.m.begin(), r.m.end())) * r.distance2_0;
                     }),
          bounded_by("index: the eigenvalue after α",
                     [](const auto& r) { return decay_factor(r, 2 * r.alpha + 2) * r.distance2_0; }),
          bounded_by("sign: −e^{−αt}", [](const auto& r) { return -decay_factor(r, 2 * r.alpha) * r.distance2_0; }),
          bounded_by("missing term: |W(0)| for |W(0) − W*|",
                     [](const Run& r) { return decay_factor(r, 2 * r.alpha) * squared_norm(r.w0); }),
          form<Run>("square on one side: |W(t) − W*|⁴", one_side_squared)};
}

Forms<HessianBoundsInstance> planted_decay() {
  return {
      decays_by("decay: −4α", [](const State& s) { return Number(-4) * s.alpha * s.distance2; }),
      decays_by("decay: −2β", [](const State& s) { return Number(-2) * s.beta * s.distance2; }),
      decays_by("decay: −2α|∇J(W)|²", [](const State& s) { return Number(-2) * s.alpha * squared_norm(s.gradient); })};
}

}  // namespace verigrad::flow_contraction
