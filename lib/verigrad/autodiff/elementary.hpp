// Elementary functions of numbers that carry derivatives, with a definite derivative at the hard places: powers at 0,
// kinks and ties, norms at 0, exponentials far out. Values and derivatives are those of the number type T beneath.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "verigrad/autodiff/arithmetic.hpp"
#include "verigrad/network/activation.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/number/eigen.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/sigmoid.hpp"

namespace verigrad {

/// xⁿ, with n xⁿ⁻¹ also at x = 0: 0 for n = 0 and n ≥ 2, 1 for n = 1.
template <Lifted V>
V power(const V& x, int n) {
  using T = typename V::Scalar;
  if (n == 0) return V(1);
  const T below = power(x.value(), n - 1);
  return unary(T(below * x.value()), x, T(T(n) * below));
}

/// At 0 the derivative is infinite (of enclosures: unknown), except along a direction or adjoint that is 0.
template <Lifted V>
V sqrt(const V& x) {
  using std::sqrt;
  using T = typename V::Scalar;
  const T root = sqrt(x.value());
  return unary(root, x, T(T(1) / (T(2) * root)));
}
/// eˣ, with itself for derivative.
template <Lifted V>
V exp(const V& x) {
  using std::exp;
  using T = typename V::Scalar;
  const T value = exp(x.value());
  return unary(value, x, value);
}
/// log x for x > 0, with the derivative 1/x.
template <Lifted V>
V log(const V& x) {
  using std::log;
  using T = typename V::Scalar;
  return unary(T(log(x.value())), x, T(T(1) / x.value()));
}
/// log(1 + x) for x > −1, with the derivative 1/(1 + x).
template <Lifted V>
V log1p(const V& x) {
  using std::log1p;
  using T = typename V::Scalar;
  return unary(T(log1p(x.value())), x, T(T(1) / (T(1) + x.value())));
}

/// The functions that activations are made of, with their derivatives σ(t)σ(−t), which does not cancel far out, σ(t),
/// 4σ(2t)σ(−2t), eᵗ, and 1 or eᵗ.
template <Lifted V>
V sigmoid(const V& x) {
  using T = typename V::Scalar;
  const T value = sigmoid(x.value());
  return unary(value, x, T(value * sigmoid(T(-x.value()))));
}
/// log(1 + eˣ).
template <Lifted V>
V softplus(const V& x) {
  using T = typename V::Scalar;
  return unary(T(softplus(x.value())), x, T(sigmoid(x.value())));
}
/// tanh x.
template <Lifted V>
V hyperbolic_tangent(const V& x) {
  using T = typename V::Scalar;
  const T twice = x.value() + x.value();
  return unary(T(hyperbolic_tangent(x.value())), x, T(T(4) * sigmoid(twice) * sigmoid(T(-twice))));
}
/// eˣ − 1.
template <Lifted V>
V exp_minus_one(const V& x) {
  using std::exp;
  using T = typename V::Scalar;
  return unary(T(exp_minus_one(x.value())), x, T(exp(x.value())));
}
/// x for x > 0, else eˣ − 1.
template <Lifted V>
V elu(const V& x) {
  using T = typename V::Scalar;
  return unary(T(elu(x.value())), x, T(elu_slope(x.value())));
}
/// xʸ for x > 0.
template <Lifted V>
V power(const V& x, const V& y) {
  return exp(y * log(x));
}

namespace detail {

/// `below`, `tie` or `above` as x is < 0, 0 or > 0; where an enclosure cannot tell, the hull of below and above.
template <class T>
T by_sign(const T& x, const T& below, const T& tie, const T& above) {
  switch (sign_of(x)) {
    case Sign::negative: return below;
    case Sign::zero: return tie;
    case Sign::positive: return above;
    default: return hull(below, above);
  }
}

}  // namespace detail

/// |x|; the derivative at 0 is 0, the middle of the subdifferential [−1, 1].
template <Lifted V>
V magnitude(const V& x) {
  using T = typename V::Scalar;
  return unary(T(magnitude(x.value())), x, detail::by_sign<T>(x.value(), T(-1), T(0), T(1)));
}
/// max(0, x); the derivative at 0 is 0, as in MathDNN, Assumption 1.
template <Lifted V>
V relu(const V& x) {
  using T = typename V::Scalar;
  return unary(T(larger(T(0), x.value())), x, detail::by_sign<T>(x.value(), T(0), T(0), T(1)));
}

namespace detail {

/// `value`, which is that of x or of y, with the derivatives of either. The hull of the two derivatives along a
/// direction is narrower than what two partial derivatives of [0, 1] give: it knows that they add up to 1.
template <Lifted V>
V one_of(typename V::Scalar value, const V& x, const V& y) {
  using T = typename V::Scalar;
  if constexpr (requires { V::one_of(value, x, y); }) {
    return V::one_of(std::move(value), x, y);
  } else {
    const T open = hull(T(0), T(1));
    return binary(std::move(value), x, open, y, open);
  }
}

/// `value`, with the derivatives of x where `sign` is positive and of y where it is negative; one half each at a tie.
template <Lifted V>
V chosen(typename V::Scalar value, const V& x, const V& y, Sign sign) {
  using T = typename V::Scalar;
  switch (sign) {
    case Sign::positive: return binary(std::move(value), x, T(1), y, T(0));
    case Sign::negative: return binary(std::move(value), x, T(0), y, T(1));
    case Sign::zero: return binary(std::move(value), x, T(T(1) / T(2)), y, T(T(1) / T(2)));
    default: return one_of(std::move(value), x, y);
  }
}

}  // namespace detail

/// max(x, y) and min(x, y); at a tie each operand has one half.
template <Lifted V>
V larger(const V& x, const V& y) {
  using T = typename V::Scalar;
  return detail::chosen(T(larger(x.value(), y.value())), x, y, sign_of(T(x.value() - y.value())));
}
/// min(x, y), as above.
template <Lifted V>
V smaller(const V& x, const V& y) {
  using T = typename V::Scalar;
  return detail::chosen(T(smaller(x.value(), y.value())), x, y, sign_of(T(y.value() - x.value())));
}
/// The branch that is taken alone has a derivative, whatever the other one yields, NaN included.
template <Lifted V>
V select(const V& condition, const V& if_nonnegative, const V& if_negative) {
  using T = typename V::Scalar;
  switch (sign_of(condition)) {
    case Sign::positive:
    case Sign::zero:
    case Sign::nonnegative: return if_nonnegative;
    case Sign::negative: return if_negative;
    default: return detail::one_of(T(hull(if_nonnegative.value(), if_negative.value())), if_nonnegative, if_negative);
  }
}

namespace detail {

/// The entries of x with their partial derivatives, one each.
template <Lifted V>
std::vector<Part<V>> parts_of(const Vector<V>& x, const Vector<typename V::Scalar>& partials) {
  std::vector<Part<V>> parts;
  for (Eigen::Index i = 0; i < x.size(); ++i) parts.push_back({&x[i], partials[i]});
  return parts;
}

/// x without its derivatives.
template <Lifted V>
Vector<typename V::Scalar> values_of(const Vector<V>& x) {
  return x.unaryExpr([](const V& entry) { return typename V::Scalar(entry.value()); });
}

/// ‖x‖ of plain numbers; over double no square over- or underflows.
template <class T>
T length_of(const Vector<T>& x) {
  using std::sqrt;
  if constexpr (std::is_floating_point_v<T>) return x.stableNorm();
  T sum(0);
  for (const T& entry : x) sum += square(entry);
  return sqrt(sum);
}

/// v/‖x‖ for an entry v of x; [−1, 1] where an enclosure of x contains 0, which is all that is certain there. (Only of
/// plain numbers: the derivative of v/‖x‖ has no bound there.)
template <class T>
T unit_entry(const T& v, const T& length) {
  if constexpr (!Lifted<T>)
    if (sign_of(length) != Sign::positive) return hull(T(-1), T(1));
  return v / length;
}

}  // namespace detail

/// ‖x‖ with derivative x/‖x‖, and 0 at x = 0, an element of the subdifferential. Over double no square over- or
/// underflows.
template <Lifted V>
V norm(const Vector<V>& x) {
  using T = typename V::Scalar;
  const Vector<T> values = detail::values_of(x);
  if (std::all_of(values.begin(), values.end(), [](const T& v) { return is_zero(v); })) return V(T(0));
  const T length = detail::length_of(values);
  return V::lifted(
      length,
      detail::parts_of(x, Vector<T>(values.unaryExpr([&](const T& v) { return detail::unit_entry<T>(v, length); }))));
}

/// The softmax of network/softmax.hpp, with ∂ᵢⱼ = sᵢ(δᵢⱼ − sⱼ).
template <Lifted V>
Vector<V> softmax(const Vector<V>& x) {
  using T = typename V::Scalar;
  const Vector<T> s = softmax<T>(detail::values_of(x));
  Vector<V> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    Vector<T> row(x.size());
    for (Eigen::Index j = 0; j < x.size(); ++j) row[j] = s[i] * ((i == j ? T(1) : T(0)) - s[j]);
    result[i] = V::lifted(s[i], detail::parts_of(x, row));
  }
  return result;
}
/// log Σ exp(xᵢ) with derivative softmax(x): no exponential overflows.
template <Lifted V>
V log_sum_exp(const Vector<V>& x) {
  using std::log1p;
  using T = typename V::Scalar;
  const Vector<T> values = detail::values_of(x);
  const Eigen::Index largest = detail::reference_index(values);
  const T value = values[largest] + log1p(detail::tail_sum(values, largest));
  return V::lifted(value, detail::parts_of(x, softmax<T>(values)));
}

}  // namespace verigrad
