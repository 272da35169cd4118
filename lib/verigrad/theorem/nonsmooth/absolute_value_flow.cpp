#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/absolute_value_flow_runs.hpp"

namespace verigrad::absolute_value_flow {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.6.7",
       .stem = "absolute_value_flow",
       .title = "The weak solution for J(w) = |w|",
       .source = "Stochastic gradient methods, Lemma 5.6.7",
       .text = "w(t) = sign(w₀)(|w₀| − t)₊ is the weak solution of w′ = −J′(w), J(w) = |w|: ∫ [|w − y|²/2 φ′ + (|y| − "
               "|w|)φ] dt + |w₀ − y|²/2 φ(0) ≥ 0 for all y and all admissible φ",
       .found = "at w = 0 the explicit scheme (5.35) oscillates or, for s(0) = 0, may rest; the implicit one is the "
                "solution at its times, exactly",
       .code = {"algorithm/sign_descent.hpp: explicit_sign_step", "algorithm/sign_descent.hpp: implicit_sign_step"},
       .hypotheses = {{"φ ≥ 0", "φ is not negative"},
                      {"φ in C¹", "φ has a continuous derivative, compact support; a φ that jumps up is not allowed"}}},
      lines());
  return result;
}

std::string FlowInstance::describe() const {
  return fmt::format("w₀ = {}, y = {}, φ = {}({} − t)²({} + {}t)² on [0, {}]", w0, y, negative ? "−" : "", T, p, q, T);
}
std::string SchemeInstance::describe() const {
  return fmt::format("w₀ = {}, Δt = {}, s(0) = {}, {} steps", w0, dt, at_kink, n);
}

bool hypotheses_hold(const FlowInstance& i) { return i.T > 0 && !i.negative; }
bool scheme_hypotheses_hold(const SchemeInstance& i) { return i.dt > 0 && std::abs(i.at_kink) <= 1; }

namespace {

void printed(const Run& r, Claims& claims) {
  claims.at_most("−∫ |w − y|²/2 φ′ dt − |w₀ − y|²/2 φ(0) ≤ ∫ (|y| − |w|)φ dt", -r.kinetic() - r.initial(),
                 r.potential());
}
void equality(const Run& r, Claims& claims) {
  claims.equal("(5.44) is 0", r.kinetic() + r.potential() + r.initial(), 0);
}

void derivative(const Run& r, Claims& claims) {
  const auto half_square = [&](const Number& t) { return frac(1, 2) * square(r.moving(t) - r.y); };
  for (int k = 0; k <= 2; ++k) {
    const Number t = frac(k, 2) * r.stop;
    claims.equal("difference quotient of a parabola", half_square(t + 1) - half_square(t - 1),
                 2 * (r.side * r.side * t - r.stop + r.side * r.y), k);
  }
}
Number boundary_terms(const Run& r) { return frac(1, 2) * square(r.y) * r.phi(r.stop) - r.initial(); }
/// ∫ (|y| − sign(w₀)y)φ dt over [0, |w₀|].
Number excess(const Run& r) { return (magnitude<Number>(r.y) - r.side * r.y) * r.mass(0, r.stop); }
void total_derivative(const Run& r, Claims& claims) {
  const auto product = [&](const Number& t) { return frac(1, 2) * square(r.moving(t) - r.y) * r.phi(t); };
  claims.equal("first part", r.first(), product(r.stop) - product(0) + excess(r));
}
void second_part(const Run& r, Claims& claims) {
  claims.equal("second part", r.second(),
               magnitude<Number>(r.y) * r.mass(r.stop, r.end) - frac(1, 2) * square(r.y) * r.phi(r.stop));
}
void printed_first_part(const Run& r, Claims& claims) {
  claims.equal("first part", r.first(), boundary_terms(r) - excess(r));
}
void first_part(const Run& r, Claims& claims) { claims.equal("first part", r.first(), boundary_terms(r) + excess(r)); }
void printed_sum(const Run& r, Claims& claims) {
  claims.at_most("∫ (|y| − sign(w₀)y)φ dt ≤ ∫ |y|φ dt", excess(r), magnitude<Number>(r.y) * r.mass(r.stop, r.end));
}
void sum(const Run& r, Claims& claims) {
  const Number reduced = excess(r) + magnitude<Number>(r.y) * r.mass(r.stop, r.end);
  claims.equal("(5.44) reduces to", r.first() + r.second() + r.initial(), reduced);
  claims.at_most("∫ sign(w₀)y φ dt over [0, |w₀|] ≤ ∫ |y|φ dt", r.side * r.y * r.mass(0, r.stop),
                 magnitude<Number>(r.y) * (r.mass(0, r.stop) + r.mass(r.stop, r.end)));
}

/// A planted mistake: left(run) ≤ right(run).
template <class Left, class Right>
Form<FlowInstance> wrong(const char* key, Left left, Right right) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.at_most("wrong", left(r), right(r)); });
}
/// A planted mistake: w₀ − speed · sign(w₀)t, up to the end of time, in place of the weak solution; no kink within.
template <int speed>
Form<FlowInstance> without_rest(const char* key) {
  return form<Run>(key, [](const Run& r, Claims& claims) {
    const auto w = [&](const Number& t) { return r.w0 - speed * r.side * t; };
    const Number kink = frac(1, speed) * r.stop;
    claims.at_most("−∫ |w − y|²/2 φ′ dt − |w₀ − y|²/2 φ(0) ≤ ∫ (|y| − |w|)φ dt",
                   -r.kinetic(w, 0, kink) - r.kinetic(w, kink, r.end) - r.initial(),
                   r.potential(w, 0, kink) + r.potential(w, kink, r.end));
  });
}

