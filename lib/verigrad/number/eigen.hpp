// Vectors and matrices over every number type: Eigen's, with the traits that Eigen needs.
#pragma once

#include <Eigen/Core>

#include "verigrad/number/frac.hpp"

namespace Eigen {

/// What Eigen is told of number types whose constructors and destructors must be called.
template <class T>
struct VerigradTraits : GenericNumTraits<T> {
  using Real = T;
  using NonInteger = T;
  using Nested = T;
  using Literal = T;
  enum {
    IsComplex = 0,
    IsInteger = 0,
    IsSigned = 1,
    RequireInitialization = 1,
    ReadCost = 4,
    AddCost = 16,
    MulCost = 32
  };
};

template <>
struct NumTraits<verigrad::Interval> : VerigradTraits<verigrad::Interval> {
  enum { RequireInitialization = 0, ReadCost = 2, AddCost = 8, MulCost = 12 };
};
template <>
struct NumTraits<verigrad::Ball> : VerigradTraits<verigrad::Ball> {};
template <>
struct NumTraits<verigrad::Number> : VerigradTraits<verigrad::Number> {};
template <>
struct NumTraits<verigrad::Rational> : VerigradTraits<verigrad::Rational> {};

}  // namespace Eigen

namespace verigrad {

/// A column of numbers of type T.
template <class T>
using Vector = Eigen::Matrix<T, Eigen::Dynamic, 1>;
/// A matrix of numbers of type T, column after column.
template <class T>
using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

/// Sums and multiples of vectors or matrices of Number are evaluated at once, by compiled functions: as expressions,
/// each formula would be a type of its own, which takes a third of the time to compile it, and beside operations on
/// Number a copy is little.
template <class X>
concept OfNumbers = std::same_as<X, Vector<Number>> || std::same_as<X, Matrix<Number>>;
template <OfNumbers X>
X operator+(const X& x, const X& y);
template <OfNumbers X>
X operator-(const X& x, const X& y);
template <OfNumbers X>
X operator-(const X& x);
template <OfNumbers X>
X operator*(const Number& a, const X& x);
template <OfNumbers X>
X operator*(int a, const X& x);
template <OfNumbers X>
X operator*(const X& x, const Number& a);
template <OfNumbers X>
X operator*(const X& x, int a);
template <OfNumbers X>
X operator/(const X& x, const Number& a);
template <OfNumbers X>
X operator/(const X& x, int a);

/// The doubles of x, without rounding, in T. Throws std::domain_error when an entry is not finite.
template <class T>
Vector<T> exact(const Vector<double>& x) {
  return x.unaryExpr([](double entry) { return exact<T>(entry); });
}
/// The same of a matrix.
template <class T>
Matrix<T> exact(const Matrix<double>& a) {
  return a.unaryExpr([](double entry) { return exact<T>(entry); });
}
/// The same over Number.
inline Vector<Number> exact(const Vector<double>& x) { return exact<Number>(x); }
inline Matrix<Number> exact(const Matrix<double>& a) { return exact<Number>(a); }
/// Entry by entry, see enclose(const Rational&).
template <class T>
Vector<T> enclose(const Vector<Rational>& x) {
  return x.unaryExpr([](const Rational& entry) { return enclose<T>(entry); });
}
/// The same over Number.
inline Vector<Number> enclose(const Vector<Rational>& x) { return enclose<Number>(x); }
/// A vector or matrix as one of Numbers, and back as numbers of their kind T.
template <class X>
Eigen::Matrix<Number, X::RowsAtCompileTime, X::ColsAtCompileTime> numbers(const Eigen::MatrixBase<X>& x) {
  return x.unaryExpr([](const typename X::Scalar& entry) { return Number(entry); });
}
/// Back to numbers of the kind T that each entry is of; see Number::as for what is thrown where it is not.
template <class T, class X>
Eigen::Matrix<T, X::RowsAtCompileTime, X::ColsAtCompileTime> of_kind(const Eigen::MatrixBase<X>& x) {
  return x.unaryExpr([](const Number& entry) { return entry.as<T>(); });
}
/// Doubles near x, for plots and starting points; never bounds.
template <class T>
Vector<double> approximate(const Vector<T>& x) {
  return x.unaryExpr([](const T& entry) { return approximate(entry); });
}

/// What is known not to be negative stays so: the radius of a sum of balls is rounded up, and may reach below 0.
template <class T>
T nonnegative_part(const T& a) {
  return a;
}

/// ‖x‖² as a sum of `square`s; an enclosure of it is never negative.
template <class T>
T squared_norm(const Vector<T>& x) {
  T sum(0);
  for (const T& entry : x) sum += square(entry);
  return nonnegative_part(sum);
}
/// ⟨x, y⟩.
template <class T>
T dot(const Vector<T>& x, const Vector<T>& y) {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}
/// ‖x‖; not defined over Rational, where norms are compared by their squares.
template <class T>
T norm(const Vector<T>& x) {
  using std::sqrt;
  return sqrt(squared_norm(x));
}

/// Over symbols these are inner products of formal vectors.
template <>
Number dot<Number>(const Vector<Number>& x, const Vector<Number>& y);
template <>
Number squared_norm<Number>(const Vector<Number>& x);

/// An expression of Eigen over Number.
template <class X>
concept NumberExpression = std::same_as<typename X::Scalar, Number>;
/// Of expressions of vectors of Number, which are evaluated first. The first parameter keeps dot<Number>(x, y) from
/// naming these.
template <int = 0, NumberExpression X, NumberExpression Y>
Number dot(const Eigen::MatrixBase<X>& x, const Eigen::MatrixBase<Y>& y) {
  return dot<Number>(Vector<Number>(x), Vector<Number>(y));
}
/// ‖x‖² of an expression.
template <int = 0, NumberExpression X>
Number squared_norm(const Eigen::MatrixBase<X>& x) {
  return squared_norm<Number>(Vector<Number>(x));
}
/// ‖x‖ of an expression.
template <int = 0, NumberExpression X>
Number norm(const Eigen::MatrixBase<X>& x) {
  return norm<Number>(Vector<Number>(x));
}

}  // namespace verigrad
