#include "verigrad/theorem/flow/flow_contraction.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/flow_contraction_runs.hpp"

namespace verigrad::flow_contraction {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.1.2",
                  .stem = "flow_contraction",
                  .title = "Contraction of the flow",
                  .source = "Stochastic gradient methods, Lemma 5.1.2",
                  .text = "|W(t) − W*| ≤ e^{−αt} |W(0) − W*|",
                  .code = {"problem/quadratic.hpp: Quadratic"},
                  .hypotheses = {{"lower bound", "∇²J ≥ α > 0"},
                                 {"upper bound", "∇²J ≤ β, printed but not needed"},
                                 {"extremal", "∇J(W*) = 0 (5.5)"},
                                 {"flow", "W′(t) = −∇J(W(t)) for t > 0 (5.3), t ≥ 0"},
                                 {"continuous Hessian", "∇²J ∈ C⁰; a Hessian that jumps is enough"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

ObjectivePtr QuadraticInstance::objective() const {
  Vector<double> spectrum(Eigen::Index(multiples.size()));
  std::transform(multiples.begin(), multiples.end(), spectrum.begin(), [this](int m) { return m * unit; });
  return make_objective(Quadratic(spectrum, reflections, centre));
}

int QuadraticInstance::alpha() const {
  return claimed_alpha.value_or(*std::min_element(multiples.begin(), multiples.end()));
}

std::string QuadraticInstance::describe() const {
  std::string words =
      fmt::format("J = {}; eigenvalues {} times {}, α = {}, W(0) = {}, e^(−{}t) = {}", objective()->describe(), unit,
                  fmt::join(multiples, ", "), alpha() * unit, in_words(w0), unit, q);
  if (reference) words += fmt::format(", W* = {}", in_words(*reference));
  return words;
}

std::string ScalarInstance::describe() const { return fmt::format("a = {}, b = {}, from W = {} to {}", a, b, w0, w1); }

bool hypotheses_hold(const QuadraticInstance& instance) {
  const int smallest = *std::min_element(instance.multiples.begin(), instance.multiples.end());
  return smallest > 0 && instance.alpha() <= smallest && !instance.reference && instance.q > 0 && instance.q <= 1;
}

bool goes_down(const ScalarInstance& instance) {
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
               -2 * dot(r.J().gradient(r.w), r.w - r.w_star));
}

void extremal_point(const Run& r, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W) − ∇J(W*), W − W*⟩", r.derivative,
               -2 * dot(r.J().gradient(r.w) - r.J().gradient(r.w_star), r.w - r.w_star));
}

Number twice_alpha(const Run& r) { return 2 * r.alpha * r.unit; }

void by_5_8(const Run& r, Claims& claims) {
  claims.at_most("d/dt |W − W*|² ≤ −2α|W − W*|²", r.derivative, -twice_alpha(r) * r.distance2);
}

void weighted(const Run& r, Claims& claims) {
  Number along_eigenvectors = 0;
  for (Eigen::Index i = 0; i < r.start.size(); ++i) {
    const int excess = r.m[std::size_t(i)] - r.alpha;
    along_eigenvectors -= 2 * excess * r.unit * square(decay_factor(r, excess) * r.start[i]);
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

void logarithmic(const ScalarRun& r, Claims& claims) {
  const int c = r.a + r.b, eight_alpha = 8 * r.a - r.b;
  for (const Number& u : {r.u0, r.u1}) {
    const Number half_speed = r.a * u + r.b * u / (1 + u);
    const Number F_prime = frac(1, 2 * c) * (1 / u + r.b / (r.a * u + c));
    claims.equal("F′(u) |du/dt| = 1", F_prime * 2 * half_speed, 1);
    claims.at_most("α ≤ J″", frac(eight_alpha, 8), r.a + r.b * (1 - u) / square(1 + u));
  }
  const Number ratio = r.u0 / r.u1;
  const Number other = (r.a * r.u0 + c) / (r.a * r.u1 + c);
  claims.at_most("e^{2αt} ≤ W(0)²/W(t)², to the power 8a(a + b)",
                 power(ratio, r.a * eight_alpha) * power(other, r.b * eight_alpha), power(ratio, 8 * r.a * c));
}

void quartic(const ScalarRun& r, Claims& claims) {
  for (const Number& u : {r.u0, r.u1})
    claims.equal("d/dt log(u/(1 + u)) = −2", (1 / u - 1 / (1 + u)) * -2 * (u + square(u)), -2);
  claims.at_most("e^{2t} W(t)² ≤ W(0)²", r.u0 * (1 + r.u1) / (1 + r.u0), r.u0);
}

void decays(const StateRun& r, Claims& claims) {
  claims.at_most("d/dt |W − W*|² ≤ −2α|W − W*|²", r.derivative(), -2 * r.alpha * r.distance2);
}

void state_by_the_flow(const StateRun& r, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W), W − W*⟩", r.derivative(), -2 * dot(r.gradient, r.d));
}

void state_extremal_point(const StateRun& r, Claims& claims) {
  claims.equal("d/dt |W − W*|² = −2⟨∇J(W) − ∇J(W*), W − W*⟩", r.derivative(), -2 * dot(r.change, r.d));
}

void one_side_squared(const Run& r, Claims& claims) {
  claims.at_most("planted conclusion", square(r.distance2), decay_factor(r, 2 * r.alpha) * r.distance2_0);
}

/// |W(t) − W*|² ≤ bound(run).
template <class Bound>
Form<QuadraticInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    claims.at_most("|W(t) − W*|² ≤ planted bound", r.distance2, bound(r));
  });
}

