// The number over which formulas are compiled, once: an interval, a ball, a rational or a symbol, whichever decides
// now.
#pragma once

#include <concepts>
#include <stdexcept>
#include <variant>

#include "verigrad/number/ball.hpp"
#include "verigrad/number/interval.hpp"
#include "verigrad/number/rational.hpp"
#include "verigrad/number/symbolic.hpp"

namespace verigrad {

/// One of the kinds of number that decide. It has what a formula may ask of a number, and nothing else. A small integer
/// is one, so that 2 * x says what it means; a stray 0.1, a bool, a long or a comparison of order does not compile.
/// (1 / 2 is C++'s quotient of integers and is 0: a fraction is frac(1, 2).)
/// Operands of one operation are of one kind; std::logic_error otherwise. Over rationals, a division by 0 throws
/// std::overflow_error, and what is no fraction (exp, log, the root of no square) std::domain_error.
class Number {
public:
  enum class Kind { interval, ball, rational, symbolic };
  /// While it lives, the numbers that the calling thread makes are of this kind; before, of intervals.
  class Over {
  public:
    explicit Over(Kind kind);
    ~Over();
    Over(const Over&) = delete;
    Over& operator=(const Over&) = delete;

  private:
    Kind previous_;
  };
  /// The kind of the numbers made now.
  static Kind kind();

  Number();
  Number(int value);
  /// No other number converts, not even explicitly: Number(0.5) would truncate, Number(n) of a long would narrow.
  template <class Other>
  requires(std::is_arithmetic_v<Other> && !std::same_as<Other, int>) Number(Other)
  = delete;
  explicit Number(const Interval& value);
  explicit Number(Ball value);
  explicit Number(Rational value);
  explicit Number(Symbolic value);
  Number(const Number&);
  Number(Number&&) noexcept;
  Number& operator=(const Number&);
  Number& operator=(Number&&) noexcept;
  ~Number();

  using Value = std::variant<Interval, Ball, Rational, Symbolic>;
  const Value& value() const { return value_; }
  /// The value as Interval, Ball, Rational or Symbolic. Throws std::logic_error when it is of another kind.
  template <class T>
  const T& as() const;

  Number operator-() const;
  Number& operator+=(const Number& other);
  Number& operator-=(const Number& other);
  Number& operator*=(const Number& other);
  Number& operator/=(const Number& other);
  friend Number operator+(const Number& a, const Number& b);
  friend Number operator-(const Number& a, const Number& b);
  friend Number operator*(const Number& a, const Number& b);
  friend Number operator/(const Number& a, const Number& b);

private:
  Value value_;
};

/// As over the kinds themselves.
Number square(const Number& a);
Number sqrt(const Number& a);
Number exp(const Number& a);
Number log(const Number& a);
Number log1p(const Number& a);
Number nonnegative_part(const Number& a);
Number hull(const Number& a, const Number& b);

/// f.template operator()<K>() for the type K of the numbers made now. Throws std::domain_error over symbols, which have
/// the algebra alone.
template <class F>
auto over_kind(const F& f) {
  switch (Number::kind()) {
    case Number::Kind::interval: return f.template operator()<Interval>();
    case Number::Kind::ball: return f.template operator()<Ball>();
    case Number::Kind::rational: return f.template operator()<Rational>();
    case Number::Kind::symbolic: break;
  }
  throw std::domain_error("symbols have + − × ÷ and √ only");
}

}  // namespace verigrad