constexpr auto right_side = [](const Run& r) { return r.potential(); };

void both_schemes(const SchemeRun& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) {
    const std::size_t i = std::size_t(k);
    claims.equal("implicit wᵏ = w(kΔt)", r.by_implicit[i], r.exact_values[i], k);
    if (k <= r.on_the_way) claims.equal("explicit wᵏ = w(kΔt)", r.by_explicit[i], r.exact_values[i], k);
    if (k > r.on_the_way) claims.at_most("|explicit wᵏ − w(kΔt)| ≤ Δt", r.error(k), r.dt, k);
  }
  claims.equal("explicit w⁺ = −Δt s(0) at w = 0", explicit_sign_step<Number>(0, r.dt, r.at_kink), -r.dt * r.at_kink);
}
void error_is_dt(const SchemeRun& r, Claims& claims) {
  claims.equal("|explicit wⁿ − w(nΔt)| = Δt", r.error(r.n), r.dt);
}
void no_rest(const SchemeRun& r, Claims& claims) {
  for (int k = r.on_the_way + 1; k + 2 <= r.n; ++k) {
    const std::size_t i = std::size_t(k);
    claims.equal("wᵏ⁺² = wᵏ", r.by_explicit[i + 2], r.by_explicit[i], k);
    claims.less("0 < |wᵏ|", 0, magnitude<Number>(r.by_explicit[i]), k);
  }
}
void explicit_is_exact(const SchemeRun& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.equal("explicit wᵏ = w(kΔt)", r.by_explicit[std::size_t(k)], r.exact_values[std::size_t(k)], k);
}
void within_half(const SchemeRun& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("|wᵏ − w(kΔt)| ≤ Δt/2", r.error(k), frac(1, 2) * r.dt, k);
}
void one_step_late(const SchemeRun& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.equal("implicit wᵏ⁻¹ = w(kΔt)", r.by_implicit[std::size_t(k - 1)], r.exact_values[std::size_t(k)], k);
}

std::vector<Step<FlowInstance>> steps() {
  return {{"derivative", "d/dt |w₀ − sign(w₀)t − y|²/2 = −|w₀| + t + sign(w₀)y",
           form<Run>(derivative).where(stops_in_time)},
          {"total derivative", "first part = ∫ d/dt[|w − y|²/2 φ] dt + ∫ (|y| − sign(w₀)y)φ dt over [0, |w₀|]",
           form<Run>(total_derivative).where(stops_in_time)},
          {"second part", "second part = −|y|²/2 φ(|w₀|) + ∫ |y|φ dt over [|w₀|, ∞[",
           form<Run>(second_part).where(stops_in_time)}};
}

