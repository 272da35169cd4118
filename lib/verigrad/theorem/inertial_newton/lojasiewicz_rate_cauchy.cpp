#include <array>
#include <cstdlib>

#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::lojasiewicz_rate {
namespace {

/// Simpson's rule on [0, h], exact for polynomials of degree 3.
template <class T, class Function>
T integral(const Function& f, const T& h) {
  return h / T(6) * (f(T(0)) + T(4) * f(T(h / T(2))) + f(h));
}

/// X′ = z², z(τ) = p + qτ in the complex plane, so that ‖X′‖ = |z|² is a polynomial, too.
template <class T>
struct Cubic {
  explicit Cubic(Unknowns<T>& u)
      : p1(u.real("p₁")), p2(u.real("p₂")), q1(u.real("q₁")), q2(u.real("q₂")), h(u.positive("t − s")) {}
  T first(const T& tau) const { return square(T(p1 + q1 * tau)) - square(T(p2 + q2 * tau)); }
  T second(const T& tau) const { return T(2) * (p1 + q1 * tau) * (p2 + q2 * tau); }
  T speed(const T& tau) const { return square(T(p1 + q1 * tau)) + square(T(p2 + q2 * tau)); }
  T squared_chord() const {
    return square(integral<T>([&](const T& tau) { return first(tau); }, h)) +
           square(integral<T>([&](const T& tau) { return second(tau); }, h));
  }
  T length() const {
    return integral<T>([&](const T& tau) { return speed(tau); }, h);
  }
  T p1, p2, q1, q2, h;
};
constexpr auto line_25 = []<class T>(const Cubic<T>& c, Claims<T>& claims) {
  claims.equal("‖X′‖ at the end", square(c.speed(c.h)), square(c.first(c.h)) + square(c.second(c.h)));
  const T gap = square(square(c.h)) / T(3) * square(T(c.p1 * c.q2 - c.p2 * c.q1));
  claims.equal("(∫‖X′‖)² − ‖X(t) − X(s)‖² = a square", square(c.length()) - c.squared_chord(), gap);
  claims.at_most("0 ≤ the square", T(0), gap);
};
constexpr auto longer_chord = []<class T>(const Cubic<T>& c, Claims<T>& claims) {
  claims.at_most("∫‖X′‖ ≤ ‖X(t) − X(s)‖", square(c.length()), c.squared_chord());
};

/// G = N^n at X = A + τB, N = ‖X‖² + e.
template <class T>
struct Line {
  explicit Line(Unknowns<T>& u) : A(u.vector("A")), B(u.vector("B")), e(u.positive("e")) {}
  T N(int tau) const { return squared_norm<T>(A + T(tau) * B) + e; }
  /// d/dτ N^k at 0 for k = 1, 2: by differences that are exact for polynomials of degree 4.
  T derivative(int k) const {
    const auto f = [&](int tau) { return power<T>(N(tau), k); };
    return (T(8) * (f(1) - f(-1)) - (f(2) - f(-2))) / T(12);
  }
  /// ⟨X′, ∇G⟩.
  T along(int n) const { return T(2 * n) * power<T>(N(0), n - 1) * dot<T>(A, B); }
  Vector<T> A, B;
  T e;
};
/// d/dτ G^{k/n} = (k/n) G^{k/n − 1}⟨X′, ∇G⟩; with `shift`, the planted exponent k/n − 1 + shift/n.
template <class T>
void power_rule(const Line<T>& l, Claims<T>& claims, std::string_view name, int k, int n, int shift = 0) {
  claims.equal(name, l.derivative(k), T(k) / T(n) * power<T>(l.N(0), k - n + shift) * l.along(n), std::abs(n));
}
constexpr auto line_26 = []<class T>(const Line<T>& l, Claims<T>& claims) {
  for (const int n : {2, 3, 4})
    for (const int k : {1, 2})
      if (k < n) power_rule(l, claims, "d/dτ G^{1−a} = (1 − a)G^{−a}⟨X′, ∇G⟩, 1 − a = k/n", k, n);
  for (const int n : {1, 2}) claims.equal("(2.27): dG/dτ = ⟨X′, ∇G⟩", l.derivative(n), l.along(n), n);
};
/// G = N^−n, so that 1 − 2a = −k/n < 0.
constexpr auto line_24_equality = []<class T>(const Line<T>& l, Claims<T>& claims) {
  for (const int n : {2, 3, 4})
    for (const int k : {1, 2})
      if (k < n) power_rule(l, claims, "1/(1 − 2a) d/dt G^{1−2a} = G^{−2a}dG/dt, 1 − 2a = −k/n", k, -n);
};

constexpr int pieces = 3;
/// What is constant on each of three pieces of [s, t].
template <class T>
struct Pieces {
  explicit Pieces(Unknowns<T>& u)
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
      const T h = u.positive("h"), speed = u.nonnegative("‖X′‖"), slack = u.nonnegative("slack of (2.30)");
      const T more = u.nonnegative("‖∂G‖ − min‖∂G‖"), rest = u.nonnegative("slack of (i)");
      way += h * speed;
      drop_by_speed += h * (c1 * c2 / rho * speed + slack);
      gap_by_speed += rho / (c1 * c2) * h * slack;
      time += h;
      drop_by_gradient += h * (c1 * square(T(least + more)) + rest);
      gap_by_gradient += h * (c1 * more * (T(2) * least + more) + rest);
    }
  }
  T c1, c2, rho, least;
  T way;                                ///< ∫‖X′‖
  T drop_by_speed, gap_by_speed;        ///< of G^{1−a}, by (2.30)
  T time;                               ///< t − s
  T drop_by_gradient, gap_by_gradient;  ///< of G, by (i)
};
constexpr auto line_31 = []<class T>(const Pieces<T>& p, Claims<T>& claims) {
  claims.equal("ρ/(c₁c₂) (G(X(s))^{1−a} − G(X(t))^{1−a}) − ∫‖X′‖", p.rho / (p.c1 * p.c2) * p.drop_by_speed - p.way,
               p.gap_by_speed);
  claims.at_most("0 ≤ the difference", T(0), p.gap_by_speed);
};
constexpr auto least_of_pieces = []<class T>(const Pieces<T>& p, Claims<T>& claims) {
  claims.equal("G(X(s)) − G(X(t)) − c₁(t − s) min‖∂G‖²", p.drop_by_gradient - p.c1 * p.time * square(p.least),
               p.gap_by_gradient);
  claims.at_most("0 ≤ the difference", T(0), p.gap_by_gradient);
};
/// A planted mistake: left(pieces) ≤ right(pieces).
template <class Left, class Right>
GeneralForm piecewise(const char* key, Left left, Right right) {
  return general_form<Pieces>(
      key, [=]<class T>(const Pieces<T>& p, Claims<T>& claims) { claims.at_most("planted", T(left(p)), T(right(p))); });
}

