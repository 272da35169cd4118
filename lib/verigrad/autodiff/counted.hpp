// A number that counts its operations: what a computation costs, counted and never timed.
#pragma once

#include <cmath>

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// How often each kind of operation was done.
struct OperationCount {
  long additions = 0;  ///< and subtractions
  long multiplications = 0;
  long divisions = 0;
  long functions = 0;  ///< exp, log, √
  long total() const { return additions + multiplications + divisions + functions; }
};

/// A double that counts what is done with any Counted of the calling thread. Changing a sign is not counted.
class Counted {
public:
  Counted() = default;
  explicit Counted(int constant) : value_(constant) {}
  /// The constant, at no cost.
  static Counted of(double value) {
    Counted result;
    result.value_ = value;
    return result;
  }
  double value() const { return value_; }

  Counted operator-() const { return of(-value_); }
  friend Counted operator+(const Counted& a, const Counted& b) {
    return tallied(count_.additions, a.value_ + b.value_);
  }
  friend Counted operator-(const Counted& a, const Counted& b) {
    return tallied(count_.additions, a.value_ - b.value_);
  }
  friend Counted operator*(const Counted& a, const Counted& b) {
    return tallied(count_.multiplications, a.value_ * b.value_);
  }
  friend Counted operator/(const Counted& a, const Counted& b) {
    return tallied(count_.divisions, a.value_ / b.value_);
  }
  Counted& operator+=(const Counted& b) { return *this = *this + b; }
  Counted& operator-=(const Counted& b) { return *this = *this - b; }
  Counted& operator*=(const Counted& b) { return *this = *this * b; }
  Counted& operator/=(const Counted& b) { return *this = *this / b; }

  friend Counted square(const Counted& a) { return a * a; }
  friend Counted sqrt(const Counted& a) { return tallied(count_.functions, std::sqrt(a.value_)); }
  friend Counted exp(const Counted& a) { return tallied(count_.functions, std::exp(a.value_)); }
  friend Counted log(const Counted& a) { return tallied(count_.functions, std::log(a.value_)); }
  friend Counted log1p(const Counted& a) { return tallied(count_.functions, std::log1p(a.value_)); }
  friend Sign sign_of(const Counted& a) { return sign_of(a.value_); }
  friend double approximate(const Counted& a) { return a.value_; }
  friend Counted hull(const Counted& a, const Counted& b) { return of(hull(a.value_, b.value_)); }

  /// What `computation()` does with Counted numbers.
  template <class F>
  static OperationCount count(const F& computation) {
    const OperationCount before = count_;
    count_ = {};
    computation();
    const OperationCount result = count_;
    count_ = before;
    return result;
  }

private:
  static Counted tallied(long& counter, double value) {
    ++counter;
    return of(value);
  }
  static inline thread_local OperationCount count_;
  double value_ = 0;
};

}  // namespace verigrad

template <>
struct Eigen::NumTraits<verigrad::Counted> : Eigen::VerigradTraits<verigrad::Counted> {};
