// The type that a method's coefficients are worked out in, and the running average, which most methods are made of.
#pragma once

#include <concepts>
#include <type_traits>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// What rates, 1 − β and bias corrections are worked out in: T, but double for float, where each is rounded once, when
/// the step of an entry takes it, as in PyTorch.
template <class T>
using Coefficient = std::conditional_t<std::is_same_v<T, float>, double, T>;

/// The double x, without rounding. Throws std::domain_error when it is not finite.
template <class T>
Coefficient<T> coefficient(double x) {
  return exact<Coefficient<T>>(x);
}

/// a⁺ = β a + (1 − β) x.
template <class T>
class RunningAverage {
public:
  RunningAverage(const std::convertible_to<double> auto& beta)
      : weight_(coefficient<T>(beta)), share_(Coefficient<T>(1) - coefficient<T>(beta)) {}

  /// a⁺, of numbers or arrays.
  template <class A, class X>
  auto after(const A& a, const X& x) const {
    return weight_ * a + share_ * x;
  }
  /// a := a⁺.
  template <class A, class X>
  void update(A& a, const X& x) const {
    a = after(a, x);
  }

private:
  T weight_, share_;
};

}  // namespace verigrad