/// From 1 against y = −1 and φ = (1 − t)².
constexpr FlowInstance one_to_rest{.w0 = 1, .y = -1, .T = 1, .p = 1, .q = 0};

FalseLine<FlowInstance> sign_in_first_part() {
  return {
      .words = {.key = "first part",
                .place = "Proof of Lemma 5.6.7, the last line of the first part",
                .printed = "|y|²/2 φ(|w₀|) − |w₀ − y|²/2 φ(0) + ∫ (sign(w₀)y − |y|)φ dt",
                .corrected = "|y|²/2 φ(|w₀|) − |w₀ − y|²/2 φ(0) + ∫ (|y| − sign(w₀)y)φ dt",
                .remark = "The line before has |y| − sign(w₀)y.",
                .by_hand = "w₀ = 1, y = −1, φ = (1 − t)² on [0, 1]: the left side is −4/3, the printed right side −8/3",
                .weight = Weight::line},
      .printed = form<Run>(printed_first_part),
      .counterexample = one_to_rest,
      .corrected = {form<Run>(first_part).where(stops_in_time)}};
}
FalseLine<FlowInstance> sign_in_sum() {
  return {.words = {.key = "sum of the parts",
                    .place = "Proof of Lemma 5.6.7, the last display",
                    .printed = "∫ (sign(w₀)y − |y|)φ dt over [0, |w₀|] + ∫ |y|φ dt over [|w₀|, ∞[ ≥ 0",
                    .corrected = "∫ (|y| − sign(w₀)y)φ dt over [0, |w₀|] + ∫ |y|φ dt over [|w₀|, ∞[ ≥ 0",
                    .remark = "The wrong sign is carried on. Both corrected integrands are not negative.",
                    .by_hand = "w₀ = 1, y = −1, φ = (1 − t)² on [0, 1]: the printed sum is −2/3",
                    .weight = Weight::proof,
                    .same_as = "sgm/5.6.7: first part"},
          .printed = form<Run>(printed_sum),
          .counterexample = one_to_rest,
          .corrected = {form<Run>(sum).where(stops_in_time)}};
}

Forms<FlowInstance> planted() {
  return {wrong(
              "missing initial term", [](const Run& r) { return -r.kinetic(); }, right_side),
          wrong(
              "sign: |w| − |y|", [](const Run& r) { return -r.kinetic() - r.initial(); },
              [](const Run& r) { return -r.potential(); }),
          wrong(
              "factor: |w − y|² without the half in the integral",
              [](const Run& r) { return -(2 * r.kinetic()) - r.initial(); }, right_side),
          wrong(
              "sign of φ′", [](const Run& r) { return r.kinetic() - r.initial(); }, right_side),
          without_rest<1>("w runs through 0").where(stops_in_time),
          without_rest<2>("twice as fast").where(stops_in_time)};
}

}  // namespace

Lines<FlowInstance> lines() {
  return {.steps = steps(),
          .errata = {sign_in_first_part(), sign_in_sum()},
          .planted = planted(),
          .separating = {{.w0 = 0.125, .y = 0.25, .T = 0.25, .p = 0.25, .q = 0},
                         {.w0 = 0.125, .y = 0, .T = 0.5, .p = 0, .q = 0.25}}};
}
Lines<SchemeInstance> scheme_lines() {
  return {.planted = {form<SchemeRun>("explicit scheme for the solution", explicit_is_exact),
                      form<SchemeRun>("factor: within Δt/2", within_half),
                      form<SchemeRun>("index: one step late", one_step_late)},
          .separating = {{.w0 = 0.75, .dt = 0.25, .at_kink = -1, .n = 4}}};
}

Form<FlowInstance> conclusion() { return form<Run>("as printed", printed); }
Form<FlowInstance> attained() { return form<Run>("attained", equality); }
Form<SchemeInstance> schemes() { return form<SchemeRun>("schemes", both_schemes).of_code(); }
Form<SchemeInstance> off_by_dt() { return form<SchemeRun>("off by Δt", error_is_dt).of_code(); }
Form<SchemeInstance> oscillates() { return form<SchemeRun>("oscillates", no_rest); }

}  // namespace verigrad::absolute_value_flow
