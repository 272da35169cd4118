#include "verigrad/problem/kink.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

Kink::Kink(double left, double right, double at_zero) : left_(left), right_(right), at_zero_(at_zero) {
  if (!(std::min(left, right) <= at_zero && at_zero <= std::max(left, right)))
    throw std::invalid_argument(
        fmt::format("Kink: at_zero is {}; use a value between left = {} and right = {}", at_zero, left, right));
}

std::string Kink::describe() const {
  return fmt::format("{}·x for x ≤ 0, {}·x for x ≥ 0, subgradient {} at 0", left_, right_, at_zero_);
}

Curvature Kink::curvature() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {left_ > right_ ? -infinity : 0, left_ < right_ ? infinity : 0};
}

template <class T>
T Kink::value(const Vector<T>& x) const {
  return exact<T>(right_) * larger<T>(x[0], T(0)) + exact<T>(left_) * smaller<T>(x[0], T(0));
}

template <class T>
Vector<T> Kink::gradient(const Vector<T>& x) const {
  const T slope = sign_of(x[0]) == Sign::zero ? exact<T>(at_zero_) : select<T>(x[0], exact<T>(right_), exact<T>(left_));
  return Vector<T>::Constant(1, slope);
}

#define VERIGRAD_INSTANTIATE(T)                      \
  template T Kink::value<T>(const Vector<T>&) const; \
  template Vector<T> Kink::gradient<T>(const Vector<T>&) const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
