#include "verigrad/theorem/inertial_newton/discriminant_sign.hpp"

#include <fmt/format.h>

#include "verigrad/number/rational.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::discriminant_sign {

using smaller_root::discriminant;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.6",
       .stem = "discriminant_sign",
       .title = "Sign of the discriminant",
       .source = "Thesis, Lemma 3.6",
       .text = "Let α ≥ 0, β > 0 and λ ∈ ℝ. The quantity (α + βλ)² − 4λ is non-positive if and only if αβ ≤ 1 and "
               "λ ∈ [(2 − αβ)/β² − 2√(1 − αβ)/β², (2 − αβ)/β² + 2√(1 − αβ)/β²]",
       .found = "β ≠ 0 is all it takes: the signs of α and β do not matter",
       .hypotheses = {{"parameters", "α ≥ 0 and β > 0; α of any sign and β ≠ 0 will do"}},
       .formal = {.theorems = {"conclusion"}}},
      general_lines());
  return result;
}

std::string Parameters::describe() const { return fmt::format("α = {}, β = {}, λ = {}", alpha, beta, lambda); }

bool hypotheses_hold(const Parameters& parameters) { return parameters.alpha >= 0 && parameters.beta > 0; }
bool beta_is_not_0(const Parameters& parameters) { return parameters.beta != 0; }

namespace {

/// Which side of the lemma an instance is on, decided exactly.
enum class Side { interval, left, right, above_one };

Side side_of(const Parameters& parameters) {
  const Rational alpha(parameters.alpha), beta(parameters.beta), lambda(parameters.lambda);
  if (discriminant(alpha, beta, lambda) <= 0) return Side::interval;
  if (alpha * beta > 1) return Side::above_one;
  return beta * beta * lambda < 2 - alpha * beta ? Side::left : Side::right;
}

struct Run {
  using Instance = Parameters;
  explicit Run(const Parameters& parameters)
      : side(side_of(parameters)),
        alpha(exact(parameters.alpha)),
        beta(exact(parameters.beta)),
        lambda(exact(parameters.lambda)) {}
  Number D() const { return discriminant(alpha, beta, lambda); }
  Number centre() const { return (2 - alpha * beta) / square(beta); }
  Number radius() const { return 2 * root(Number(1 - alpha * beta)) / square(beta); }

  Side side;
  Number alpha, beta, lambda;
};

void claim_interval(const Run& r, const Number& centre, const Number& radius, Claims& claims) {
  claims.at_most("the lower end ≤ λ", centre - radius, r.lambda);
  claims.at_most("λ ≤ the upper end", r.lambda, centre + radius);
}

void if_and_only_if(const Run& r, Claims& claims) {
  switch (r.side) {
    case Side::above_one: return claims.less("0 < (α + βλ)² − 4λ", 0, r.D());
    case Side::left: return claims.less("λ < the lower end", r.lambda, r.centre() - r.radius());
    case Side::right: return claims.less("the upper end < λ", r.centre() + r.radius(), r.lambda);
    case Side::interval: break;
  }
  claims.at_most("αβ ≤ 1", r.alpha * r.beta, 1);
  claim_interval(r, r.centre(), r.radius(), claims);
}

/// A planted interval, for instances that are in the right one.
template <class Centre, class Radius>
Form<Parameters> planted(const char* key, Centre centre, Radius radius) {
  return form<Run>(key, [=](const Run& r,
                            Claims& claims) { claim_interval(r, Number(centre(r)), Number(radius(r)), claims); })
      .where([](const Parameters& parameters) { return side_of(parameters) == Side::interval; });
}

/// √(1 − αβ) = r ≥ 0, and λ at a distance from one of the ends of the interval.
struct EndRun {
  explicit EndRun(const Unknowns& u) : EndRun(u.positive("β"), u.nonnegative("√(1 − αβ)")) {}
  EndRun(Number any_beta, Number any_r)
      : beta(std::move(any_beta)),
        r(std::move(any_r)),
        alpha((1 - square(r)) / beta),
        lower((2 - alpha * beta - 2 * r) / square(beta)),
        upper((2 - alpha * beta + 2 * r) / square(beta)) {}
  Number D(const Number& lambda) const { return discriminant(alpha, beta, lambda); }
  Number beta, r, alpha, lower, upper;
};
struct OutsideRun : EndRun {
  explicit OutsideRun(const Unknowns& u) : EndRun(u), s(u.positive("the distance from the interval")) {}
  Number product() const { return square(beta) * s * (s + 4 * r / square(beta)); }
  Number s;
};
/// Both distances from the ends are given, and with them √(1 − αβ).
struct WithinRun {
  explicit WithinRun(const Unknowns& u)
      : s(u.nonnegative("λ − the lower end")),
        t(u.nonnegative("the upper end − λ")),
        beta(u.positive("β")),
        at(beta, square(beta) * (s + t) / 4) {}
  Number s, t, beta;
  EndRun at;
};
/// αβ = 1 + κ.
struct AboveRun {
  explicit AboveRun(const Unknowns& u)
      : kappa(u.positive("αβ − 1")), beta(u.positive("β")), lambda(u.real("λ")), alpha((1 + kappa) / beta) {}
  Number kappa, beta, lambda, alpha;
};

void not_positive(const WithinRun& w, Claims& claims) {
  const Number lambda = w.at.lower + w.s, product = square(w.beta) * w.s * w.t;
  claims.equal("λ = the upper end − t", lambda, w.at.upper - w.t);
  claims.equal("1 − αβ is a square", 1 - w.at.alpha * w.beta, square(w.at.r));
  claims.at_most("αβ ≤ 1", 0, square(w.at.r));
  claims.equal("(α + βλ)² − 4λ = −β²st", w.at.D(lambda), -product);
  claims.at_most("−β²st ≤ 0", -product, 0);
}
void positive_below(const OutsideRun& o, Claims& claims) {
  claims.equal("(α + βλ)² − 4λ = β²s(s + 4r/β²)", o.D(o.lower - o.s), o.product());
  claims.less("0 < β²s(s + 4r/β²)", 0, o.product());
}
void positive_beyond(const OutsideRun& o, Claims& claims) {
  claims.equal("(α + βλ)² − 4λ = β²s(s + 4r/β²)", o.D(o.upper + o.s), o.product());
  claims.less("0 < β²s(s + 4r/β²)", 0, o.product());
}
void positive_above(const AboveRun& a, Claims& claims) {
  const Number sum = square(square(a.beta) * a.lambda - (2 - a.alpha * a.beta)) + 4 * a.kappa;
  claims.equal("β²((α + βλ)² − 4λ) = (β²λ − (2 − αβ))² + 4(αβ − 1)",
               square(a.beta) * discriminant(a.alpha, a.beta, a.lambda), sum);
  claims.less("0 < (β²λ − (2 − αβ))² + 4(αβ − 1)", 0, sum);
}

struct CoefficientsRun {
  explicit CoefficientsRun(const Unknowns& u) : alpha(u.real("α")), beta(u.real("β")), lambda(u.real("λ")) {}
  /// The coefficients of λ², λ and 1.
  Number quadratic() const { return square(beta); }
  Number linear() const { return 2 * (alpha * beta - 2); }
  Number constant() const { return square(alpha); }
  Number alpha, beta, lambda;
};
void polynomial(const CoefficientsRun& c, Claims& claims) {
  claims.equal("(α + βλ)² − 4λ = β²λ² + 2(αβ − 2)λ + α²", discriminant(c.alpha, c.beta, c.lambda),
               c.quadratic() * square(c.lambda) + c.linear() * c.lambda + c.constant());
}
Number its_discriminant(const CoefficientsRun& c) { return square(c.linear()) - 4 * c.quadratic() * c.constant(); }
void discriminant_of_polynomial(const CoefficientsRun& c, Claims& claims) {
  claims.equal("its discriminant is 16(1 − αβ)", its_discriminant(c), 16 * (1 - c.alpha * c.beta));
}
void roots(const EndRun& e, Claims& claims) {
  claims.equal("(α + βλ)² − 4λ = 0 at the lower end", e.D(e.lower), 0);
  claims.equal("(α + βλ)² − 4λ = 0 at the upper end", e.D(e.upper), 0);
}

template <class Value>
Form<Unknowns> planted_discriminant(const char* key, Value value) {
  return form<CoefficientsRun, Unknowns>(key, [value](const CoefficientsRun& c, Claims& claims) {
    claims.equal("its discriminant = planted", its_discriminant(c), value(c));
  });
}

Number centre(const Run& r) { return r.centre(); }
Number radius(const Run& r) { return r.radius(); }

}  // namespace