/// (i) and (ii) alone.
template <class T>
struct Assumed {
  explicit Assumed(Unknowns<T>& u)
      : c1(u.positive("c₁")),
        c2(u.positive("c₂")),
        speed(u.nonnegative("‖X′‖")),
        slack(u.nonnegative("slack of (i)")),
        rest(u.nonnegative("slack of (ii)")),
        gradient(c2 * speed + rest),
        rate(-c1 * square(gradient) - slack) {}
  T c1, c2, speed, slack, rest, gradient, rate;
};
constexpr auto stays = []<class T>(const Assumed<T>& s, Claims<T>& claims) {
  const T gap = s.c1 * s.rest * (T(2) * s.c2 * s.speed + s.rest) + s.slack;
  claims.equal("−dG/dt − c₁c₂²‖X′‖²", -s.rate - s.c1 * square(s.c2) * square(s.speed), gap);
  claims.at_most("0 ≤ the difference", T(0), gap);
};
constexpr auto stays_with_c2 = []<class T>(const Assumed<T>& s, Claims<T>& claims) {
  claims.at_most("c₁c₂‖X′‖² ≤ −dG/dt", s.c1 * s.c2 * square(s.speed), -s.rate);
};

/// G = g^p; a = 1 − q/p, m = p − 2q. Each of (2.24), (2.31) and G ≤ G₀e^{−κt}, e^{κt} = E^p, with its own slack.
template <class T>
struct Powers {
  explicit Powers(Unknowns<T>& u)
      : g(u.positive("G^{1/p}")),
        ratio(u.positive("ρ/(c₁c₂)")),
        E(u.positive("e^{κt/p}")),
        way(u.nonnegative("slack of (2.31)")),
        value(u.positive("slack of the rate of G")) {}
  /// ‖X(t) − X̄‖, or ‖X(t) − X(s)‖ for any s > t, ≤ ρ/(c₁c₂) G^{1−a}.
  T distance(int q) const { return ratio * power<T>(g, q) / (T(1) + way); }
  /// (2a − 1)κt < G^{1−2a}.
  T growth(int m) const { return T(1) / (power<T>(g, m) * (T(1) + value)); }
  /// (1 + slack)^n − 1.
  T more(const T& slack, int n) const {
    T sum(0);
    for (int k = 0; k < n; ++k) sum += slack * power<T>(T(1) + slack, k);
    return sum;
  }
  T more(int m, int q) const {
    const T first = more(way, m), second = more(value, q);
    return first + second + first * second;
  }
  T g, ratio, E, way, value;
};
constexpr std::array<std::pair<int, int>, 7> exponents{{{1, 1}, {2, 1}, {3, 1}, {1, 2}, {3, 2}, {1, 3}, {2, 3}}};
constexpr auto rate_of_X = []<class T>(const Powers<T>& s, Claims<T>& claims) {
  for (const auto& [m, q] : exponents) {
    const T left = power<T>(s.distance(q), m) * power<T>(s.growth(m), q);
    const T gap = left * s.more(m, q);
    claims.equal("(ρ/(c₁c₂))^m − ‖X − X̄‖^m ((2a − 1)κt)^q, q/m = (1 − a)/(2a − 1)", power<T>(s.ratio, m) - left, gap,
                 m);
    claims.less("0 < the difference", T(0), gap, m);
  }
};
constexpr auto linear_rate_of_X = []<class T>(const Powers<T>& s, Claims<T>& claims) {
  for (const int q : {1, 2, 3}) {
    const T start = s.g * s.E * (T(1) + s.value);
    const T left = s.distance(q) * power<T>(s.E, q);
    const T gap = left * s.more(1, q);
    claims.equal("ρ/(c₁c₂) G₀^{1−a} − ‖X − X̄‖e^{(1−a)κt}", s.ratio * power<T>(start, q) - left, gap, q);
    claims.less("0 < the difference", T(0), gap, q);
  }
};
constexpr auto inverse_exponent = []<class T>(const Powers<T>& s, Claims<T>& claims) {
  claims.less("‖X − X̄‖^q ((2a − 1)κt)^m < (ρ/(c₁c₂))^q, m = 2, q = 1", s.distance(1) * power<T>(s.growth(2), 2),
              s.ratio);
};

