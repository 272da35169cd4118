#include "verigrad/problem/non_convex.hpp"

#include <fmt/format.h>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

GemanMcClure::GemanMcClure(Vector<double> weights, Vector<double> centre)
    : weights_(std::move(weights)), centre_(std::move(centre)) {
  if (weights_.size() == 0 || weights_.size() != centre_.size())
    throw std::invalid_argument(fmt::format("GemanMcClure: {} weights and a centre of {}; use equally many, at least 1",
                                            weights_.size(), centre_.size()));
  if (!(weights_.minCoeff() > 0))
    throw std::invalid_argument(fmt::format("GemanMcClure: weights {}; all must be > 0", in_words(weights_)));
}

std::string GemanMcClure::describe() const {
  return fmt::format("Σ w·t²/(1+t²), t = x−c, w = {}, c = {}", in_words(weights_), in_words(centre_));
}

// t²/(1 + t²) = 1 − 1/(1 + t²): each t once, so that enclosures stay tight.
template <class T>
T GemanMcClure::value(const Vector<T>& x) const {
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i)
    sum += exact<T>(weights_[i]) * (T(1) - T(1) / (T(1) + square(T(x[i] - exact<T>(centre_[i])))));
  return sum;
}

template <class T>
Vector<T> GemanMcClure::gradient(const Vector<T>& x) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T t = x[i] - exact<T>(centre_[i]);
    result[i] = T(2) * exact<T>(weights_[i]) * t / square(T(T(1) + square(t)));
  }
  return result;
}

template <class T>
Vector<T> GemanMcClure::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  Vector<T> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const T t2 = square(T(x[i] - exact<T>(centre_[i])));
    const T denominator = T(1) + t2;
    result[i] = T(2) * exact<T>(weights_[i]) * (T(1) - T(3) * t2) / (square(denominator) * denominator) * v[i];
  }
  return result;
}

template <class T>
Minimum<T> GemanMcClure::minimum() const {
  return {exact<T>(centre_), T(0)};
}

PiecewiseQuadratic double_well(double s, double a, double centre) {
  if (!(s > 0) || !(a > 0))
    throw std::invalid_argument(fmt::format("double_well: s is {} and a is {}; both must be > 0", s, a));
  return PiecewiseQuadratic({.knots = {centre - a, centre + a}, .slopes = {s, -s, s}, .first_derivative = s * a});
}

#define VERIGRAD_INSTANTIATE(T)                                                                  \
  template T GemanMcClure::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> GemanMcClure::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> GemanMcClure::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> GemanMcClure::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
