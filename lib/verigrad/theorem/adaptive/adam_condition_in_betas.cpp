#include "verigrad/theorem/adaptive/adam_condition_in_betas.hpp"

#include <fmt/format.h>

namespace verigrad::adam_condition_in_betas {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.2.7",
       .stem = "adam_condition_in_betas",
       .title = "The ADAM condition in β₁, β₂",
       .source = "Stochastic gradient methods, Remark 5.2.7",
       .text =
           "The condition ε₁ ≤ 4ε₂ becomes 4(β₁ − 1) ≤ β₂ − 1; β₁ = 0.9 and β₂ = 0.999 are compatible with it; with "
           "α = Δt = 0.001, ε₁ = Δt/(1 − β₁) = 0.01 and ε₂ = Δt/(1 − β₂) = 1",
       .hypotheses = {{"decay rates", "β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂ (5.26), Δt, ε₁, ε₂ > 0: so β₁ < 1 and β₂ < 1"}},
       .formal = {.theorems = {"conclusion", "conclusion_defaults", "conclusion_rescaling_vanishes",
                               "conclusion_faster"}}},
      lines());
  return result;
}

std::string ParametersInstance::describe() const {
  return fmt::format("β₁ = {}/{}, β₂ = {}/{}, Δt = {}/{}", beta1, denominator, beta2, denominator, dt, denominator);
}

bool hypotheses_hold(const ParametersInstance& instance) {
  return instance.beta1 < instance.denominator && instance.beta2 < instance.denominator && instance.dt > 0;
}

namespace {

struct Run {
  using Instance = ParametersInstance;
  explicit Run(const ParametersInstance& instance)
      : dt(frac(instance.dt, instance.denominator)),
        beta1(frac(instance.beta1, instance.denominator)),
        beta2(frac(instance.beta2, instance.denominator)),
        p1(1 - beta1),
        p2(1 - beta2) {}
  explicit Run(const Unknowns& unknowns)
      : dt(unknowns.positive("Δt")), p1(unknowns.positive("1 − β₁")), p2(unknowns.positive("1 − β₂")) {
    beta1 = 1 - p1;
    beta2 = 1 - p2;
  }

  Number eps1() const { return dt / p1; }
  Number eps2() const { return dt / p2; }
  /// β₂ − 1 − 4(β₁ − 1), and 4ε₂ − ε₁.
  Number in_betas() const { return beta2 - 1 - 4 * (beta1 - 1); }
  Number in_times() const { return 4 * eps2() - eps1(); }
  Number factor() const { return p1 * p2 / dt; }