Form<Parameters> conclusion() { return form<Run>("as printed", if_and_only_if); }
Form<Parameters> is_zero() {
  return form<Run>("zero", [](const Run& r, Claims& claims) { claims.equal("(α + βλ)² − 4λ = 0", r.D(), 0); });
}
Form<Unknowns> within() { return form<WithinRun, Unknowns>("in the interval", not_positive); }
Form<Unknowns> below() { return form<OutsideRun, Unknowns>("below the interval", positive_below); }
Form<Unknowns> beyond() { return form<OutsideRun, Unknowns>("beyond the interval", positive_beyond); }
Form<Unknowns> no_interval() { return form<AboveRun, Unknowns>("αβ > 1", positive_above); }

Lines<Parameters> lines() {
  return {.planted = {planted(
                          "sign: (2 + αβ)/β²", [](const Run& r) { return (2 + r.alpha * r.beta) / square(r.beta); },
                          radius),
                      planted("factor: √(1 − αβ)/β²", centre, [](const Run& r) { return r.radius() / 2; }),
                      planted(
                          "β for β²", [](const Run& r) { return r.centre() * r.beta; },
                          [](const Run& r) { return r.radius() * r.beta; }),
                      planted(
                          "swapped: α² for β²", [](const Run& r) { return (2 - r.alpha * r.beta) / square(r.alpha); },
                          [](const Run& r) { return r.radius() * square(r.beta) / square(r.alpha); })
                          .where([](const Parameters& p) { return p.alpha > 0 && side_of(p) == Side::interval; })},
          .separating = {{1, 0.5, 0.5}, {1, 0.5, 11}}};
}

Lines<Unknowns> general_lines() {
  return {
      .steps = {{"polynomial", "(α + βλ)² − 4λ = β²λ² + 2(αβ − 2)λ + α²", form<CoefficientsRun, Unknowns>(polynomial)},
                {"its discriminant", "is a second-order polynomial in λ whose discriminant is 16(1 − αβ)",
                 form<CoefficientsRun, Unknowns>(discriminant_of_polynomial)},
                {"αβ > 1", "the polynomial has no real roots and hence is always positive", no_interval()},
                {"roots", "the roots of the polynomial are (2 − αβ)/β² ± 2√(1 − αβ)/β²",
                 form<EndRun, Unknowns>(roots)}},
      .planted = {planted_discriminant("factor: 4(1 − αβ)", [](const auto& c) { return 4 * (1 - c.alpha * c.beta); }),
                  planted_discriminant("sign: 16(αβ − 1)", [](const auto& c) { return 16 * (c.alpha * c.beta - 1); })}};
}

}  // namespace verigrad::discriminant_sign
