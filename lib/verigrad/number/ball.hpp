// Balls, midpoint ± radius, of a precision chosen at run time: a thin value type over Arb's arb_t.
#pragma once

#include <iosfwd>
#include <string>

#include <arb.h>

namespace verigrad {

/// A real number known as midpoint ± radius. Every operation contains the exact result for all choices of its
/// operands; an invalid one (division by a ball that contains 0, √ of a negative number) yields NaN, which
/// decides nothing. The working precision is the innermost `Ball::Precision` of the calling thread (64 bits if
/// there is none). Comparisons of order do not exist; see number/sign.hpp.
class Ball {
public:
  /// Sets the working precision in bits for the lifetime of the object. Throws std::invalid_argument below 2.
  class Precision {
  public:
    explicit Precision(long bits);
    ~Precision();
    Precision(const Precision&) = delete;
    Precision& operator=(const Precision&) = delete;

  private:
    long previous_;
  };
  static long precision() { return precision_; }

  Ball() { arb_init(value_); }
  explicit Ball(int point) : Ball() { arb_set_si(value_, point); }
  Ball(const Ball& other) : Ball() { arb_set(value_, other.value_); }
  Ball(Ball&& other) noexcept : Ball() { arb_swap(value_, other.value_); }
  Ball& operator=(const Ball& other) {
    arb_set(value_, other.value_);
    return *this;
  }
  Ball& operator=(Ball&& other) noexcept {
    arb_swap(value_, other.value_);
    return *this;
  }
  ~Ball() { arb_clear(value_); }

  /// The point {x}, exact at any precision; NaN when x is not finite.
  static Ball point(double x);
  /// A ball that contains [lower, upper].
  static Ball hull(double lower, double upper);

  bool is_finite() const { return arb_is_finite(value_); }
  bool is_point() const { return arb_is_exact(value_) && arb_is_finite(value_); }
  /// Bounds of the ball rounded outward to double; infinite when the ball is not finite.
  double lower() const;
  double upper() const;
  /// The midpoint as a point.
  Ball midpoint() const;
  /// This ball widened by |error| on both sides.
  Ball widened(const Ball& error) const;

  Ball operator-() const;
  Ball& operator+=(const Ball& other) {
    arb_add(value_, value_, other.value_, precision_);
    return *this;
  }
  Ball& operator-=(const Ball& other) {
    arb_sub(value_, value_, other.value_, precision_);
    return *this;
  }
  Ball& operator*=(const Ball& other) {
    arb_mul(value_, value_, other.value_, precision_);
    return *this;
  }
  Ball& operator/=(const Ball& other) {
    arb_div(value_, value_, other.value_, precision_);
    return *this;
  }
  friend Ball operator+(const Ball& a, const Ball& b) {
    Ball sum;
    arb_add(sum.value_, a.value_, b.value_, precision_);
    return sum;
  }
  friend Ball operator-(const Ball& a, const Ball& b) {
    Ball difference;
    arb_sub(difference.value_, a.value_, b.value_, precision_);
    return difference;
  }
  friend Ball operator*(const Ball& a, const Ball& b) {
    Ball product;
    arb_mul(product.value_, a.value_, b.value_, precision_);
    return product;
  }
  friend Ball operator/(const Ball& a, const Ball& b) {
    Ball quotient;
    arb_div(quotient.value_, a.value_, b.value_, precision_);
    return quotient;
  }

  /// True only for one and the same point: two wide balls are never known to be equal.
  friend bool operator==(const Ball& a, const Ball& b) { return arb_eq(a.value_, b.value_); }
  friend bool operator<(const Ball&, const Ball&) = delete;
  friend bool operator>(const Ball&, const Ball&) = delete;
  friend bool operator<=(const Ball&, const Ball&) = delete;
  friend bool operator>=(const Ball&, const Ball&) = delete;

  /// Arb's own representation, for calls into Arb.
  arb_srcptr arb() const { return value_; }
  arb_ptr arb() { return value_; }

private:
  static thread_local long precision_;
  arb_t value_;
};

/// {x² : x ∈ a}: never negative, tighter than a * a.
Ball square(const Ball& a);
/// {√x : x ∈ a}; NaN when a reaches below 0.
Ball sqrt(const Ball& a);
/// {eˣ : x ∈ a}.
Ball exp(const Ball& a);
/// {log x : x ∈ a}; NaN when a reaches 0 or below.
Ball log(const Ball& a);
/// {log(1 + x) : x ∈ a}; NaN when a reaches −1 or below.
Ball log1p(const Ball& a);
/// {|x| : x ∈ a}: never negative.
Ball abs(const Ball& a);
/// The part of a that is not negative, for results of which that is known. NaN stays NaN.
Ball nonnegative_part(const Ball& a);
/// A ball that contains a and b.
Ball hull(const Ball& a, const Ball& b);

/// "midpoint ± radius" in decimal, containing the ball.
std::string to_string(const Ball& a, int digits = 20);
std::ostream& operator<<(std::ostream& out, const Ball& a);

}  // namespace verigrad
