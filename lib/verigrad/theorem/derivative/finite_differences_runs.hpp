// What the forms of section 14.3.1 speak of: difference quotients over exact numbers, and those of a polynomial in
// double.
#pragma once

#include <cmath>

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/autodiff/forward_differences.hpp"
#include "verigrad/theorem/derivative/finite_differences.hpp"

namespace verigrad::finite_differences {

/// a₀ + a₁z + … by Horner's rule.
template <class V, class T>
V horner(const Vector<T>& a, const V& z) {
  V result(a[a.size() - 1]);
  for (Eigen::Index j = a.size() - 1; j-- > 0;) result = result * z + V(a[j]);
  return result;
}

/// The forward difference quotients q of an objective at x, with their errors.
struct Run {
  using Instance = DifferenceInstance;
  explicit Run(const DifferenceInstance& instance)
      : L(exact(instance.L())), epsilon(exact(instance.epsilon)), x(exact(instance.x)), f(instance.f->over<Number>()) {
    const auto counted = [&](const Vector<Number>& at) {
      ++evaluations;
      return f.value(at);
    };
    q = forward_differences(counted, x, epsilon);
    gradient = f.gradient(x);
    error = q - gradient;
    bound = magnitude(epsilon) * L / 2;
  }
  int p() const { return int(x.size()); }
  Number L, epsilon, bound;
  Vector<Number> x, q, gradient, error;
  const ObjectiveOver<Number>& f;
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
inline Number taylor_coefficient(const Vector<Number>& a, const Number& x, int j) {
  Number sum(0), binomial(1);
  for (int i = j; i < int(a.size()); ++i) {
    sum += binomial * a[i] * power(x, i - j);
    binomial = binomial * Number(i + 1) / Number(i + 1 - j);
  }
  return sum;
}

/// The polynomial in exact arithmetic, and what double made of it.
struct PolynomialRun {
  using Instance = PolynomialInstance;
  explicit PolynomialRun(const PolynomialInstance& instance)
      : a(exact(instance.a)),
        x(exact(instance.x)),
        epsilon(exact(std::ldexp(1.0, -instance.k))),
        u(exact(std::ldexp(1.0, -53))),
        rounded(exact(in_double(instance))),
        d(instance.degree()),
        best(exact(std::ldexp(1.0, -best_exponent(instance)))) {
    const Number R = magnitude(x) + frac(1, 2);
    M1 = derivative_bound(a, R, 1);
    M2 = derivative_bound(a, R, 2);
    const Number n = Number(2 * d) * u;
    E = n / (1 - n) * derivative_bound(a, R, 0);
    E_best = E + u * R * M1 / 2;
    slope = horner(a, Dual<Number>::variable(x, 0, 1)).tangent();
  }
  /// (f(x + h) − f(x))/h.
  Number quotient(const Number& h) const {
    const auto f = [&](const Vector<Number>& at) { return horner(a, at[0]); };
    return forward_differences(f, Vector<Number>(Vector<Number>::Constant(1, x)), h)[0];
  }
  Number truncation_part() const { return epsilon * M2 / 2; }
  Number rounding_part() const { return (1 + u) * (2 * E + u * (magnitude(x) + epsilon) * M1) / epsilon; }

  Vector<Number> a;
  Number x, epsilon, u, rounded;
  int d;
  Number best;  ///< the best ε
  Number M1, M2, E, E_best, slope;
};

}  // namespace verigrad::finite_differences
