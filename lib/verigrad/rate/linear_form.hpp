// LinearForm: a number that is a linear form in unknowns, so that an algorithm run over it writes down its own
// coefficients.
#pragma once

#include <stdexcept>

#include "verigrad/number/eigen.hpp"

namespace verigrad::rate {

/// The algorithm multiplied, divided by or compared what is not yet known: it is no fixed-step method.
struct NotLinear : std::domain_error {
  using std::domain_error::domain_error;
};

/// c + Σ_k a_k u_k with rational c and a_k.
class LinearForm {
public:
  LinearForm() = default;
  LinearForm(int constant) : constant_(constant) {}
  LinearForm(Rational constant) : constant_(std::move(constant)) {}
  /// u_k, k ≥ 0.
  static LinearForm unknown(Eigen::Index k);

  const Rational& constant() const { return constant_; }
  /// a_k, 0 for unknowns that do not occur.
  Rational coefficient(Eigen::Index k) const;
  bool is_number() const { return coefficients_.isZero(); }

  LinearForm& operator+=(const LinearForm& other);
  LinearForm& operator-=(const LinearForm& other);
  /// Throws NotLinear unless one of the two is a number.
  LinearForm& operator*=(const LinearForm& other);
  /// Throws NotLinear unless `other` is a number, std::domain_error when it is 0.
  LinearForm& operator/=(const LinearForm& other);

  friend LinearForm operator+(LinearForm a, const LinearForm& b) { return a += b; }
  friend LinearForm operator-(LinearForm a, const LinearForm& b) { return a -= b; }
  friend LinearForm operator*(LinearForm a, const LinearForm& b) { return a *= b; }
  friend LinearForm operator/(LinearForm a, const LinearForm& b) { return a /= b; }
  friend LinearForm operator-(const LinearForm& a) { return LinearForm(0) - a; }
  /// Throw NotLinear unless both are numbers.
  friend bool operator==(const LinearForm& a, const LinearForm& b) { return number(a - b) == 0; }
  friend bool operator<(const LinearForm& a, const LinearForm& b) { return number(a - b) < 0; }
  friend bool operator>(const LinearForm& a, const LinearForm& b) { return b < a; }

private:
  static const Rational& number(const LinearForm& form);

  Rational constant_;
  Vector<Rational> coefficients_;
};

}  // namespace verigrad::rate

namespace Eigen {
template <>
struct NumTraits<verigrad::rate::LinearForm> : VerigradTraits<verigrad::rate::LinearForm> {};
}  // namespace Eigen

namespace verigrad {
template <>
rate::LinearForm exact<rate::LinearForm>(double x);
template <>
rate::LinearForm frac<rate::LinearForm>(int numerator, int denominator);
}  // namespace verigrad
