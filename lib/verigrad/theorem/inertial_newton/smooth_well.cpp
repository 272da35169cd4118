#include "verigrad/theorem/inertial_newton/smooth_well.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

SmoothWell::SmoothWell(std::vector<double> knots, std::vector<double> curvatures)
    : knots_(std::move(knots)), curvatures_(std::move(curvatures)) {
  const bool ascend = std::ranges::adjacent_find(knots_, std::greater_equal<>()) == knots_.end();
  if (knots_.empty() || knots_.front() != 0 || !ascend || knots_.size() != curvatures_.size())
    throw std::invalid_argument(
        fmt::format("SmoothWell: knots {} and curvatures {}; use ascending knots from 0, and as many curvatures",
                    fmt::join(knots_, ", "), fmt::join(curvatures_, ", ")));
}

std::string SmoothWell::describe() const {
  return fmt::format("f even, f″ linear between {} at {}, constant beyond", fmt::join(curvatures_, ", "),
                     fmt::join(knots_, ", "));
}

Curvature SmoothWell::curvature() const {
  const auto [lowest, highest] = std::ranges::minmax(curvatures_);
  return {lowest, highest};
}

template <class T>
SmoothWell::Derivatives<T> SmoothWell::at(const T& x) const {
  Derivatives<T> d{T(0), T(0), exact<T>(curvatures_.front())};
  for (std::size_t i = 1; i < knots_.size(); ++i) {
    const T from = exact<T>(knots_[i - 1]), width = exact<T>(knots_[i]) - from;
    const T t = larger<T>(T(0), smaller<T>(T(x - from), width));
    const T slope = (exact<T>(curvatures_[i]) - exact<T>(curvatures_[i - 1])) / width;
    d.value += t * (d.first + t * (d.second / T(2) + slope * t / T(6)));
    d.first += t * (d.second + slope * t / T(2));
    d.second += slope * t;
  }
  const T t = larger<T>(T(0), T(x - exact<T>(knots_.back())));
  d.value += t * (d.first + t * d.second / T(2));
  d.first += t * d.second;
  return d;
}

template <class T>
T SmoothWell::value(const Vector<T>& x) const {
  return at<T>(magnitude<T>(x[0])).value;
}
template <class T>
Vector<T> SmoothWell::gradient(const Vector<T>& x) const {
  return Vector<T>::Constant(1, select<T>(x[0], at<T>(x[0]).first, T(-at<T>(T(-x[0])).first)));
}
template <class T>
Vector<T> SmoothWell::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  return at<T>(magnitude<T>(x[0])).second * v;
}

#define VERIGRAD_INSTANTIATE(T)                                       \
  template T SmoothWell::value<T>(const Vector<T>&) const;            \
  template Vector<T> SmoothWell::gradient<T>(const Vector<T>&) const; \
  template Vector<T> SmoothWell::hessian_product<T>(const Vector<T>&, const Vector<T>&) const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
