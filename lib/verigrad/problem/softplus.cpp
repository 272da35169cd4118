#include "verigrad/problem/softplus.hpp"

#include <fmt/format.h>

#include "verigrad/number/sigmoid.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/reals.hpp"

namespace verigrad {

Softplus::Softplus(Vector<double> weights, Vector<double> centre, Vector<double> kappa)
    : weights_(std::move(weights)), centre_(std::move(centre)), kappa_(std::move(kappa)) {
  if (weights_.size() == 0 || weights_.size() != centre_.size() || kappa_.size() != centre_.size())
    throw std::invalid_argument(
        fmt::format("Softplus: {} weights, a centre of {} and {} kappas; use equally many, at least 1", weights_.size(),
                    centre_.size(), kappa_.size()));
  if (!(weights_.minCoeff() > 0) || !(kappa_.minCoeff() > 0))
    throw std::invalid_argument(
        fmt::format("Softplus: weights {} and kappa {}; all must be > 0", in_words(weights_), in_words(kappa_)));
  Rational largest = 0;
  for (Eigen::Index i = 0; i < centre_.size(); ++i)
    largest = std::max<Rational>(largest, exact<Rational>(weights_[i]) * (1 + exact<Rational>(kappa_[i])) / 4);
  smoothness_ = round_up(largest);
}

std::string Softplus::describe() const {
  return fmt::format("Σ w·(softplus(x−c)+κ·softplus(c−x)), w = {}, κ = {}, c = {}", in_words(weights_),
                     in_words(kappa_), in_words(centre_));
}

template <class T>
T Softplus::value(const Vector<T>& x) const {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T offset = x[i] - exact<T>(centre_[i]);
    sum += exact<T>(weights_[i]) * (softplus<T>(offset) + exact<T>(kappa_[i]) * softplus<T>(-offset));
  }
  return sum;
}

template <class T>
Vector<T> Softplus::gradient(const Vector<T>& x) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T kappa = exact<T>(kappa_[i]);
    result[i] = exact<T>(weights_[i]) * ((T(1) + kappa) * sigmoid<T>(x[i] - exact<T>(centre_[i])) - kappa);
  }
  return result;
}

template <class T>
Vector<T> Softplus::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T offset = x[i] - exact<T>(centre_[i]);
    const T slope = sigmoid<T>(offset) * sigmoid<T>(-offset);
    result[i] = exact<T>(weights_[i]) * (T(1) + exact<T>(kappa_[i])) * slope * v[i];
  }
  return result;
}

template <class T>
Minimum<T> Softplus::minimum() const {
  using std::log;
  Minimum<T> result{exact<T>(centre_), T(0)};
  for (Eigen::Index i = 0; i < centre_.size(); ++i) {
    const T kappa = exact<T>(kappa_[i]), one_more = T(1) + kappa;
    result.x_star[i] += log(kappa);
    result.f_star += exact<T>(weights_[i]) * (one_more * log(one_more) - kappa * log(kappa));
  }
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                                              \
  template T Softplus::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> Softplus::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> Softplus::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> Softplus::minimum<T>() const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
