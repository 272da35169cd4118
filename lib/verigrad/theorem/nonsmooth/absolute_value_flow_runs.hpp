// What the forms of Lemma 5.6.7 speak of: the weak solution against a test function, and the two schemes.
#pragma once

#include <cmath>

#include "verigrad/algorithm/sign_descent.hpp"
#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

namespace verigrad::absolute_value_flow {

inline bool stops_in_time(const TestedFlow& i) { return std::abs(i.w0) <= i.T; }

/// (5.43) over T: sign(w₀)(|w₀| − t)₊.
template <class T>
T weak_solution(const T& w0, const T& t) {
  return soft_threshold<T>(w0, t);
}

template <class T>
struct Run {
  using Instance = TestedFlow;
  explicit Run(const TestedFlow& i)
      : w0(exact<T>(i.w0)),
        y(exact<T>(i.y)),
        side(i.w0 > 0   ? 1
             : i.w0 < 0 ? -1
                        : 0),
        stop(magnitude<T>(w0)),
        end(exact<T>(i.T)),
        last(stops_in_time(i) ? stop : end),
        p(exact<T>(i.p)),
        q(exact<T>(i.q)),
        sign(i.negative ? -1 : 1) {}

  T phi(const T& t) const { return sign * square(root(t)); }
  T phi_prime(const T& t) const { return sign * T(2) * root(t) * (q * (end - t) - p - q * t); }
  T root(const T& t) const { return (end - t) * (p + q * t); }
  /// w₀ − sign(w₀)t.
  T moving(const T& t) const { return w0 - side * t; }

  /// ∫ [|w − y|²/2 φ′ + (|y| − |w|)φ] dt for a solution w(t) that does not change sign between from and to.
  template <class W>
  T part(const W& w, const T& from, const T& to) const {
    return kinetic(w, from, to) + potential(w, from, to);
  }
  template <class W>
  T kinetic(const W& w, const T& from, const T& to) const {
    return polynomial_integral<T>([&](const T& t) { return frac<T>(1, 2) * square(T(w(t) - y)) * phi_prime(t); }, from,
                                  to);
  }
  template <class W>
  T potential(const W& w, const T& from, const T& to) const {
    return polynomial_integral<T>([&](const T& t) { return (magnitude<T>(y) - magnitude<T>(T(w(t)))) * phi(t); }, from,
                                  to);
  }
  T mass(const T& from, const T& to) const {
    return polynomial_integral<T>([&](const T& t) { return phi(t); }, from, to);
  }
  T first() const {
    return part([this](const T& t) { return moving(t); }, T(0), last);
  }
  T second() const {
    return part([](const T&) { return T(0); }, last, end);
  }
  T initial() const { return frac<T>(1, 2) * square(T(w0 - y)) * phi(T(0)); }

  T w0, y, side, stop, end;
  T last;  ///< min(|w₀|, T)
  T p, q, sign;
};

template <class T>
struct SchemeRun {
  using Instance = Scheme;
  explicit SchemeRun(const Scheme& i)
      : n(i.n), w0(exact<T>(i.w0)), dt(exact<T>(i.dt)), at_kink(exact<T>(i.at_kink)), on_the_way(0) {
    by_explicit = by_implicit = exact_values = {w0};
    for (int k = 1; k <= n; ++k) {
      by_explicit.push_back(explicit_sign_step<T>(by_explicit.back(), dt, at_kink));
      by_implicit.push_back(implicit_sign_step<T>(by_implicit.back(), dt));
      exact_values.push_back(weak_solution<T>(w0, T(T(k) * dt)));
    }
    while (on_the_way < n && (on_the_way + 1) * i.dt <= std::abs(i.w0)) ++on_the_way;
  }
  T error(int k) const { return magnitude<T>(T(by_explicit[std::size_t(k)] - exact_values[std::size_t(k)])); }

  int n;
  T w0, dt, at_kink;
  int on_the_way;  ///< the last k ≤ n with kΔt ≤ |w₀|
  std::vector<T> by_explicit, by_implicit, exact_values;
};

}  // namespace verigrad::absolute_value_flow
