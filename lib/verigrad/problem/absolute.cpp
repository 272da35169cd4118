#include "verigrad/problem/absolute.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

/// −1, 0 or 1, or the hull of those that are possible.
template <class T>
T sign(const T& t) {
  switch (sign_of(t)) {
    case Sign::negative: return T(-1);
    case Sign::zero: return T(0);
    case Sign::positive: return T(1);
    case Sign::nonnegative: return verigrad::hull(T(0), T(1));
    case Sign::nonpositive: return verigrad::hull(T(-1), T(0));
    case Sign::unknown: break;
  }
  return verigrad::hull(T(-1), T(1));
}

}  // namespace

Absolute::Absolute(Vector<double> weights, Vector<double> centre)
    : weights_(std::move(weights)), centre_(std::move(centre)) {
  if (weights_.size() == 0 || weights_.size() != centre_.size())
    throw std::invalid_argument(fmt::format("Absolute: {} weights and a centre of {}; use equally many, at least 1",
                                            weights_.size(), centre_.size()));
  if (!(weights_.minCoeff() > 0))
    throw std::invalid_argument(fmt::format("Absolute: weights {}; all must be > 0", in_words(weights_)));
}

std::string Absolute::describe() const {
  return fmt::format("Σ w·|x−c|, w = {}, c = {}", in_words(weights_), in_words(centre_));
}

template <class T>
T Absolute::value(const Vector<T>& x) const {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += exact<T>(weights_[i]) * magnitude<T>(x[i] - exact<T>(centre_[i]));
  return sum;
}

template <class T>
Vector<T> Absolute::gradient(const Vector<T>& x) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) result[i] = exact<T>(weights_[i]) * sign<T>(x[i] - exact<T>(centre_[i]));
  return result;
}

template <class T>
Minimum<T> Absolute::minimum() const {
  return {exact<T>(centre_), T(0)};
}

#define VERIGRAD_INSTANTIATE(T)                                     \
  template T Absolute::value<T>(const Vector<T>&) const;            \
  template Vector<T> Absolute::gradient<T>(const Vector<T>&) const; \
  template Minimum<T> Absolute::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
