// Symbolic numbers: formulas over unknowns, for claims about all their values at once. GiNaC, behind a thin type.
#pragma once

#include <concepts>
#include <memory>
#include <string>

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad {

/// A formula of unknown real numbers and of inner products ⟨u, v⟩ of unknown vectors, which are independent symbols: an
/// identity between such formulas holds in every inner-product space.
///
/// A Vector<Symbolic> is a formal linear combination of unknown vectors, kept as its one entry. Sums, multiples, `dot`
/// and `squared_norm` work as over any number type. What only coordinates can do, such as a product of two entries,
/// throws std::logic_error; and its size() says nothing about the dimension.
///
/// Not for use by several threads at once.
class Symbolic {
public:
  Symbolic() : Symbolic(0) {}
  explicit Symbolic(int constant);
  template <class Other>
  requires(std::is_arithmetic_v<Other> && !std::same_as<Other, int>) explicit Symbolic(Other) = delete;

  Symbolic operator-() const;
  Symbolic& operator+=(const Symbolic& b) { return *this = *this + b; }
  Symbolic& operator-=(const Symbolic& b) { return *this = *this - b; }
  Symbolic& operator*=(const Symbolic& b) { return *this = *this * b; }
  Symbolic& operator/=(const Symbolic& b) { return *this = *this / b; }
  friend Symbolic operator+(const Symbolic& a, const Symbolic& b);
  friend Symbolic operator-(const Symbolic& a, const Symbolic& b) { return a + -b; }
  friend Symbolic operator*(const Symbolic& a, const Symbolic& b);
  /// Throws std::domain_error unless the sign of b shows that it is not 0.
  friend Symbolic operator/(const Symbolic& a, const Symbolic& b);

  struct Formula;
  explicit Symbolic(Formula formula);
  const Formula& formula() const { return *formula_; }

private:
  std::shared_ptr<const Formula> formula_;
};

/// A new unknown real number; two of one name are different. `sign` is what is assumed of it.
Symbolic unknown(const std::string& name, Sign sign = Sign::unknown);
/// A new unknown vector.
Vector<Symbolic> unknown_vector(const std::string& name);

Symbolic square(const Symbolic& a);
/// Throws std::domain_error unless the sign of a shows that it is not negative.
Symbolic sqrt(const Symbolic& a);

/// The sign that shows in how a was built: of unknowns the assumed one, squares and squared norms are not negative, and
/// sums, products and quotients follow the rules of signs. `unknown` where they do not tell. Uses no algebra of GiNaC.
Sign sign_of(const Symbolic& a);

/// Whether a = b for all values of the unknowns: their difference, brought over one denominator and expanded, is 0.
bool identical(const Symbolic& a, const Symbolic& b);

/// "ν*⟨Z,Z⟩".
std::string to_string(const Symbolic& a);

template <>
Symbolic frac<Symbolic>(int numerator, int denominator);
template <>
Symbolic dot<Symbolic>(const Vector<Symbolic>& x, const Vector<Symbolic>& y);
template <>
Symbolic squared_norm<Symbolic>(const Vector<Symbolic>& x);

}  // namespace verigrad

template <>
struct Eigen::NumTraits<verigrad::Symbolic> : Eigen::VerigradTraits<verigrad::Symbolic> {};
