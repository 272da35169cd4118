#include "verigrad/algorithm/trajectory.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

void require_valid(const Objective& f, const Vector<double>& x0, int n) {
  if (n < 0) throw std::invalid_argument(fmt::format("trajectory: n is {}; use 0 or more steps", n));
  if (x0.size() != f.dimension())
    throw std::invalid_argument(
        fmt::format("trajectory: x0 has {} entries; the objective has dimension {}", x0.size(), f.dimension()));
}

/// A point inside.
Interval middle(const Interval& x) { return Interval::point(approximate(x)); }
Ball middle(const Ball& x) { return x.midpoint(); }

/// A point that is at least the largest value of a nonnegative enclosure.
Interval ceiling(const Interval& x) { return Interval::point(x.upper()); }
Ball ceiling(const Ball& x) {
  Ball result;
  arb_get_ubound_arf(arb_midref(result.arb()), x.arb(), 64);
  return result;
}

Interval widened(const Interval& point, const Interval& error) { return point + hull(-error, error); }
Ball widened(const Ball& point, const Ball& error) { return point.widened(error); }

template <class T>
Trajectory<T> enclosed(const GradientDescent& method, const Objective& f, const Vector<double>& x0, int n) {
  const T lipschitz = T::point(method.lipschitz(f.curvature()));
  Trajectory<T> iterates{exact<T>(x0)};
  iterates.reserve(n + 1);
  Vector<T> point = iterates.front();
  T error(0);
  for (int k = 0; k < n; ++k) {
    const Vector<T> exact_step = method.step(f.over<T>(), point);
    point = exact_step.unaryExpr([](const T& entry) { return middle(entry); });
    const Vector<T> residual = exact_step - point;
    error = ceiling(lipschitz * error + norm(residual));
    iterates.push_back(point.unaryExpr([&](const T& entry) { return widened(entry, error); }));
  }
  return iterates;
}

template <class T>
Trajectory<T> iterated(const GradientDescent& method, const Objective& f, const Vector<double>& x0, int n) {
  Trajectory<T> iterates{exact<T>(x0)};
  iterates.reserve(n + 1);
  for (int k = 0; k < n; ++k) iterates.push_back(method.step(f.over<T>(), iterates.back()));
  return iterates;
}

Trajectory<Number> iterated_over_kind(const GradientDescent& method, const Objective& f, const Vector<double>& x0,
                                      int n) {
  return over_kind([&]<class T>() {
    Trajectory<Number> result;
    for (const Vector<T>& iterate : trajectory<T>(method, f, x0, n)) result.push_back(numbers(iterate));
    return result;
  });
}

template <class T>
constexpr bool is_enclosure = std::is_same_v<T, Interval> || std::is_same_v<T, Ball>;

}  // namespace

template <class T>
Trajectory<T> trajectory(const GradientDescent& method, const Objective& f, const Vector<double>& x0, int n) {
  require_valid(f, x0, n);
  if constexpr (is_enclosure<T>)
    return enclosed<T>(method, f, x0, n);
  else if constexpr (std::is_same_v<T, Number>)
    return iterated_over_kind(method, f, x0, n);
  else
    return iterated<T>(method, f, x0, n);
}

template <class T>
Trajectory<T> recorded(const Trajectory<double>& points) {
  Trajectory<T> result;
  result.reserve(points.size());
  for (const Vector<double>& point : points) result.push_back(exact<T>(point));
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                                                               \
  template Trajectory<T> trajectory<T>(const GradientDescent&, const Objective&, const Vector<double>&, int); \
  template Trajectory<T> recorded<T>(const Trajectory<double>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
