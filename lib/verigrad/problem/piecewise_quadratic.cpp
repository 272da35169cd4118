#include "verigrad/problem/piecewise_quadratic.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

PiecewiseQuadratic::PiecewiseQuadratic(Data data) : data_(std::move(data)) {
  const auto& knots = data_.knots;
  const bool ascending = std::adjacent_find(knots.begin(), knots.end(), std::greater_equal<>()) == knots.end();
  if (knots.empty() || !ascending || data_.slopes.size() != knots.size() + 1)
    throw std::invalid_argument(fmt::format(
        "PiecewiseQuadratic: knots ({}) and slopes ({}); use ascending knots, at least one, and one slope more",
        fmt::join(knots, ", "), fmt::join(data_.slopes, ", ")));
  minimiser_ = find_minimiser();
}

std::string PiecewiseQuadratic::describe() const {
  return fmt::format("piecewise quadratic, knots ({}), f″ = ({}), f′(first knot) = {}", fmt::join(data_.knots, ", "),
                     fmt::join(data_.slopes, ", "), data_.first_derivative);
}

Curvature PiecewiseQuadratic::curvature() const {
  const auto [lowest, highest] = std::minmax_element(data_.slopes.begin(), data_.slopes.end());
  return {*lowest, *highest};
}

// Piece i contributes s · (c(x − a) − c²/2) to f and s · c to f′, where [a, b] is the piece and c = x clamped to it,
// less a: no branch, so enclosures pass through.
template <class T>
T PiecewiseQuadratic::value_at(const T& x) const {
  const T first = exact<T>(data_.knots.front());
  const T left = smaller<T>(x - first, T(0));
  T sum =
      exact<T>(data_.first_derivative) * (x - first) + frac<T>(1, 2) * exact<T>(data_.slopes.front()) * square(left);
  for (std::size_t i = 0; i < data_.knots.size(); ++i) {
    const T offset = x - exact<T>(data_.knots[i]);
    T inside = larger<T>(offset, T(0));
    if (i + 1 < data_.knots.size())
      inside = smaller<T>(inside, exact<T>(data_.knots[i + 1]) - exact<T>(data_.knots[i]));
    sum += exact<T>(data_.slopes[i + 1]) * inside * (offset - frac<T>(1, 2) * inside);
  }
  return sum;
}

template <class T>
T PiecewiseQuadratic::derivative_at(const T& x) const {
  const T first = exact<T>(data_.knots.front());
  T sum = exact<T>(data_.first_derivative) + exact<T>(data_.slopes.front()) * smaller<T>(x - first, T(0));
  for (std::size_t i = 0; i < data_.knots.size(); ++i) {
    T inside = larger<T>(x - exact<T>(data_.knots[i]), T(0));
    if (i + 1 < data_.knots.size())
      inside = smaller<T>(inside, exact<T>(data_.knots[i + 1]) - exact<T>(data_.knots[i]));
    sum += exact<T>(data_.slopes[i + 1]) * inside;
  }
  return sum;
}

/// The same piece by piece as far as x, where a fraction is for certain.
template <>
Rational PiecewiseQuadratic::derivative_at(const Rational& x) const {
  Rational knot = exact<Rational>(data_.knots.front()), derivative = exact<Rational>(data_.first_derivative);
  Rational slope = exact<Rational>(data_.slopes.front());
  for (std::size_t i = 0; i < data_.knots.size(); ++i) {
    const Rational next = exact<Rational>(data_.knots[i]);
    if (x <= next) break;
    derivative += slope * (next - knot);
    slope = exact<Rational>(data_.slopes[i + 1]);
    knot = next;
  }
  return derivative + slope * (x - knot);
}

std::optional<Rational> PiecewiseQuadratic::find_minimiser() const {
  const Rational first = exact<Rational>(data_.knots.front());
  const Rational last = exact<Rational>(data_.knots.back());
  const Rational left_slope = data_.slopes.front(), right_slope = data_.slopes.back();
  const Rational left_derivative = data_.first_derivative, right_derivative = derivative_at<Rational>(last);
  const bool falls_to_the_left = left_slope < 0 || (left_slope == 0 && left_derivative > 0);
  const bool falls_to_the_right = right_slope < 0 || (right_slope == 0 && right_derivative < 0);
  if (falls_to_the_left || falls_to_the_right) return std::nullopt;
  std::vector<Rational> candidates;
  if (left_slope > 0 && left_derivative > 0) candidates.push_back(first - left_derivative / left_slope);
  for (std::size_t i = 0; i < data_.knots.size(); ++i) {
    const Rational knot = exact<Rational>(data_.knots[i]);
    const Rational derivative = derivative_at<Rational>(knot), slope = data_.slopes[i + 1];
    if (derivative == 0) candidates.push_back(knot);
    if (derivative * slope >= 0) continue;
    const Rational zero = knot - derivative / slope;
    if (i + 1 == data_.knots.size() || zero < exact<Rational>(data_.knots[i + 1])) candidates.push_back(zero);
  }
  return *std::min_element(candidates.begin(), candidates.end(), [this](const Rational& a, const Rational& b) {
    return value_at<Rational>(a) < value_at<Rational>(b);
  });
}

template <class T>
T PiecewiseQuadratic::value(const Vector<T>& x) const {
  return value_at<T>(x[0]);
}

template <class T>
Vector<T> PiecewiseQuadratic::gradient(const Vector<T>& x) const {
  return Vector<T>::Constant(1, derivative_at<T>(x[0]));
}

template <class T>
Vector<T> PiecewiseQuadratic::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  T slope = exact<T>(data_.slopes.front());
  for (std::size_t i = 0; i < data_.knots.size(); ++i)
    slope = select<T>(exact<T>(data_.knots[i]) - x[0], slope, exact<T>(data_.slopes[i + 1]));
  return slope * v;
}

template <class T>
Minimum<T> PiecewiseQuadratic::minimum() const {
  return {Vector<T>::Constant(1, enclose<T>(*minimiser_)), enclose<T>(value_at<Rational>(*minimiser_))};
}

#define VERIGRAD_INSTANTIATE(T)                                                                        \
  template T PiecewiseQuadratic::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> PiecewiseQuadratic::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> PiecewiseQuadratic::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> PiecewiseQuadratic::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
