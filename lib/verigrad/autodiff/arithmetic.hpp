// Arithmetic of numbers that carry derivatives with each other and with plain numbers, their constants and their order.
#pragma once

#include <array>
#include <type_traits>

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// V, from which nothing is deduced; there is none where V is not Lifted, which ends a product of doubles before clang
/// takes it for an operator.
template <class V>
using Operand = std::enable_if_t<Lifted<V>, V>;

/// f(x) with this value and derivative there.
template <Lifted V>
V unary(typename V::Scalar value, const V& x, typename V::Scalar partial) {
  return V::lifted(std::move(value), std::array<Part<V>, 1>{{{&x, std::move(partial)}}});
}
/// f(x, y) with this value and these partial derivatives there.
template <Lifted V>
V binary(typename V::Scalar value, const V& x, typename V::Scalar by_x, const V& y, typename V::Scalar by_y) {
  return V::lifted(std::move(value), std::array<Part<V>, 2>{{{&x, std::move(by_x)}, {&y, std::move(by_y)}}});
}

/// x + y.
template <Lifted V>
V operator+(const V& x, const Operand<V>& y) {
  using T = typename V::Scalar;
  return binary(T(x.value() + y.value()), x, T(1), y, T(1));
}
/// x − y.
template <Lifted V>
V operator-(const V& x, const Operand<V>& y) {
  using T = typename V::Scalar;
  return binary(T(x.value() - y.value()), x, T(1), y, T(-1));
}
/// xy, by the product rule.
template <Lifted V>
V operator*(const V& x, const Operand<V>& y) {
  using T = typename V::Scalar;
  return binary(T(x.value() * y.value()), x, y.value(), y, x.value());
}
/// By y: −(x/y)/y, so that a small y is not squared.
template <Lifted V>
V operator/(const V& x, const Operand<V>& y) {
  using T = typename V::Scalar;
  const T quotient = x.value() / y.value();
  const T negative = T(0) - quotient / y.value();
  if (x.is_constant()) return unary(quotient, y, negative);
  return binary(quotient, x, T(T(1) / y.value()), y, negative);
}
/// −x.
template <Lifted V>
V operator-(const V& x) {
  using T = typename V::Scalar;
  return unary(T(-x.value()), x, T(-1));
}
/// x + y for a constant x.
template <Lifted V>
V operator+(const typename V::Scalar& x, const V& y) {
  return V(x) + y;
}
/// x − y for a constant x.
template <Lifted V>
V operator-(const typename V::Scalar& x, const V& y) {
  return V(x) - y;
}
/// xy for a constant x.
template <Lifted V>
V operator*(const typename V::Scalar& x, const V& y) {
  return V(x) * y;
}
/// x/y for a constant x.
template <Lifted V>
V operator/(const typename V::Scalar& x, const V& y) {
  return V(x) / y;
}
/// x := x + y.
template <Lifted V>
V& operator+=(V& x, const Operand<V>& y) {
  return x = x + y;
}
/// x := x − y.
template <Lifted V>
V& operator-=(V& x, const Operand<V>& y) {
  return x = x - y;
}
/// x := xy.
template <Lifted V>
V& operator*=(V& x, const Operand<V>& y) {
  return x = x * y;
}
/// x := x/y.
template <Lifted V>
V& operator/=(V& x, const Operand<V>& y) {
  return x = x / y;
}

/// Exact constants and data of numbers that carry derivatives, as those of the number type beneath: no derivative.
template <Lifted V>
V frac(int numerator, int denominator) {
  return V(frac<typename V::Scalar>(numerator, denominator));
}
template <Lifted V>
V exact(double x) {
  return V(exact<typename V::Scalar>(x));
}

/// Order is that of the values, where T has one: enclosures have none, see number/sign.hpp and select.
template <Lifted V>
requires requires(const typename V::Scalar& a, const typename V::Scalar& b) { a < b; }
bool operator<(const V& x, const Operand<V>& y) { return x.value() < y.value(); }
template <Lifted V>
requires requires(const typename V::Scalar& a, const typename V::Scalar& b) { a < b; }
bool operator>(const V& x, const Operand<V>& y) { return y.value() < x.value(); }

/// The sign of the value.
template <Lifted V>
Sign sign_of(const V& x) {
  return sign_of(x.value());
}
/// A double near the value.
template <Lifted V>
double approximate(const V& x) {
  return approximate(x.value());
}

/// x², never negative, with the derivative 2x.
template <Lifted V>
V square(const V& x) {
  using T = typename V::Scalar;
  return unary(T(square(x.value())), x, T(T(2) * x.value()));
}

}  // namespace verigrad
