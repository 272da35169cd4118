// Dual numbers a + a′ε with ε² = 0 over any number type, as far as networks need them.
#pragma once

#include "verigrad/network/activation.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad::backpropagation {

template <class T>
struct Dual {
  T value, tangent;

  Dual() : value(0), tangent(0) {}
  explicit Dual(int constant) : value(constant), tangent(0) {}
  Dual(T a, T a_tangent) : value(std::move(a)), tangent(std::move(a_tangent)) {}

  Dual operator-() const { return {-value, -tangent}; }
  Dual& operator+=(const Dual& b) { return *this = *this + b; }
  Dual& operator-=(const Dual& b) { return *this = *this - b; }
  Dual& operator*=(const Dual& b) { return *this = *this * b; }
  Dual& operator/=(const Dual& b) { return *this = *this / b; }
  friend Dual operator+(const Dual& a, const Dual& b) { return {a.value + b.value, a.tangent + b.tangent}; }
  friend Dual operator-(const Dual& a, const Dual& b) { return {a.value - b.value, a.tangent - b.tangent}; }
  friend Dual operator*(const Dual& a, const Dual& b) {
    return {a.value * b.value, a.tangent * b.value + a.value * b.tangent};
  }
  friend Dual operator/(const Dual& a, const Dual& b) {
    const T quotient = a.value / b.value;
    return {quotient, (a.tangent - quotient * b.tangent) / b.value};
  }
};

template <class T>
Dual<T> square(const Dual<T>& a) {
  return a * a;
}
template <class T>
Sign sign_of(const Dual<T>& a) {
  return verigrad::sign_of(a.value);
}
template <class T>
double approximate(const Dual<T>& a) {
  return verigrad::approximate(a.value);
}
template <class T>
Dual<T> hull(const Dual<T>& a, const Dual<T>& b) {
  using verigrad::hull;
  return {hull(a.value, b.value), hull(a.tangent, b.tangent)};
}
template <class T>
Dual<T> exp(const Dual<T>& a) {
  using std::exp;
  const T e = exp(a.value);
  return {e, e * a.tangent};
}
template <class T>
Dual<T> log1p(const Dual<T>& a) {
  using std::log1p;
  return {log1p(a.value), a.tangent / (T(1) + a.value)};
}
template <class T>
Dual<T> softplus(const Dual<T>& a) {
  return {verigrad::softplus(a.value), verigrad::sigmoid(a.value) * a.tangent};
}
template <class T>
Dual<T> sigmoid(const Dual<T>& a) {
  const T s = verigrad::sigmoid(a.value);
  return {s, s * (T(1) - s) * a.tangent};
}
template <class T>
Dual<T> hyperbolic_tangent(const Dual<T>& a) {
  const T t = verigrad::hyperbolic_tangent(a.value);
  return {t, (T(1) - square(t)) * a.tangent};
}
template <class T>
Dual<T> exp_minus_one(const Dual<T>& a) {
  const T e = verigrad::exp_minus_one(a.value);
  return {e, (T(1) + e) * a.tangent};
}

}  // namespace verigrad::backpropagation

namespace verigrad {
template <class T>
inline constexpr bool has_exp<backpropagation::Dual<T>> = has_exp<T>;
}  // namespace verigrad

template <class T>
struct Eigen::NumTraits<verigrad::backpropagation::Dual<T>>
    : Eigen::VerigradTraits<verigrad::backpropagation::Dual<T>> {};
