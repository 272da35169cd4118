#include "verigrad/problem/huber.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

Huber::Huber(Vector<double> weights, double delta, Vector<double> centre)
    : weights_(std::move(weights)), delta_(delta), centre_(std::move(centre)) {
  if (weights_.size() == 0 || weights_.size() != centre_.size())
    throw std::invalid_argument(fmt::format("Huber: {} weights and a centre of {}; use equally many, at least 1",
                                            weights_.size(), centre_.size()));
  if (!(weights_.minCoeff() > 0) || !(delta_ > 0))
    throw std::invalid_argument(
        fmt::format("Huber: weights {} and delta {}; all must be > 0", in_words(weights_), delta_));
}

std::string Huber::describe() const {
  return fmt::format("Σ w·huber(x−c, δ={}), w = {}, c = {}", delta_, in_words(weights_), in_words(centre_));
}

template <class T>
T Huber::value(const Vector<T>& x) const {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T offset = x[i] - exact<T>(centre_[i]);
    const T clamped = clamp<T>(offset, exact<T>(delta_));
    sum += exact<T>(weights_[i]) * clamped * (offset - frac<T>(1, 2) * clamped);
  }
  return sum;
}

template <class T>
Vector<T> Huber::gradient(const Vector<T>& x) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i)
    result[i] = exact<T>(weights_[i]) * clamp<T>(x[i] - exact<T>(centre_[i]), exact<T>(delta_));
  return result;
}

template <class T>
Vector<T> Huber::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T inside = exact<T>(delta_) - magnitude<T>(x[i] - exact<T>(centre_[i]));
    result[i] = select<T>(inside, exact<T>(weights_[i]) * v[i], T(0));
  }
  return result;
}

template <class T>
Minimum<T> Huber::minimum() const {
  return {exact<T>(centre_), T(0)};
}

#define VERIGRAD_INSTANTIATE(T)                                                           \
  template T Huber::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> Huber::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> Huber::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> Huber::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