  Number dt, beta1{}, beta2{};
  Number p1, p2;  ///< 1 − β₁, 1 − β₂
};

void equivalence(const Run& r, Claims& claims) {
  claims.equal("(β₂ − 1) − 4(β₁ − 1) = (4ε₂ − ε₁)(1 − β₁)(1 − β₂)/Δt", r.in_betas(), r.in_times() * r.factor());
}

void equivalence_and_sign(const Run& r, Claims& claims) {
  equivalence(r, claims);
  claims.less("0 < (1 − β₁)(1 − β₂)/Δt", 0, r.factor());
}

void conditions(const Run& r, Claims& claims) {
  claims.at_most("4(β₁ − 1) ≤ β₂ − 1", 4 * (r.beta1 - 1), r.beta2 - 1);
  claims.at_most("ε₁ ≤ 4ε₂", r.eps1(), 4 * r.eps2());
}

void on_boundary(const Run& r, Claims& claims) {
  claims.equal("4(β₁ − 1) = β₂ − 1", 4 * (r.beta1 - 1), r.beta2 - 1);
  claims.equal("ε₁ = 4ε₂", r.eps1(), 4 * r.eps2());
}

void agree(const Run& r, Claims& claims) {
  claims.at_most("0 ≤ (4ε₂ − ε₁)((β₂ − 1) − 4(β₁ − 1))", 0, r.in_times() * r.in_betas());
}

void relaxation_times(const Run& r, Claims& claims) {
  claims.equal("ε₁ = 0.01", r.eps1(), frac(1, 100));
  claims.equal("ε₂ = 1", r.eps2(), 1);
}

void rescaling(const Run& r, Claims& claims) {
  Number first = 1, second = 1, first_at_10 = 1;
  for (int n = 1; n <= 1000; ++n) {
    first *= r.beta1;
    second *= r.beta2;
    claims.less("β₁ⁿ < β₂ⁿ", first, second, n);
    if (n == 10) first_at_10 = first;
  }
  claims.less("β₁¹⁰ < β₂¹⁰⁰⁰", first_at_10, second);
}

/// A planted mistake: (4ε₂ − ε₁) times a positive factor is `margin`.
template <class Margin>
Form<Unknowns> margin_is(const char* key, Margin margin) {
  return form<Run, Unknowns>(key, [margin](const Run& r, Claims& claims) {
    claims.equal("planted margin = (4ε₂ − ε₁)(1 − β₁)(1 − β₂)/Δt", margin(r), r.in_times() * r.factor());
  });
}

/// A planted mistake: the printed relaxation times by other formulas.
template <class Times>
Form<ParametersInstance> times_are(const char* key, Times times) {
  return form<Run>(key, [times](const Run& r, Claims& claims) {
    claims.equal("planted ε₁ = 0.01", times(r, r.p1), frac(1, 100));
    claims.equal("planted ε₂ = 1", times(r, r.p2), 1);
  });
}

}  // namespace

Form<ParametersInstance> same_margin() { return form<Run>("same margin", equivalence); }
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all parameters", equivalence_and_sign); }
Form<ParametersInstance> condition() { return form<Run>("condition", conditions); }
Form<ParametersInstance> boundary() { return form<Run>("boundary", on_boundary); }
Form<ParametersInstance> same_answer() { return form<Run>("same answer", agree); }

Lines<ParametersInstance> lines() {
  return {.steps = {{"relaxation times", "ε₁ = 0.01, ε₂ = 1", form<Run>(relaxation_times)},
                    {"default values", "4(0.9 − 1) ≤ 0.999 − 1, and 0.01 ≤ 4", form<Run>(conditions)},
                    {"rescaling", "(β₁)ⁿ tends to 0 much faster than (β₂)ⁿ: β₁ⁿ < β₂ⁿ, and 0.9¹⁰ < 0.999¹⁰⁰⁰",
                     form<Run>(rescaling)}},
          .planted = {times_are("times: ε = Δt(1 − β)", [](const auto& r, const auto& p) { return r.dt * p; }),
                      times_are("times: ε = Δt/β", [](const Run& r, const Number& p) { return r.dt / (1 - p); }),
                      times_are("times: ε = (1 − β)/Δt", [](const auto& r, const auto& p) { return p / r.dt; })}};
}

Lines<Unknowns> general_lines() {
  return {.planted = {
              margin_is("sign: 4(1 − β₁) ≤ 1 − β₂", [](const auto& r) { return -r.in_betas(); }),
              margin_is("swapped: 4(β₂ − 1) ≤ β₁ − 1", [](const Run& r) { return r.beta1 - 1 - 4 * (r.beta2 - 1); }),
              margin_is("factor: 2(β₁ − 1) ≤ β₂ − 1", [](const Run& r) { return r.beta2 - 1 - 2 * (r.beta1 - 1); }),
              margin_is("missing term: 4β₁ ≤ β₂", [](const Run& r) { return r.beta2 - 4 * r.beta1; }),
              margin_is("misplaced factor: β₁ − 1 ≤ 4(β₂ − 1)",
                        [](const Run& r) { return 4 * (r.beta2 - 1) - (r.beta1 - 1); })}};
}

}  // namespace verigrad::adam_condition_in_betas
