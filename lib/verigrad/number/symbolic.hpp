// Symbolic numbers: formulas over unknowns, for claims about all their values at once. GiNaC, behind a thin type.
#pragma once

#include <concepts>
#include <memory>
#include <string>

#include "verigrad/number/certainty.hpp"
#include "verigrad/number/rational.hpp"

namespace verigrad {

/// A formula of unknown real numbers and of inner products ⟨u, v⟩ of unknown vectors, which are independent symbols: an
/// identity between such formulas holds in every inner-product space.
///
/// A vector of symbols is a formal linear combination of unknown vectors, kept as its one entry. Sums, multiples, `dot`
/// and `squared_norm` work as over any kind of number. What only coordinates can do, such as a product of two entries,
/// throws std::logic_error; and its size() says nothing about the dimension.
///
/// Not for use by several threads at once.
class Symbolic {
public:
  Symbolic() : Symbolic(0) {}
  explicit Symbolic(int constant);
  explicit Symbolic(const Rational& constant);
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
/// The one entry of a new unknown vector.
Symbolic unknown_vector(const std::string& name);
/// ⟨u, v⟩ and ‖u‖², of the entries of two vectors.
Symbolic inner_product(const Symbolic& u, const Symbolic& v);
Symbolic inner_square(const Symbolic& u);

/// a².
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

}  // namespace verigrad
