#include "verigrad/problem/softplus.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/reals.hpp"
#include "verigrad/problem/sigmoid.hpp"

namespace verigrad {

Softplus::Softplus(Vector<double> weights, Vector<double> centre)
    : weights_(std::move(weights)), centre_(std::move(centre)) {
  if (weights_.size() == 0 || weights_.size() != centre_.size())
    throw std::invalid_argument(fmt::format("Softplus: {} weights and a centre of {}; use equally many, at least 1",
                                            weights_.size(), centre_.size()));
  if (!(weights_.minCoeff() > 0))
    throw std::invalid_argument(fmt::format("Softplus: weights {}; all must be > 0", in_words(weights_)));
}

std::string Softplus::describe() const {
  return fmt::format("Σ w·(softplus(x−c)+softplus(c−x)), w = {}, c = {}", in_words(weights_), in_words(centre_));
}

template <class T>
T Softplus::value(const Vector<T>& x) const {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T offset = x[i] - exact<T>(centre_[i]);
    sum += exact<T>(weights_[i]) * (softplus<T>(offset) + softplus<T>(-offset));
  }
  return sum;
}

template <class T>
Vector<T> Softplus::gradient(const Vector<T>& x) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i)
    result[i] = exact<T>(weights_[i]) * (T(2) * sigmoid<T>(x[i] - exact<T>(centre_[i])) - T(1));
  return result;
}

template <class T>
Vector<T> Softplus::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T offset = x[i] - exact<T>(centre_[i]);
    result[i] = T(2) * exact<T>(weights_[i]) * sigmoid<T>(offset) * sigmoid<T>(-offset) * v[i];
  }
  return result;
}

template <class T>
Minimum<T> Softplus::minimum() const {
  return {exact<T>(centre_), value<T>(exact<T>(centre_))};
}

#define VERIGRAD_INSTANTIATE(T)                                                              \
  template T Softplus::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> Softplus::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> Softplus::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> Softplus::minimum<T>() const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
