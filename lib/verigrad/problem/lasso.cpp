#include "verigrad/problem/lasso.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

template <class T>
T Lasso::value(const Vector<T>& x) const {
  return frac<T>(1, 2) * squared_norm<T>(product(a, x) - exact<T>(y)) + exact<T>(lambda) * one_norm<T>(x);
}

template <class T>
Vector<T> Lasso::smooth_gradient(const Vector<T>& x) const {
  return product(a.transpose(), product(a, x) - exact<T>(y));
}

std::string Lasso::describe() const {
  return fmt::format("½‖Ax − y‖² + λ‖x‖₁, A = {}, y = {}, λ = {}", in_words(a), in_words(y), lambda);
}

namespace {

bool is_subgradient(double s, double x) { return std::abs(s) <= 1 && (x == 0 || s == (x > 0 ? 1 : -1)); }

void require_subgradients(const Vector<double>& s, const Vector<double>& x_star) {
  for (Eigen::Index i = 0; i < s.size(); ++i)
    if (!is_subgradient(s[i], x_star[i]))
      throw std::invalid_argument(fmt::format(
          "lasso_with_minimiser: s = {} where x* = {}; use the sign of x*, or |s| ≤ 1 where it is 0", s[i], x_star[i]));
}

}  // namespace

SolvedLasso lasso_with_minimiser(const Matrix<double>& b, const Vector<double>& q, const Vector<double>& x_star,
                                 const Vector<double>& s, double lambda) {
  if (b.rows() != q.size() || b.cols() != x_star.size() || s.size() != x_star.size() || !(lambda >= 0))
    throw std::invalid_argument(fmt::format(
        "lasso_with_minimiser: B is {}×{}, q has {}, x* {}, s {} entries, λ = {}; use a q entry a row, an x* and an s "
        "entry a column, λ ≥ 0",
        b.rows(), b.cols(), q.size(), x_star.size(), s.size(), lambda));
  require_subgradients(s, x_star);
  Matrix<double> a(b.rows() + 1, b.cols());
  a << b, (lambda * s - b.transpose() * q).transpose();
  Vector<double> residual(q.size() + 1);
  residual << q, 1;
  return {{a, a * x_star + residual, lambda}, x_star};
}

bool minimises(const Lasso& lasso, const Vector<double>& x) {
  const Vector<Rational> slope = -lasso.smooth_gradient<Rational>(exact<Rational>(x));
  const Rational lambda = exact<Rational>(lasso.lambda);
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    if (abs(slope[i]) > lambda) return false;
    if (x[i] != 0 && slope[i] != (x[i] > 0 ? lambda : Rational(-lambda))) return false;
  }
  return true;
}

#define VERIGRAD_INSTANTIATE(T)                       \
  template T Lasso::value<T>(const Vector<T>&) const; \
  template Vector<T> Lasso::smooth_gradient<T>(const Vector<T>&) const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
