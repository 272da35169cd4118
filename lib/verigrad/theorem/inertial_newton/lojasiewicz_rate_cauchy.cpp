#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::lojasiewicz_rate {
namespace {

/// Simpson's rule on [0, h], exact for polynomials of degree 3.
template <class Function>
Number integral(const Function& f, const Number& h) {
  return h / 6 * (f(0) + 4 * f(h / 2) + f(h));
}

/// X′ = z², z(τ) = p + qτ in the complex plane, so that ‖X′‖ = |z|² is a polynomial, too.
struct CubicRun {
  explicit CubicRun(const Unknowns& u)
      : p1(u.real("p₁")), p2(u.real("p₂")), q1(u.real("q₁")), q2(u.real("q₂")), h(u.positive("t − s")) {}
  Number first(const Number& tau) const { return square(p1 + q1 * tau) - square(p2 + q2 * tau); }
  Number second(const Number& tau) const { return 2 * (p1 + q1 * tau) * (p2 + q2 * tau); }
  Number speed(const Number& tau) const { return square(p1 + q1 * tau) + square(p2 + q2 * tau); }
  Number squared_chord() const {
    return square(integral([&](const Number& tau) { return first(tau); }, h)) +
           square(integral([&](const Number& tau) { return second(tau); }, h));
  }
  Number length() const {
    return integral([&](const Number& tau) { return speed(tau); }, h);
  }
  Number p1, p2, q1, q2, h;
};
void line_25(const CubicRun& c, Claims& claims) {
  claims.equal("‖X′‖ at the end", square(c.speed(c.h)), square(c.first(c.h)) + square(c.second(c.h)));
  const Number gap = square(square(c.h)) / 3 * square(c.p1 * c.q2 - c.p2 * c.q1);
  claims.equal("(∫‖X′‖)² − ‖X(t) − X(s)‖² = a square", square(c.length()) - c.squared_chord(), gap);
  claims.at_most("0 ≤ the square", 0, gap);
}
void longer_chord(const CubicRun& c, Claims& claims) {
  claims.at_most("∫‖X′‖ ≤ ‖X(t) − X(s)‖", square(c.length()), c.squared_chord());
}

/// G = N^n at X = A + τB, N = ‖X‖² + e.
struct LineRun {
  explicit LineRun(const Unknowns& u) : A(u.vector("A")), B(u.vector("B")), e(u.positive("e")) {}
  Number N(int tau) const { return squared_norm(A + tau * B) + e; }
  /// d/dτ N^k at 0 for k = 1, 2: by differences that are exact for polynomials of degree 4.
  Number derivative(int k) const {
    const auto f = [&](int tau) { return power<Number>(N(tau), k); };
    return (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / 12;
  }
  /// ⟨X′, ∇G⟩.
  Number along(int n) const { return Number(2 * n) * power<Number>(N(0), n - 1) * dot(A, B); }
  Vector<Number> A, B;
  Number e;
};
/// d/dτ G^{k/n} = (k/n) G^{k/n − 1 + shift/n}⟨X′, ∇G⟩, true for shift 0.
void power_rule(std::string_view name, const LineRun& l, int k, int n, int shift, Claims& claims) {
  claims.equal(name, l.derivative(k), k / Number(n) * power<Number>(l.N(0), k - n + shift) * l.along(n), std::abs(n));
}
void line_26(const LineRun& l, Claims& claims) {
  for (const int n : {2, 3, 4})
    for (const int k : {1, 2})
      if (k < n) power_rule("d/dτ G^{1−a} = (1 − a)G^{−a}⟨X′, ∇G⟩, 1 − a = k/n", l, k, n, 0, claims);
  for (const int n : {1, 2}) claims.equal("(2.27): dG/dτ = ⟨X′, ∇G⟩", l.derivative(n), l.along(n), n);
}
/// G = N^−n, so that 1 − 2a = −k/n < 0.
void line_24_equality(const LineRun& l, Claims& claims) {
  for (const int n : {2, 3, 4})
    for (const int k : {1, 2})
      if (k < n) power_rule("1/(1 − 2a) d/dt G^{1−2a} = G^{−2a}dG/dt, 1 − 2a = −k/n", l, k, -n, 0, claims);
}

constexpr int pieces = 3;
/// What is constant on each of three pieces of [s, t].
struct PiecesRun {
  explicit PiecesRun(const Unknowns& u)
      : c1(u.positive("c₁")),
        c2(u.positive("c₂")),
        rho(u.positive("ρ")),
        least(u.nonnegative("min‖∂G‖")),
        way(0),
        drop_by_speed(0),
        gap_by_speed(0),
        time(0),
        drop_by_gradient(0),
        gap_by_gradient(0) {
    for (int i = 0; i < pieces; ++i) {
      const auto on_piece = [i](const char* what) { return fmt::format("{} on piece {}", what, i + 1); };
      const Number h = u.positive(on_piece("h")), speed = u.nonnegative(on_piece("‖X′‖"));
      const Number slack = u.nonnegative(on_piece("slack of (2.30)"));
      const Number more = u.nonnegative(on_piece("‖∂G‖ − min‖∂G‖")), rest = u.nonnegative(on_piece("slack of (i)"));
      way += h * speed;
      drop_by_speed += h * (c1 * c2 / rho * speed + slack);
      gap_by_speed += rho / (c1 * c2) * h * slack;
      time += h;
      drop_by_gradient += h * (c1 * square(least + more) + rest);
      gap_by_gradient += h * (c1 * more * (2 * least + more) + rest);
    }
  }
  Number c1, c2, rho, least;
  Number way;                                ///< ∫‖X′‖
  Number drop_by_speed, gap_by_speed;        ///< of G^{1−a}, by (2.30)
  Number time;                               ///< t − s
  Number drop_by_gradient, gap_by_gradient;  ///< of G, by (i)
};
void line_31(const PiecesRun& p, Claims& claims) {
  claims.equal("ρ/(c₁c₂) (G(X(s))^{1−a} − G(X(t))^{1−a}) − ∫‖X′‖", p.rho / (p.c1 * p.c2) * p.drop_by_speed - p.way,
               p.gap_by_speed);
  claims.at_most("0 ≤ the difference", 0, p.gap_by_speed);
}
void least_of_pieces(const PiecesRun& p, Claims& claims) {
  claims.equal("G(X(s)) − G(X(t)) − c₁(t − s) min‖∂G‖²", p.drop_by_gradient - p.c1 * p.time * square(p.least),
               p.gap_by_gradient);
  claims.at_most("0 ≤ the difference", 0, p.gap_by_gradient);
}
/// A planted mistake: left(pieces) ≤ right(pieces).
template <class Left, class Right>
Form<Unknowns> piecewise(const char* key, Left left, Right right) {
  return form<PiecesRun, Unknowns>(
      key, [=](const PiecesRun& p, Claims& claims) { claims.at_most("planted", left(p), right(p)); });
}

/// (i) and (ii) alone.
struct AssumedRun {
  explicit AssumedRun(const Unknowns& u)
      : c1(u.positive("c₁")),
        c2(u.positive("c₂")),
        speed(u.nonnegative("‖X′‖")),
        slack(u.nonnegative("slack of (i)")),
        rest(u.nonnegative("slack of (ii)")),
        gradient(c2 * speed + rest),
        rate(-c1 * square(gradient) - slack) {}
  Number c1, c2, speed, slack, rest, gradient, rate;
};
void stays(const AssumedRun& s, Claims& claims) {
  const Number gap = s.c1 * s.rest * (2 * s.c2 * s.speed + s.rest) + s.slack;
  claims.equal("−dG/dt − c₁c₂²‖X′‖²", -s.rate - s.c1 * square(s.c2) * square(s.speed), gap);
  claims.at_most("0 ≤ the difference", 0, gap);
}
void stays_with_c2(const AssumedRun& s, Claims& claims) {
  claims.at_most("c₁c₂‖X′‖² ≤ −dG/dt", s.c1 * s.c2 * square(s.speed), -s.rate);
}

/// G = g^p; a = 1 − q/p, m = p − 2q. Each of (2.24), (2.31) and G ≤ G₀e^{−κt}, e^{κt} = E^p, with its own slack.
struct PowersRun {
  explicit PowersRun(const Unknowns& u)
      : g(u.positive("G^{1/p}")),
        ratio(u.positive("ρ/(c₁c₂)")),
        E(u.positive("e^{κt/p}")),
        way(u.nonnegative("slack of (2.31)")),
        value(u.positive("slack of the rate of G")) {}
  /// ‖X(t) − X̄‖, or ‖X(t) − X(s)‖ for any s > t, ≤ ρ/(c₁c₂) G^{1−a}.
  Number distance(int q) const { return ratio * power<Number>(g, q) / (1 + way); }
  /// (2a − 1)κt < G^{1−2a}.
  Number growth(int m) const { return 1 / (power<Number>(g, m) * (1 + value)); }
  /// (1 + slack)^n − 1.
  Number more(const Number& slack, int n) const {
    Number sum(0);
    for (int k = 0; k < n; ++k) sum += slack * power<Number>(1 + slack, k);
    return sum;
  }
  Number more(int m, int q) const {
    const Number first = more(way, m), second = more(value, q);
    return first + second + first * second;
  }
  Number g, ratio, E, way, value;
};
constexpr std::array<std::pair<int, int>, 7> exponents{{{1, 1}, {2, 1}, {3, 1}, {1, 2}, {3, 2}, {1, 3}, {2, 3}}};
void rate_of_X(const PowersRun& s, Claims& claims) {
  for (const auto& [m, q] : exponents) {
    const Number left = power<Number>(s.distance(q), m) * power<Number>(s.growth(m), q);
    const Number gap = left * s.more(m, q);
    claims.equal("(ρ/(c₁c₂))^m − ‖X − X̄‖^m ((2a − 1)κt)^q, q/m = (1 − a)/(2a − 1)", power<Number>(s.ratio, m) - left,
                 gap, m);
    claims.less("0 < the difference", 0, gap, m);
  }
}
void linear_rate_of_X(const PowersRun& s, Claims& claims) {
  for (const int q : {1, 2, 3}) {
    const Number start = s.g * s.E * (1 + s.value);
    const Number left = s.distance(q) * power<Number>(s.E, q);
    const Number gap = left * s.more(1, q);
    claims.equal("ρ/(c₁c₂) G₀^{1−a} − ‖X − X̄‖e^{(1−a)κt}", s.ratio * power<Number>(start, q) - left, gap, q);
    claims.less("0 < the difference", 0, gap, q);
  }
}
void inverse_exponent(const PowersRun& s, Claims& claims) {
  claims.less("‖X − X̄‖^q ((2a − 1)κt)^m < (ρ/(c₁c₂))^q, m = 2, q = 1", s.distance(1) * power<Number>(s.growth(2), 2),
              s.ratio);
}

/// 1/2 < a = (k + 2)/(2k + 2) < 1.
struct ExponentRun {
  explicit ExponentRun(const Unknowns& u) : k(u.positive("k")), a((k + 2) / (2 * k + 2)), d(1 / (k + 1)) {}
  Number k, a, d;
};
void below_minus_one(const ExponentRun& e, Claims& claims) {
  claims.equal("2a − 1", 2 * e.a - 1, e.d);
  claims.equal("1 − a = k/(2k + 2)", 1 - e.a, e.k * e.d / 2);
  claims.equal("−1 − 1/(1 − 2a) = k", 1 / e.d - 1, e.k);
  claims.less("0 < k", 0, e.k);
}

Forms<Unknowns> planted_steps() {
  return {form<CubicRun, Unknowns>("(2.25) with ≥", longer_chord),
          form<LineRun, Unknowns>("(2.26) with G^{1−a} for G^{−a}",
                                  [](const LineRun& l, Claims& claims) { power_rule("planted", l, 1, 3, 1, claims); }),
          form<LineRun, Unknowns>("(2.24) with 2a − 1 for 1 − 2a",
                                  [](const LineRun& l, Claims& claims) {
                                    claims.equal("planted", l.derivative(1),
                                                 frac(1, 2) * l.along(-2) * power<Number>(l.N(0), 3));
                                  }),
          piecewise(
              "(2.31) with c₁c₂/ρ", [](const auto& p) { return p.way; },
              [](const auto& p) { return p.c1 * p.c2 / p.rho * p.drop_by_speed; }),
          piecewise(
              "(2.31) without c₂", [](const auto& p) { return p.way; },
              [](const auto& p) { return p.rho / p.c1 * p.drop_by_speed; }),
          piecewise(
              "least gradient with 4‖∂G‖", [](const PiecesRun& p) { return p.c1 * p.time * square(4 * p.least); },
              [](const auto& p) { return p.drop_by_gradient; }),
          piecewise(
              "least gradient with 1/c₁", [](const auto& p) { return p.time * square(p.least); },
              [](const auto& p) { return p.c1 * p.drop_by_gradient; }),
          form<AssumedRun, Unknowns>("X(s) ∈ I with c₂ for c₂²", stays_with_c2),
          form<PowersRun, Unknowns>("rate of X with (2a − 1)/(1 − a)", inverse_exponent)};
}

}  // namespace

Lines<Unknowns> chain_rule_lines() {
  return {.steps = {{"1/(1 − 2a) < −1", "for 1/2 < a < 1; and O(1/t) in both cases",
                     form<ExponentRun, Unknowns>(below_minus_one)},
                    {"(2.25)", "‖X(t) − X(s)‖ ≤ ∫‖X′‖: for every cubic in the plane whose speed is a polynomial",
                     form<CubicRun, Unknowns>(line_25)},
                    {"(2.26)", "d/dτ G^{1−a} = (1 − a)G^{−a}⟨X′, ∂G⟩, and (2.27)", form<LineRun, Unknowns>(line_26)}}};
}
Lines<Unknowns> trajectory_lines() {
  return {
      .steps = {{"(2.31)", "∫‖X′‖ ≤ ρ/(c₁c₂) (G(X(s))^{1−a} − G(X(t))^{1−a})", form<PiecesRun, Unknowns>(line_31)},
                {"rate of X, a > 1/2", "(2.24) and (2.31) give ‖X − X̄‖, and so the Cauchy criterion",
                 form<PowersRun, Unknowns>(rate_of_X)},
                {"rate of X, a ≤ 1/2", "so do the linear rate and (2.31)", form<PowersRun, Unknowns>(linear_rate_of_X)},
                {"least gradient", "c₁(t − s) min‖∂G‖² ≤ G(X(s)) − G(X(t))",
                 form<PiecesRun, Unknowns>(least_of_pieces)},
                {"X(s) ∈ I", "c₁c₂²‖X′‖² ≤ −dG/dt", form<AssumedRun, Unknowns>(stays)}},
      .planted = planted_steps()};
}
Form<Unknowns> equality_in_24() { return form<LineRun, Unknowns>("(2.24), equality", line_24_equality); }

}  // namespace verigrad::lojasiewicz_rate
