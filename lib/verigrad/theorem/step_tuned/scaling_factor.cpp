#include "verigrad/theorem/step_tuned/scaling_factor.hpp"

#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::scaling_factor {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.1",
       .stem = "scaling_factor",
       .title = "Tuned step sizes and the scaling factor",
       .source = "Thesis, Remark 4.1",
       .text = "Algorithm 3 does not alleviate the need of tuning the scaling factor α",
       .found = "on hθ²/2 with β = 0 each step multiplies 𝒥 by (1 − αₖ)², αₖ = α/(k + 1)^{1/2 + δ}, whatever h in "
                "[1/M̃, 1/m̃] is: 𝒥 falls for αₖ < 2 and grows for αₖ > 2. What is tuned away is h, not α",
       .code = {"algorithm/step_tuned_sgd.hpp: StepTunedSgd"},
       .hypotheses = {{"parabola", "𝒥 = hθ²/2, m̃ ≤ 1/h ≤ M̃, β = 0, k ≥ 1"}}},
      general_lines(), lines());
  return result;
}

namespace {

/// 𝒥 at θₖ, θ_{k+½} and θₖ₊₁, k = 1, 2, ….
struct Run {
  using Instance = TunedInstance;
  explicit Run(const TunedInstance& i) {
    const StepTunedSgd method{{1}, i.nu, i.beta, i.bounds()};
    const auto value = [&](const Vector<Number>& theta) { return i.f.batch_value({0}, theta); };
    auto state = method.start<Number>(exact(i.theta0));
    h = i.f.term(0).over<Number>().hessian_product(exact(i.theta0), exact(at(1)))[0];
    for (int k = 0; k < i.steps(); ++k) {
      const Number before = value(state.theta), rate = exact(i.rates[k]);
      method.advance<Number>(state, i.f.batch_gradient({0}, state.theta), rate);
      const Number half = value(state.theta);
      method.advance<Number>(state, i.f.batch_gradient({0}, state.theta), rate);
      if (k == 0) continue;
      rates.push_back(rate);
      values.push_back(before);
      halves.push_back(half);
      nexts.push_back(value(state.theta));
    }
  }
  Number h;
  std::vector<Number> rates, values, halves, nexts;
};

/// Half a batch multiplies 𝒥 by factor(run, rate), and the batch by its square.
template <class Factor>
Form<TunedInstance> multiplied_by(const char* key, Factor factor) {
  return form<Run>(key, [factor](const Run& r, Claims& claims) {
    for (std::size_t k = 0; k < r.rates.size(); ++k) {
      const Number by = factor(r, r.rates[k]);
      claims.equal("𝒥(θ_{k+½}) = factor · 𝒥(θₖ)", r.halves[k], by * r.values[k], int(k) + 1);
      claims.equal("𝒥(θₖ₊₁) = factor² · 𝒥(θₖ)", r.nexts[k], square(by) * r.values[k], int(k) + 1);
    }
  });
}

Number printed_factor(const Run&, const Number& rate) { return square(1 - rate); }

void no_increase(const Run& r, Claims& claims) {
  for (std::size_t k = 0; k < r.rates.size(); ++k)
    claims.at_most("𝒥(θₖ₊₁) ≤ 𝒥(θₖ)", r.nexts[k], r.values[k], int(k) + 1);
}

void no_change(const Run& r, Claims& claims) {
  for (std::size_t k = 0; k < r.rates.size(); ++k) claims.equal("𝒥(θₖ₊₁) = 𝒥(θₖ)", r.nexts[k], r.values[k], int(k) + 1);
}

struct Parabola {
  explicit Parabola(const Unknowns& u)
      : h(u.positive("h")), theta(u.real("θ")), alpha(u.positive("αₖ")), left(u.positive("|2 − αₖ|")) {}
  Number h, theta, alpha, left;
};

void one_step(const Parabola& p, Claims& claims) {
  const Number next = p.theta - p.alpha / p.h * (p.h * p.theta);
  claims.equal("h(θ − αₖ/h · hθ)²/2 = (1 − αₖ)² hθ²/2", p.h * square(next) / 2,
               square(1 - p.alpha) * (p.h * square(p.theta) / 2));
}

/// αₖ = 2/(1 + s) < 2 and αₖ = 2 + s > 2 for the unknown s > 0.
void shrinks_below_2(const Parabola& p, Claims& claims) {
  const Number alpha = 2 / (1 + p.left);
  claims.equal("1 − (1 − αₖ)² = αₖ(2 − αₖ) = 4s/(1 + s)²", 1 - square(1 - alpha),
               4 * p.left / ((1 + p.left) * (1 + p.left)));
  claims.less("0 < 4s/(1 + s)²", 0, 4 * p.left / ((1 + p.left) * (1 + p.left)));
}
void grows_above_2(const Parabola& p, Claims& claims) {
  const Number alpha = 2 + p.left;
  claims.equal("(1 − αₖ)² − 1 = αₖ(αₖ − 2) = 2s + s²", square(1 - alpha) - 1, 2 * p.left + square(p.left));
  claims.less("0 < 2s + s²", 0, 2 * p.left + square(p.left));
}

}  // namespace

bool hypotheses_hold(const TunedInstance& i) {
  if (!is_tuned_run(i) || i.f.size() != 1 || i.theta0.size() != 1 || i.beta != 0 || i.theta0[0] == 0) return false;
  const Curvature curvature = i.f.curvature();
  const Rational h = exact<Rational>(curvature.upper);
  return curvature.lower == curvature.upper && h > 0 && exact<Rational>(i.m) * h <= 1 &&
         exact<Rational>(i.M) * h >= 1 &&
         i.f.gradient<Rational>(exact<Rational>(i.theta0))[0] == h * exact<Rational>(i.theta0[0]);
}

TunedInstance on_parabola(double h, double rate) {
  return {FiniteSum({make_objective(Quadratic(at(h), at(0)))}),
          at(1),
          {0.125, rate, rate},
          {{0}, {0}, {0}},
          2,
          0,
          0.125,
          8};
}

Form<TunedInstance> conclusion() { return multiplied_by("factor of a step", printed_factor).of_code(); }
Form<Unknowns> general_conclusion() { return form<Parabola, Unknowns>("factor of a step, all values", one_step); }
Form<TunedInstance> falls() { return form<Run>("falls", no_increase); }
Form<TunedInstance> stays() { return form<Run>("stays", no_change); }

Lines<TunedInstance> lines() {
  return {
      .planted = {multiplied_by("sign: (1 + αₖ)²",
                                [](const Run&, const Number& rate) -> Number { return square(1 + rate); }),
                  multiplied_by("exponent: 1 − αₖ", [](const Run&, const Number& rate) -> Number { return 1 - rate; }),
                  multiplied_by("factor: (1 − αₖh)²",
                                [](const Run& r, const Number& rate) -> Number { return square(1 - rate * r.h); }),
                  multiplied_by("missing term: αₖ²",
                                [](const Run&, const Number& rate) -> Number { return square(rate); })},
      .separating = {on_parabola(2, 0.25)}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"below 2", "for 0 < αₖ < 2 the value falls", form<Parabola, Unknowns>(shrinks_below_2)},
                    {"above 2", "for αₖ > 2 the value grows", form<Parabola, Unknowns>(grows_above_2)}}};
}

}  // namespace verigrad::scaling_factor
