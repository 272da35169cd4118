// What the forms of section 14.3.1 speak of: difference quotients over exact numbers, and those of a polynomial in
// double.
#pragma once

#include <cmath>

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/autodiff/forward_differences.hpp"
#include "verigrad/theorem/derivative/finite_differences.hpp"

namespace verigrad::finite_differences {

template <class V, class T>
V horner(const Vector<T>& a, const V& z) {
  V result(a[a.size() - 1]);
  for (Eigen::Index j = a.size() - 1; j-- > 0;) result = result * z + V(a[j]);
  return result;
}

template <class T>
struct Run {
  using Instance = DifferenceInstance;
  explicit Run(const DifferenceInstance& instance)
      : L(exact<T>(instance.L())),
        epsilon(exact<T>(instance.epsilon)),
        x(exact<T>(instance.x)),
        f(instance.f->over<T>()) {
    const auto counted = [&](const Vector<T>& at) {
      ++evaluations;
      return f.value(at);
    };
    q = forward_differences(counted, x, epsilon);
    gradient = f.gradient(x);
    error = q - gradient;
    bound = magnitude(epsilon) * L / T(2);
  }
  int p() const { return int(x.size()); }
  T L, epsilon, bound;
  Vector<T> x, q, gradient, error;
  const ObjectiveOver<T>& f;
  int evaluations = 0;
};

/// Σ |aⱼ| j(j − 1) … (j − m + 1) Rʲ⁻ᵐ bounds the m-th derivative for |z| ≤ R.
template <class T>
T derivative_bound(const Vector<T>& a, const T& R, int m) {
  T sum(0);
  for (int j = m; j < int(a.size()); ++j) {
    T term = magnitude(a[j]);
    for (int i = 0; i < m; ++i) term *= T(j - i);
    sum += term * power(R, j - m);
  }
  return sum;
}

/// f⁽ʲ⁾(x)/j! = Σᵢ C(i, j) aᵢ xⁱ⁻ʲ.
template <class T>
T taylor_coefficient(const Vector<T>& a, const T& x, int j) {
  T sum(0), binomial(1);
  for (int i = j; i < int(a.size()); ++i) {
    sum += binomial * a[i] * power(x, i - j);
    binomial = binomial * T(i + 1) / T(i + 1 - j);
  }
  return sum;
}

/// The polynomial in exact arithmetic, and what double made of it.
template <class T>
struct PolynomialRun {
  using Instance = PolynomialInstance;
  explicit PolynomialRun(const PolynomialInstance& instance)
      : a(exact<T>(instance.a)),
        x(exact<T>(instance.x)),
        epsilon(exact<T>(std::ldexp(1.0, -instance.k))),
        u(exact<T>(std::ldexp(1.0, -53))),
        rounded(exact<T>(in_double(instance))),
        d(instance.degree()),
        best(exact<T>(std::ldexp(1.0, -best_exponent(instance)))) {
    const T R = magnitude(x) + frac<T>(1, 2);
    M1 = derivative_bound(a, R, 1);
    M2 = derivative_bound(a, R, 2);
    const T n = T(2 * d) * u;
    E = n / (T(1) - n) * derivative_bound(a, R, 0);
    E_best = E + u * R * M1 / T(2);
    slope = horner(a, Dual<T>::variable(x, 0, 1)).tangent();
  }
  /// (f(x + h) − f(x))/h.
  T quotient(const T& h) const {
    const auto f = [&](const Vector<T>& at) { return horner(a, at[0]); };
    return forward_differences(f, Vector<T>(Vector<T>::Constant(1, x)), h)[0];
  }
  T truncation_part() const { return epsilon * M2 / T(2); }
  T rounding_part() const { return (T(1) + u) * (T(2) * E + u * (magnitude(x) + epsilon) * M1) / epsilon; }

  Vector<T> a;
  T x, epsilon, u, rounded;
  int d;
  T best;  ///< the best ε
  T M1, M2, E, E_best, slope;
};

}  // namespace verigrad::finite_differences
