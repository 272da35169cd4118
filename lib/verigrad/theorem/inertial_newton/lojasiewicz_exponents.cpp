#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"

#include <fmt/format.h>

namespace verigrad::lojasiewicz_exponents {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.7",
       .stem = "lojasiewicz_exponents",
       .title = "Kurdyka–Łojasiewicz exponents",
       .source = "INNA, Lemma 2.7 and section 2.5.3",
       .text = "there are a in (0, 1) and ρ > 0 with ρ(1 − a)(G(v) − G*)^{−a} dist(0, ∂G(v)) > 1 near K where G > G*; "
               "for |t|^c, c > 1, a = 1 − 1/c, and the closer c is to 1, the faster is the convergence",
       .found = "ρ > 1 is what it takes; larger a do near 0, smaller ones do not; faster means in the end, and for c < "
                "2 from a start in [−1, 1]",
       .hypotheses = {{"semi-algebraic",
                       "G is semi-algebraic and locally Lipschitz; checked for G = |t|^c, c rational"},
                      {"compact", "G = G* on the compact set K; checked for K = {0}"}}},
      flat_lines());
  return result;
}

bool hypotheses_hold(const PowerInstance& i) { return is_valid(i) && i.m == 0 && i.rho > 1; }

bool larger_exponent(const PowerInstance& i) {
  return is_valid(i) && i.m > 0 && i.rho > 1 && power<Rational>(Rational(i.s), i.m) <= Rational(i.q - i.m) / i.q;
}

namespace {

struct Run {
  using Instance = PowerInstance;
  explicit Run(const PowerInstance& i)
      : p(i.p), q(i.q), m(i.m), s(exact(i.s)), rho(exact(i.rho)), slope(frac(p, q) * power(s, p - q)) {}

  /// (1 − a)G^{−a} with a = 1 − 1/c + m/p.
  Number factor() const { return frac(q - m, p) / power(s, p - q + m); }

  int p, q, m;
  Number s, rho;
  Number slope;  ///< |G′(x)| = c x^{c − 1}
};

void inequality(const Run& r, Claims& claims) {
  claims.less("1 < ρ(1 − a)G^{−a}|G′|", 1, r.rho * r.factor() * r.slope);
}
void equality(const Run& r, Claims& claims) {
  claims.equal("(1 − a)G^{−a}|G′| = 1 for ρ = 1", r.rho * r.factor() * r.slope, 1);
}
template <class Left>
Form<PowerInstance> wrong(const char* key, Left left) {
  return form<Run>(key, [left](const Run& r, Claims& claims) { claims.less("1 < planted", 1, r.rho * left(r)); });
}

struct TimesRun {
  using Instance = TwoPowersInstance;
  explicit TimesRun(const TwoPowersInstance& i)
      : s(exact(i.s)), first(time(i.p, i.larger_p)), second(time(i.larger_p, i.p)) {}
  /// g^{2/c − 1} = s^{(2 − p)p′}.
  Number time(int p, int other) const {
    if (p == 2) return Number(0);
    return (power(s, (2 - p) * other) - 1) / Number(p * (p - 2));
  }
  Number s, first, second;
};
void faster(const TimesRun& r, Claims& claims) { claims.less("time for c < time for c′", r.first, r.second); }

struct ArrivalRun {
  using Instance = ArrivalsInstance;
  explicit ArrivalRun(const ArrivalsInstance& i) : q(i.q), s(exact(i.s)), first(time(i.p)), second(time(i.larger_p)) {}
  Number time(int p) const { return power(s, 2 * q - p) / (frac(p, q) * frac(2 * q - p, q)); }
  int q;
  Number s, first, second;
};
void earlier(const ArrivalRun& r, Claims& claims) { claims.less("arrival for c < arrival for c′", r.first, r.second); }

struct FlatRun {
  using Instance = FlatInstance;
  explicit FlatRun(const FlatInstance& i) : t(exact(i.t)), a(exact(i.a)), rho(exact(i.rho)) {}
  Number t, a, rho;
};
void flat(const FlatRun& r, Claims& claims) {
  const Number power = exp((r.a - 1) / square(r.t));
  claims.less("1 < ρ(1 − a)G^{−a}|G′| for G = e^{−1/t²}", 1, r.rho * (1 - r.a) * power * 2 / (r.t * r.t * r.t));
}
void other_distance(const FlatRun& r, Claims& claims) {
  const Number power = exp(-2 * r.a * log(r.t));
  claims.less("1 < ρ(1 − a)G^{−a} d(0, G′) for G = t²", 1, r.rho * (1 - r.a) * power * exp(-1 / (2 * r.t)));
}

Forms<PowerInstance> planted() {
  return {wrong("sign: G^a for G^{−a}", [](const Run& r) { return r.slope * frac(r.q, r.p) * power(r.s, r.p - r.q); }),
          wrong("exponent: a = 1/c", [](const Run& r) { return r.slope * frac(r.p - r.q, r.p) / power(r.s, r.q); }),
          wrong("factor: half of it", [](const Run& r) { return frac(1, 2) * r.factor() * r.slope; }),
          wrong("swapped: a for 1 − a", [](const Run& r) { return r.factor() * frac(r.p - r.q, r.q) * r.slope; })};
}

FalseLine<FlatInstance> any_distance() {
  return {
      .words =
          {.key = "any given distance",
           .place = "Section 2.5.1, before Lemma 2.7",
           .printed = "In the sequel we denote by “dist” any given distance on ℝ^P",
           .corrected = "a distance that comes from a norm",
           .by_hand =
               "|φ(u) − φ(v)| with φ(u) = sign(u)e^{−1/|u|} is a distance, with the usual topology. For G(t) = t², K = "
               "{0}, the left side of (2.22) is ρ(1 − a)t^{−2a}e^{−1/(2t)}, which tends to 0 with t for all a and ρ",
           .weight = Weight::hypothesis,
           .survives = "for a distance that comes from a norm",
           .of_statement = true},
      .printed = form<FlatRun>(other_distance).in_balls(),
      .counterexample = {.t = 0.0625, .a = 0.5, .rho = 2}};
}

}  // namespace

Lines<PowerInstance> lines() { return {.planted = planted(), .separating = {{3, 2, 0.5625, 1.0625}}}; }
Lines<FlatInstance> flat_lines() { return {.errata = {any_distance()}}; }

Form<PowerInstance> conclusion() { return form<Run>("as printed", inequality); }
Form<PowerInstance> attained() { return form<Run>("attained", equality); }

std::string TwoPowersInstance::describe() const {
  return fmt::format("|t|^{} and |t|^{}, g = {}^{}", p, larger_p, s, p * larger_p);
}
Form<TwoPowersInstance> smaller_is_faster() { return form<TimesRun>("faster", faster); }

std::string ArrivalsInstance::describe() const {
  return fmt::format("|t|^({}/{}) and |t|^({}/{}), from {}^{}", p, q, larger_p, q, s, q);
}
bool arrive_from_near(const ArrivalsInstance& i) {
  return i.q < i.p && i.p < i.larger_p && i.larger_p < 2 * i.q && 0 < i.s && i.s <= 1;
}
Form<ArrivalsInstance> smaller_arrives_first() { return form<ArrivalRun>("arrives first", earlier); }

std::string FlatInstance::describe() const { return fmt::format("t = {}, a = {}, ρ = {}", t, a, rho); }
Form<FlatInstance> flat_function() { return form<FlatRun>("flat function", flat).in_balls(); }

}  // namespace verigrad::lojasiewicz_exponents
