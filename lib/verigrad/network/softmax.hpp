// Softmax, the categorical cross-entropy, and both fused, for inputs of any size. MathDNN, Definitions 2.2 and 3.1.
#pragma once

#include <stdexcept>

#include "verigrad/number/elementary.hpp"

namespace verigrad {

namespace detail {

/// The index of an entry that is largest, or nearly so: what the exponentials are taken relative to. Any index gives
/// the same real numbers.
template <class Row>
Eigen::Index reference_index(const Row& z) {
  Eigen::Index best = 0;
  for (Eigen::Index k = 1; k < z.size(); ++k)
    if (approximate(z[k]) > approximate(z[best])) best = k;
  return best;
}

/// Σₖ exp(zₖ − z_r) over k ≠ r.
template <class Row, class T = typename Row::Scalar>
T tail_sum(const Row& z, Eigen::Index r) {
  using std::exp;
  T sum(0);
  for (Eigen::Index k = 0; k < z.size(); ++k)
    if (k != r) sum += exp(T(z[k] - z[r]));
  return sum;
}

/// Throws std::invalid_argument, naming `what`, when T lacks exp and log.
template <class T>
void require_exp(const char* what) {
  if constexpr (!has_exp<T>)
    throw std::invalid_argument(std::string(what) + ": no exp or log in rationals; use Interval, Ball or double");
}

}  // namespace detail

/// Writes 𝒮(z)ₖ = exp(zₖ) / Σⱼ exp(zⱼ) into `result`, of z's size, at least 1. No overflow: exponents are ≤ 0.
/// Throws std::invalid_argument over Rational.
template <class Row, class Result>
void softmax_into(const Row& z, Result&& result) {
  using std::exp;
  using T = typename Row::Scalar;
  detail::require_exp<T>("softmax");
  if constexpr (has_exp<T>) {
    const Eigen::Index r = detail::reference_index(z);
    const T sum = T(1) + detail::tail_sum(z, r);
    for (Eigen::Index k = 0; k < z.size(); ++k) result[k] = (k == r ? T(1) : T(exp(T(z[k] - z[r])))) / sum;
  }
}
/// 𝒮(z), as softmax_into writes it.
template <class T>
Vector<T> softmax(const Vector<T>& z) {
  Vector<T> result(z.size());
  softmax_into(z, result);
  return result;
}

/// ξ(y, y*) = −Σₖ y*ₖ log yₖ, where 0 log y counts as 0 for every y.
template <class T>
T cross_entropy(const Vector<T>& y, const Vector<int>& y_star) {
  using std::log;
  detail::require_exp<T>("cross_entropy");
  T sum(0);
  if constexpr (has_exp<T>)
    for (Eigen::Index k = 0; k < y.size(); ++k)
      if (y_star[k] != 0) sum -= T(y_star[k]) * log(y[k]);
  return sum;
}
/// ∇ξ(·, y*)(y) = −(y*ₖ/yₖ)ₖ, a row. MathDNN, (7).
template <class T>
Vector<T> cross_entropy_derivative(const Vector<T>& y, const Vector<int>& y_star) {
  Vector<T> result(y.size());
  for (Eigen::Index k = 0; k < y.size(); ++k) result[k] = -T(y_star[k]) / y[k];
  return result;
}

/// ξ(𝒮(z), e_label) = log Σₖ exp(zₖ) − z_label, without cancellation when z_label is the largest.
template <class Row>
typename Row::Scalar softmax_cross_entropy(const Row& z, Eigen::Index label) {
  using std::log1p;
  using T = typename Row::Scalar;
  detail::require_exp<T>("softmax_cross_entropy");
  if constexpr (has_exp<T>) {
    const Eigen::Index r = detail::reference_index(z);
    const T tail = log1p(detail::tail_sum(z, r));
    return r == label ? tail : T(tail + (z[r] - z[label]));
  } else
    return T(0);
}
/// Its gradient 𝒮(z) − e_label into `result`. MathDNN, (13). At the label −Σ_{k ≠ label} 𝒮ₖ, which does not cancel.
template <class Row, class Result>
void softmax_cross_entropy_gradient_into(const Row& z, Eigen::Index label, Result&& result) {
  using T = typename Row::Scalar;
  softmax_into(z, result);
  T others(0);
  for (Eigen::Index k = 0; k < z.size(); ++k)
    if (k != label) others += result[k];
  result[label] = -others;
}

}  // namespace verigrad
