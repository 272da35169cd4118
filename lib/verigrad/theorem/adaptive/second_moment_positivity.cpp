#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

#include <fmt/format.h>

namespace verigrad::second_moment_positivity {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.2.5",
                  .stem = "second_moment_positivity",
                  .title = "D stays positive",
                  .source = "Stochastic gradient methods, Lemma 5.2.5",
                  .text = "Assume D(0) > 0. Then D(t) > 0 for all t ≥ 0",
                  .hypotheses = {{"start", "D(0) > 0, that is, every diagonal coefficient is"},
                                 {"relaxation", "ε₂ > 0, said at (5.23)"},
                                 {"system", "D′(t) = (diag(∇J(W(t)) ⊗ ∇J(W(t))) − D(t))/ε₂ (5.23)"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

std::string SecondMomentInstance::describe() const {
  return fmt::format("g(t) = {} + {} e^(−2t/ε₂), D(0) = {}, ε₂ = {}, e^(−t/ε₂) = {}", a, b, d0, eps2, q);
}

bool hypotheses_hold(const SecondMomentInstance& instance) {
  return instance.d0 > 0 && instance.eps2 > 0 && 0 < instance.q && instance.q <= 1;
}

namespace {

struct Run {
  using Instance = SecondMomentInstance;
  explicit Run(const SecondMomentInstance& instance)
      : a(exact(instance.a)),
        b(exact(instance.b)),
        d0(exact(instance.d0)),
        eps2(exact(instance.eps2)),
        q(exact(instance.q)) {
    d = solution(q);
    const Number by_q = -4 * a * b * q - frac(4, 3) * square(b) * q * square(q) + c();
    d_prime = by_q * -q / eps2;
    g = a + b * square(q);
  }

  Number c() const { return d0 - square(a) + 2 * a * b + frac(1, 3) * square(b); }
  /// D at the time with e^{−t/ε₂} = e.
  Number solution(const Number& e) const {
    return square(a) - 2 * a * b * square(e) - frac(1, 3) * square(b) * square(square(e)) + c() * e;
  }
  /// (e^{t/ε₂} D)′ = e^{t/ε₂}(D/ε₂ + D′).
  Number weighted_rate() const { return (d / eps2 + d_prime) / q; }

  Number a, b, d0, eps2, q;
  Number d, d_prime, g;  ///< D(t), D′(t), g(t)
};

void printed(const Run& r, Claims& claims) {
  claims.equal("D(0)", r.solution(1), r.d0);
  claims.equal("D′ = (g² − D)/ε₂", r.d_prime, (square(r.g) - r.d) / r.eps2);
  claims.less("0 < D(t)", 0, r.d);
  claims.at_most("e^{−t/ε₂} D(0) ≤ D(t)", r.q * r.d0, r.d);
}

void positive(const Run& r, Claims& claims) { claims.less("0 < D(t)", 0, r.d); }

void attains(const Run& r, Claims& claims) { claims.equal("D(t) = e^{−t/ε₂} D(0)", r.d, r.q * r.d0); }

void lost_factor(const Run& r, Claims& claims) {
  claims.equal("(e^{t/ε₂} D)′ = e^{t/ε₂} g²", r.weighted_rate(), square(r.g) / r.q);
}

void with_factor(const Run& r, Claims& claims) {
  claims.equal("(e^{t/ε₂} D)′ = e^{t/ε₂} g²/ε₂", r.weighted_rate(), square(r.g) / (r.eps2 * r.q));
}

void strict_derivative(const Run& r, Claims& claims) { claims.less("0 < (e^{t/ε₂} D)′", 0, r.weighted_rate()); }

/// As −D/ε₂ ≤ D′, whose sides are not the same number but where it is tight.
void weak_derivative(const Run& r, Claims& claims) {
  claims.at_most("−e^{t/ε₂} D/ε₂ ≤ e^{t/ε₂} D′", -r.d / (r.eps2 * r.q), r.d_prime / r.q);
}

void strict_growth(const Run& r, Claims& claims) { claims.less("D(0) < e^{t/ε₂} D(t)", r.d0, r.d / r.q); }

void weak_growth(const Run& r, Claims& claims) { claims.at_most("D(0) ≤ e^{t/ε₂} D(t)", r.d0, r.d / r.q); }

/// A state of one coordinate at any time.
struct StateRun {
  explicit StateRun(const Unknowns& unknowns)
      : eps2(unknowns.positive("ε₂")), u(unknowns.positive("e^{t/ε₂}")), d(unknowns.real("D")), g(unknowns.real("g")) {}

  /// (uD)′ by the product rule, with u′ = u/ε₂.
  Number weighted_rate() const { return u / eps2 * d + u * ((square(g) - d) / eps2); }
  Number g2_over_eps2() const { return u * square(g) / eps2; }

  Number eps2, u, d, g;
};

void with_factor_everywhere(const StateRun& r, Claims& claims) {
  claims.equal("(e^{t/ε₂} D)′ = e^{t/ε₂} g²/ε₂", r.weighted_rate(), r.g2_over_eps2());
}

void weak_derivative_everywhere(const StateRun& r, Claims& claims) {
  with_factor_everywhere(r, claims);
  claims.at_most("0 ≤ e^{t/ε₂} g²/ε₂", 0, r.g2_over_eps2());
}

/// D(0), and what is added to it up to a time.
struct GrowthRun {
  explicit GrowthRun(const Unknowns& unknowns)
      : d0(unknowns.positive("D(0)")),
        u(unknowns.positive("e^{t/ε₂}")),
        integral(unknowns.nonnegative("∫₀ᵗ e^{s/ε₂} g(s)²/ε₂ ds")) {}

  Number d0, u, integral;
};

void stays_positive(const GrowthRun& r, Claims& claims) {
  claims.less("0 < D(t) = e^{−t/ε₂} (D(0) + ∫)", 0, (r.d0 + r.integral) / r.u);
}

void grows(const GrowthRun& r, Claims& claims) { claims.at_most("0 ≤ e^{t/ε₂} D(t) − D(0) = ∫", 0, r.integral); }

/// A planted mistake: bound(run) ≤ D(t).
template <class Bound>
Form<SecondMomentInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key,
                   [bound](const Run& r, Claims& claims) { claims.at_most("planted bound ≤ D(t)", bound(r), r.d); });
}

/// A planted mistake: (e^{t/ε₂} D)′ = rate(state).
template <class Rate>
Form<Unknowns> rate_is(const char* key, Rate rate) {
  return form<StateRun, Unknowns>(key, [rate](const StateRun& r, Claims& claims) {
    claims.equal("(e^{t/ε₂} D)′ = planted rate", r.weighted_rate(), rate(r));
  });
}

std::vector<FalseLine<SecondMomentInstance>> errata() {
  return {
      {.words =
           {.key = "lost factor",
            .place = "proof of Lemma 5.2.5, the identity",
            .printed = "(e^{t/ε₂} D(t))′ = e^{t/ε₂} diag(∇J(W(t)) ⊗ ∇J(W(t)))",
            .corrected = "(e^{t/ε₂} D(t))′ = (1/ε₂) e^{t/ε₂} diag(∇J(W(t)) ⊗ ∇J(W(t)))",
            .remark = "By (5.23), e^{t/ε₂}(D/ε₂ + D′) = e^{t/ε₂} g²/ε₂ for g a coordinate of ∇J.",
            .by_hand =
                "ε₂ = 2 and D = g = 1 at t = 0: D′ = 0, so that the left side is D/ε₂ = 1/2, and the right side is 1",
            .weight = Weight::line},
       .printed = form<Run>(lost_factor),
       .counterexample = {.a = 1, .eps2 = 2},
       .corrected = {form<Run>("lost factor, exact solutions", with_factor)}},
      {.words = {.key = "strict derivative",
                 .place = "proof of Lemma 5.2.5, the inequality after the identity",
                 .printed = "(e^{t/ε₂} D(t))′ > 0",
                 .corrected = "(e^{t/ε₂} D(t))′ ≥ 0",
                 .remark = "A square is not negative, but 0 wherever this coordinate of ∇J(W) is.",
                 .by_hand = "at a minimiser, ∇J = 0 and the derivative is 0",
                 .weight = Weight::line},
       .printed = form<Run>(strict_derivative),
       .counterexample = {.q = 0.5},
       .corrected = {form<Run>("strict derivative, exact solutions", weak_derivative)}},
      {.words = {.key = "strict growth",
                 .place = "proof of Lemma 5.2.5, last sentence",
                 .printed = "e^{t/ε₂} D(t) > D(0)",
                 .corrected = "e^{t/ε₂} D(t) ≥ D(0)",
                 .remark = "Equality at t = 0, too. The claim D(t) > 0 follows from ≥ as well.",
                 .by_hand = "from a minimiser, D(t) = e^{−t/ε₂} D(0), so that both sides are equal",
                 .weight = Weight::line,
                 .same_as = "sgm/5.2.5: strict derivative"},
       .printed = form<Run>(strict_growth),
       .counterexample = {.q = 0.5},
       .corrected = {form<Run>("strict growth, exact solutions", weak_growth)}}};
}

}  // namespace

Form<SecondMomentInstance> conclusion() { return form<Run>("as printed", printed); }
Form<Unknowns> sign_by_integral() { return form<GrowthRun, Unknowns>("0 < D(t), given 0 ≤ ∫g²", stays_positive); }
Form<SecondMomentInstance> is_positive() { return form<Run>("D(t) > 0", positive); }
Form<SecondMomentInstance> attained() { return form<Run>("attained", attains); }

Lines<SecondMomentInstance> lines() {
  // no gradient; then one that decays from 7/8, where D starts at 1/2
  return {.errata = errata(),
          .planted = {bounded_by("missing factor: D(0) ≤ D(t)", [](const auto& r) { return r.d0; }),
                      bounded_by("sign: e^{+t/ε₂} D(0) ≤ D(t)", [](const auto& r) { return r.d0 / r.q; }),
                      bounded_by("other term: g² ≤ D(t)", [](const auto& r) { return square(r.g); }),
                      bounded_by("index: D(2t) ≤ D(t)", [](const auto& r) { return r.solution(square(r.q)); }),
                      bounded_by("missing term: (1 + e^{−t/ε₂})/2 D(0) ≤ D(t)",
                                 [](const Run& r) { return frac(1, 2) * (1 + r.q) * r.d0; })},
          .separating = {{.a = 0, .b = 0, .d0 = 1, .eps2 = 8, .q = 0.9375},
                         {.a = 0, .b = 0.875, .d0 = 0.5, .eps2 = 8, .q = 0.9375}}};
}

Forms<Unknowns> general_corrected() {
  return {form<StateRun, Unknowns>("lost factor", with_factor_everywhere),
          form<StateRun, Unknowns>("strict derivative", weak_derivative_everywhere),
          form<GrowthRun, Unknowns>("strict growth", grows)};
}

Lines<Unknowns> general_lines() {
  return {.planted = {rate_is("sign: −e^{t/ε₂} g²/ε₂", [](const auto& r) { return -r.g2_over_eps2(); }),
                      rate_is("power: e^{t/ε₂} g/ε₂", [](const auto& r) { return r.u * r.g / r.eps2; }),
                      rate_is("missing product rule: e^{t/ε₂} D′",
                              [](const auto& r) { return r.g2_over_eps2() - r.u * r.d / r.eps2; }),
                      rate_is("missing factor: g²/ε₂", [](const auto& r) { return square(r.g) / r.eps2; }),
                      rate_is("as printed: e^{t/ε₂} g²", [](const auto& r) { return r.u * square(r.g); })}};
}

}  // namespace verigrad::second_moment_positivity