/// 1/2 < a = (k + 2)/(2k + 2) < 1.
template <class T>
struct Exponent {
  explicit Exponent(Unknowns<T>& u) : k(u.positive("k")), a((k + T(2)) / (T(2) * k + T(2))), d(T(1) / (k + T(1))) {}
  T k, a, d;
};
constexpr auto below_minus_one = []<class T>(const Exponent<T>& e, Claims<T>& claims) {
  claims.equal("2a − 1", T(2) * e.a - T(1), e.d);
  claims.equal("1 − a = k/(2k + 2)", T(1) - e.a, e.k * e.d / T(2));
  claims.equal("−1 − 1/(1 − 2a) = k", T(1) / e.d - T(1), e.k);
  claims.less("0 < k", T(0), e.k);
};

}  // namespace

GeneralForms trajectory_steps() {
  return {general_form<Line>("(2.24), equality", line_24_equality),
          general_form<Exponent>("1/(1 − 2a) < −1", below_minus_one),
          general_form<Cubic>("(2.25)", line_25),
          general_form<Line>("(2.26)", line_26),
          general_form<Pieces>("(2.31)", line_31),
          general_form<Powers>("rate of X, a > 1/2", rate_of_X),
          general_form<Powers>("rate of X, a ≤ 1/2", linear_rate_of_X),
          general_form<Pieces>("least gradient", least_of_pieces),
          general_form<Assumed>("X(s) ∈ I", stays)};
}
GeneralForms trajectory_steps_planted() {
  return {general_form<Cubic>("(2.25) with ≥", longer_chord),
          general_form<Line>(
              "(2.26) with G^{1−a} for G^{−a}",
              []<class T>(const Line<T>& l, Claims<T>& claims) { power_rule(l, claims, "planted", 1, 3, 1); }),
          general_form<Line>("(2.24) with 2a − 1 for 1 − 2a",
                             []<class T>(const Line<T>& l, Claims<T>& claims) {
                               claims.equal("planted", l.derivative(1),
                                            frac<T>(1, 2) * l.along(-2) * power<T>(l.N(0), 3));
                             }),
          piecewise(
              "(2.31) with c₁c₂/ρ", [](const auto& p) { return p.way; },
              [](const auto& p) { return p.c1 * p.c2 / p.rho * p.drop_by_speed; }),
          piecewise(
              "(2.31) without c₂", [](const auto& p) { return p.way; },
              [](const auto& p) { return p.rho / p.c1 * p.drop_by_speed; }),
          piecewise(
              "least gradient with 4‖∂G‖",
              []<class T>(const Pieces<T>& p) { return p.c1 * p.time * square(T(T(4) * p.least)); },
              [](const auto& p) { return p.drop_by_gradient; }),
          piecewise(
              "least gradient with 1/c₁", [](const auto& p) { return p.time * square(p.least); },
              [](const auto& p) { return p.c1 * p.drop_by_gradient; }),
          general_form<Assumed>("X(s) ∈ I with c₂ for c₂²", stays_with_c2),
          general_form<Powers>("rate of X with (2a − 1)/(1 − a)", inverse_exponent)};
}

}  // namespace verigrad::lojasiewicz_rate