/// d/dt |W − W*|² ≤ bound(state).
template <class Bound>
Form<HessianBoundsInstance> decays_by(const char* key, Bound bound) {
  return form<StateRun>(key, [bound](const StateRun& r, Claims& claims) {
    claims.at_most("d/dt |W − W*|² ≤ planted bound", r.derivative(), bound(r));
  });
}

/// ((W₁ − 1/4)² + 2W₂²)/4 along the flat axis.
QuadraticInstance along_flat_axis() {
  return {.multiples = {1, 2},
          .unit = 0.5,
          .reflections = {},
          .centre = vector({0.25, 0}),
          .w0 = vector({-1, 0}),
          .q = 0.9375};
}

/// W₁² + W₂²/2 at two states, the second beside W* on the steep axis.
HessianBoundsInstance beside_minimum() {
  return {make_objective(Quadratic(vector({2, 1}), vector({0.0625, 0}))), vector({0, 0.015625}), vector({0, 0})};
}

}  // namespace

Form<QuadraticInstance> conclusion() { return form<Run>("as printed", printed); }

Form<QuadraticInstance> attained() { return form<Run>("attained", attains); }

Form<ScalarInstance> logarithmic_flow() { return form<ScalarRun>("J = aW²/2 + b/2 log(1 + W²)", logarithmic); }

Form<ScalarInstance> quartic_flow() { return form<ScalarRun>("J = W²/2 + W⁴/4", quartic); }

Form<HessianBoundsInstance> decay() { return form<StateRun>("decay", decays); }

Lines<QuadraticInstance> lines() {
  return {.steps = {{"derivative of the square", "d/dt |W(t) − W*|² = 2⟨W′(t), W(t) − W*⟩",
                     form<Run>(derivative_of_square)},
                    {"by the flow", "… = −2⟨∇J(W(t)), W(t) − W*⟩", form<Run>(by_the_flow)},
                    {"extremal point", "… = −2⟨∇J(W(t)) − ∇J(W*), W(t) − W*⟩", form<Run>(extremal_point)},
                    {"by (5.8)", "d/dt |W(t) − W*|² ≤ −2α|W(t) − W*|²", form<Run>(by_5_8)},
                    {"weighted", "d/dt (e^{2αt} |W(t) − W*|²) ≤ 0", form<Run>(weighted)},
                    {"integrated", "e^{2αt} |W(t) − W*|² ≤ |W(0) − W*|²", form<Run>(integrated)}},
          .planted = {bounded_by("factor: e^{−2αt}",
                                 [](const auto& r) { return decay_factor(r, 4 * r.alpha) * r.distance2_0; }),
                      bounded_by("swapped constants: e^{−βt}",
                                 [](const auto& r) {
                                   return decay_factor(r, 2 * *std::max_element(r.m.begin(), r.m.end())) *
                                          r.distance2_0;
                                 }),
                      bounded_by("index: the eigenvalue after α",
                                 [](const auto& r) { return decay_factor(r, 2 * r.alpha + 2) * r.distance2_0; }),
                      bounded_by("sign: −e^{−αt}",
                                 [](const auto& r) { return -decay_factor(r, 2 * r.alpha) * r.distance2_0; }),
                      bounded_by("missing term: |W(0)| for |W(0) − W*|",
                                 [](const Run& r) { return decay_factor(r, 2 * r.alpha) * squared_norm(r.w0); }),
                      form<Run>("square on one side: |W(t) − W*|⁴", one_side_squared)},
          .separating = {along_flat_axis()}};
}

Lines<HessianBoundsInstance> state_lines() {
  return {.steps = {{"by the flow, any J", "d/dt |W − W*|² = −2⟨∇J(W), W − W*⟩", form<StateRun>(state_by_the_flow)},
                    {"extremal point, any J", "… = −2⟨∇J(W) − ∇J(W*), W − W*⟩", form<StateRun>(state_extremal_point)},
                    {"by (5.8), any J", "… ≤ −2α|W − W*|²", form<StateRun>(decays)}},
          .planted = {decays_by("decay: −4α", [](const StateRun& r) { return -4 * r.alpha * r.distance2; }),
                      decays_by("decay: −2β", [](const StateRun& r) { return -2 * r.beta * r.distance2; }),
                      decays_by("decay: −2α|∇J(W)|²",
                                [](const StateRun& r) { return -2 * r.alpha * squared_norm(r.gradient); })},
          .separating = {beside_minimum()}};
}

}  // namespace verigrad::flow_contraction
