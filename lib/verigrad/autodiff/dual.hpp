// Dual numbers x + ε x′ with ε² = 0: the forward mode of automatic differentiation, in one or several directions at
// once.
#pragma once

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

template <class T>
class Dual;
/// What contains a and b, value and tangent.
template <class T>
Dual<T> hull(const Dual<T>& a, const Dual<T>& b);

/// A value and its derivatives along p directions. Constants have none: their tangent is empty and stands for 0.
/// T is any number type, Dual itself included: Dual<Dual<T>> carries second derivatives.
template <class T>
class Dual {
public:
  using Scalar = T;
  static constexpr bool carries_derivatives = true;

  Dual() : value_(0) {}
  explicit Dual(int constant) : value_(constant) {}
  Dual(T constant) : value_(std::move(constant)) {}
  Dual(T value, Vector<T> tangent) : value_(std::move(value)), tangent_(std::move(tangent)) {}
  /// The i-th of p variables: its tangent is the i-th basis vector.
  static Dual variable(T value, Eigen::Index i, Eigen::Index p) {
    Vector<T> tangent = Vector<T>::Constant(p, T(0));
    tangent[i] = T(1);
    return {std::move(value), std::move(tangent)};
  }

  const T& value() const { return value_; }
  /// The derivative along direction i.
  T tangent(Eigen::Index i = 0) const { return tangent_.size() == 0 ? T(0) : tangent_[i]; }
  /// The derivatives along p directions.
  Vector<T> tangents(Eigen::Index p) const {
    return tangent_.size() == 0 ? Vector<T>(Vector<T>::Constant(p, T(0))) : tangent_;
  }
  bool is_constant() const { return tangent_.size() == 0; }

  /// f(x + ε x′) = f(x) + ε Σ ∂ₖf(x) x′ₖ.
  template <class Parts>
  static Dual lifted(T value, const Parts& parts) {
    Dual result(std::move(value));
    for (const Part<Dual>& part : parts)
      if (!part.operand->is_constant() && !is_zero(part.partial)) result.add(part.partial, part.operand->tangent_);
    return result;
  }
  /// `value` with what contains the tangents of both.
  static Dual one_of(T value, const Dual& a, const Dual& b) { return {std::move(value), hull(a, b).tangent_}; }

private:
  void add(const T& partial, const Vector<T>& tangent) {
    if (tangent_.size() == 0) tangent_ = Vector<T>::Constant(tangent.size(), T(0));
    for (Eigen::Index i = 0; i < tangent.size(); ++i)
      if (!is_zero(tangent[i])) tangent_[i] += partial * tangent[i];
  }

  T value_;
  Vector<T> tangent_;
};

/// Whether value and tangent are 0 for certain, so that what is multiplied by it need not be added.
template <class T>
bool is_zero(const Dual<T>& x) {
  if (!is_zero(x.value())) return false;
  for (const T& entry : x.tangents(0))
    if (!is_zero(entry)) return false;
  return true;
}

template <class T>
Dual<T> hull(const Dual<T>& a, const Dual<T>& b) {
  const Eigen::Index p = std::max(a.tangents(0).size(), b.tangents(0).size());
  const Vector<T> left = a.tangents(p), right = b.tangents(p);
  Vector<T> tangent(p);
  for (Eigen::Index i = 0; i < p; ++i) tangent[i] = hull(left[i], right[i]);
  return {hull(a.value(), b.value()), std::move(tangent)};
}

template <class T>
inline constexpr bool has_exp<Dual<T>> = has_exp<T>;

/// Entries that do not depend on the variables.
template <class T>
Matrix<Dual<T>> constant(const Matrix<T>& a) {
  return a.unaryExpr([](const T& entry) { return Dual<T>(entry); });
}

}  // namespace verigrad

template <class T>
struct Eigen::NumTraits<verigrad::Dual<T>> : Eigen::VerigradTraits<verigrad::Dual<T>> {};

#include "verigrad/autodiff/elementary.hpp"
