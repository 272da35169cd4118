// What the forms of Lemma 5.6.7 speak of: the weak solution against a test function, and the two schemes.
#pragma once

#include <cmath>

#include "verigrad/algorithm/sign_descent.hpp"
#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

namespace verigrad::absolute_value_flow {

/// Whether the flow comes to rest by the time T.
inline bool stops_in_time(const FlowInstance& i) { return std::abs(i.w0) <= i.T; }

/// The sign of w₀.
inline int side_of(double w0) { return w0 > 0 ? 1 : w0 < 0 ? -1 : 0; }

/// The weak solution of W′ ∈ −∂|W| up to T, and a test function φ.
struct Run {
  using Instance = FlowInstance;
  static constexpr auto at_rest = [](const Number&) { return Number(0); };

  explicit Run(const FlowInstance& i)
      : w0(exact(i.w0)),
        y(exact(i.y)),
        side(side_of(i.w0)),
        stop(magnitude(w0)),
        end(exact(i.T)),
        last(stops_in_time(i) ? stop : end),
        p(exact(i.p)),
        q(exact(i.q)),
        sign(i.negative ? -1 : 1) {}

  Number phi(const Number& t) const { return sign * square(root(t)); }
  Number phi_prime(const Number& t) const { return sign * 2 * root(t) * (q * (end - t) - p - q * t); }
  Number root(const Number& t) const { return (end - t) * (p + q * t); }
  /// w₀ − sign(w₀)t.
  Number moving(const Number& t) const { return w0 - side * t; }

  /// ∫ [|w − y|²/2 φ′ + (|y| − |w|)φ] dt for a solution w(t) that does not change sign between from and to.
  template <class W>
  Number part(const W& w, const Number& from, const Number& to) const {
    return kinetic(w, from, to) + potential(w, from, to);
  }
  /// ∫ |w − y|²/2 φ′ dt.
  template <class W>
  Number kinetic(const W& w, const Number& from, const Number& to) const {
    return polynomial_integral<Number>([&](const Number& t) { return frac(1, 2) * square(w(t) - y) * phi_prime(t); },
                                       from, to);
  }
  /// ∫ (|y| − |w|)φ dt.
  template <class W>
  Number potential(const W& w, const Number& from, const Number& to) const {
    return polynomial_integral<Number>([&](const Number& t) { return (magnitude(y) - magnitude(w(t))) * phi(t); }, from,
                                       to);
  }
  /// ∫ φ dt.
  Number mass(const Number& from, const Number& to) const {
    return polynomial_integral<Number>([&](const Number& t) { return phi(t); }, from, to);
  }
  /// Over all times, of the weak solution.
  Number kinetic() const {
    return kinetic([this](const Number& t) { return moving(t); }, 0, last) + kinetic(at_rest, last, end);
  }
  /// ∫ (|y| − |w|)φ dt over all times.
  Number potential() const {
    return potential([this](const Number& t) { return moving(t); }, 0, last) + potential(at_rest, last, end);
  }
  /// Up to the time `last`.
  Number first() const {
    return part([this](const Number& t) { return moving(t); }, 0, last);
  }
  Number second() const { return part(at_rest, last, end); }
  Number initial() const { return frac(1, 2) * square(w0 - y) * phi(0); }

  Number w0, y, side, stop, end;
  Number last;  ///< min(|w₀|, T)
  Number p, q, sign;
};

/// n steps of the explicit and of the implicit scheme beside the exact solution.
struct SchemeRun {
  using Instance = SchemeInstance;
  explicit SchemeRun(const SchemeInstance& i)
      : n(i.n), w0(exact(i.w0)), dt(exact(i.dt)), at_kink(exact(i.at_kink)), on_the_way(0) {
    by_explicit = by_implicit = exact_values = {w0};
    for (int k = 1; k <= n; ++k) {
      by_explicit.push_back(explicit_sign_step<Number>(by_explicit.back(), dt, at_kink));
      by_implicit.push_back(implicit_sign_step<Number>(by_implicit.back(), dt));
      exact_values.push_back(side_of(i.w0) * larger<Number>(magnitude(w0) - k * dt, 0));
    }
    while (on_the_way < n && (on_the_way + 1) * i.dt <= std::abs(i.w0)) ++on_the_way;
  }
  Number error(int k) const { return magnitude(by_explicit[std::size_t(k)] - exact_values[std::size_t(k)]); }

  int n;
  Number w0, dt, at_kink;
  int on_the_way;  ///< the last k ≤ n with kΔt ≤ |w₀|
  std::vector<Number> by_explicit, by_implicit;
  std::vector<Number> exact_values;  ///< (5.43): sign(w₀)(|w₀| − t)₊
};

}  // namespace verigrad::absolute_value_flow
