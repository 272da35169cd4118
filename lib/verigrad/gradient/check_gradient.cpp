#include "verigrad/gradient/check_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/gradient/extrapolation.hpp"
#include "verigrad/gradient/gradient_remarks.hpp"
#include "verigrad/network/dense_network.hpp"

namespace verigrad {
namespace {

void require_sound(const Vector<double>& x, const Vector<double>& gradient, const GradientOptions& options) {
  if (x.size() == 0) throw std::invalid_argument("x: 0 entries; give the point where the gradient is to be checked");
  require_finite("x", x.data(), x.size());
  if (gradient.size() != x.size())
    throw std::invalid_argument(
        fmt::format("gradient: {} entries for an x of {}; return one for each coordinate", gradient.size(), x.size()));
  if (!(options.doubt >= 1)) throw std::invalid_argument(fmt::format("doubt: {}; give 1 or more", options.doubt));
  if (!(options.relative >= 0))
    throw std::invalid_argument(fmt::format("relative: {}; give 0 or more", options.relative));
  for (const MatrixBlock& b : options.blocks)
    if (b.offset < 0 || b.rows < 1 || b.columns < 1 || b.offset + b.rows * b.columns > x.size())
      throw std::invalid_argument(fmt::format("blocks: {} × {} from entry {}; give blocks within the {} entries of x",
                                              b.rows, b.columns, b.offset, x.size()));
}

double unit_in_last_place(double value) {
  const double size = std::abs(value);
  return std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
}

/// Whether the error lets `given` be told from 0, its negative, its double and its half.
bool resolved(double given, const PartialDerivative& d, bool enclosed) {
  if (d.kink) return true;
  if (enclosed && d.distance(given) == 0 && std::nextafter(d.lower, d.upper) >= d.upper) return true;
  return d.reach < (given == 0 ? d.scale : std::abs(given)) / 2;
}

GradientEntry judged(Eigen::Index i, double given, PartialDerivative d, bool enclosed, const GradientOptions& options) {
  const double size = std::max(std::abs(d.lower), std::abs(d.upper));
  const double allowed = options.relative * size;
  d.error = std::max(d.error, allowed);
  d.reach = std::max(d.reach, allowed);
  GradientEntry entry{i, given, d, Verdict::undecided, 0, 0, d.remark};
  const double distance = d.distance(given);
  entry.relative_error = distance == 0 ? 0 : distance / size;
  entry.ulps = distance / unit_in_last_place(d.middle());
  if (!std::isfinite(given) || distance > d.reach)
    entry.verdict = Verdict::fails;
  else if (distance <= d.error && resolved(given, d, enclosed))
    entry.verdict = Verdict::holds;
  else if (d.remark.empty())
    entry.remark = distance <= d.error ? "the error hides the entry" : "beyond the error, but not by much";
  return entry;
}

GradientReport report(bool enclosed, const Vector<double>& given, const std::vector<PartialDerivative>& derivatives,
                      const GradientOptions& options) {
  GradientReport result{enclosed, {}};
  for (Eigen::Index i = 0; i < given.size(); ++i)
    result.entries.push_back(judged(i, given[i], derivatives[std::size_t(i)], enclosed, options));
  remark_on_mistakes(result, options);
  return result;
}

/// f along the coordinate i, where off x.
std::function<double(double)> along(const ValueFunction& f, const Vector<double>& x, Eigen::Index i) {
  return [&f, at = Vector<double>(x), i](double t) mutable {
    const double before = at[i];
    at[i] = before + t;
    const double value = f(at);
    at[i] = before;
    return value;
  };
}

PartialDerivative at_kink(const Extrapolated& left, const Extrapolated& right, double doubt) {
  PartialDerivative d{std::min(left.value, right.value), std::max(left.value, right.value)};
  d.error = std::max(left.error, right.error);
  d.reach = doubt * d.error;
  d.kink = true;
  return d;
}

PartialDerivative unknown(const char* why) {
  PartialDerivative d{0, 0};
  d.remark = why;
  return d;
}

PartialDerivative from_one_side(const Extrapolated& side, const char* remark, double doubt) {
  return {side.value, side.value, side.error, doubt * side.error, 0, false, remark};
}

PartialDerivative from_differences(const OneSidedAndCentral& differences, double doubt) {
  const Extrapolated &left = differences.left, &right = differences.right, &central = differences.central;
  if (!differences.left_finite && !differences.right_finite) return unknown("f is not finite on either side");
  if (!differences.left_finite) return from_one_side(right, "from the right only: f is not finite on the left", doubt);
  if (!differences.right_finite) return from_one_side(left, "from the left only: f is not finite on the right", doubt);
  if (!std::isfinite(left.error) || !std::isfinite(right.error)) return unknown("the differences do not converge");
  if (std::abs(right.value - left.value) > doubt * (left.error + right.error)) return at_kink(left, right, doubt);
  if (!std::isfinite(central.error)) return unknown("the differences do not converge");
  PartialDerivative d{central.value, central.value, central.error};
  // A kink that the one-sided estimates cannot see may lie as far off as they reach.
  d.reach = std::max({doubt * d.error, std::abs(left.value - central.value) + doubt * left.error,
                      std::abs(right.value - central.value) + doubt * right.error});
  return d;
}

PartialDerivative estimated(const ValueFunction& f, double f_x, const Vector<double>& x, Eigen::Index i, double doubt) {
  const double size = std::abs(x[i]);
  const double h = std::exp2(std::floor(std::log2(std::max(size, 1.0))) - 1);
  const int below_1 = size > 0 && size < 1 ? -std::ilogb(size) : 0;
  const auto grid = [at = x[i]](double t) { return (at + t) - at; };
  const std::function<double(double)> phi = along(f, x, i);
  const double width = size > 0 ? size : 1;
  const double noise = std::max(measured_noise(phi, width), measured_noise(phi, -width));
  const OneSidedAndCentral differences = extrapolate(phi, f_x, h, 50 + below_1, noise, grid);
  PartialDerivative d = from_differences(differences, doubt);
  d.scale = std::max(differences.slope, std::abs(f_x) / h);
  return d;
}

PartialDerivative hull_of(const Ball& a, const Ball& b) {
  return {std::min(a.lower(), b.lower()), std::max(a.upper(), b.upper())};
}

PartialDerivative enclosed(const detail::Slope<Ball>& slope, const Vector<Ball>& x, double at, Eigen::Index i) {
  const Ball r = Ball::point(std::ldexp(1, -200)) * (at == 0 ? Ball(1) : abs(Ball::point(at)));
  const auto beside = [&](const Ball& offset) {
    Vector<Ball> moved = x;
    moved[i] += offset.widened(r / Ball(2));
    return slope(moved, i);
  };
  const Ball left = beside(-r), right = beside(r);
  if (left.upper() < right.lower() || right.upper() < left.lower()) {
    PartialDerivative d = hull_of(left, right);
    d.kink = true;
    return d;
  }
  const Ball there = slope(x, i);
  return hull_of(there, there);
}

}  // namespace

double PartialDerivative::distance(double given) const { return std::max({0.0, lower - given, given - upper}); }

GradientReport check_gradient(const ValueFunction& f, const GradientFunction& gradient, const Vector<double>& x,
                              const GradientOptions& options) {
  require_sound(x, x, options);
  const double f_x = f(x);
  if (!std::isfinite(f_x)) throw std::invalid_argument(fmt::format("f(x) is {}; give a point of f's domain", f_x));
  const Vector<double> given = gradient(x);
  require_sound(x, given, options);
  std::vector<PartialDerivative> derivatives;
  for (Eigen::Index i = 0; i < x.size(); ++i) derivatives.push_back(estimated(f, f_x, x, i, options.doubt));
  return report(false, given, derivatives, options);
}

GradientReport check_gradient(const Objective& f, const Vector<double>& x, const GradientOptions& options) {
  if (x.size() != f.dimension())
    throw std::invalid_argument(fmt::format("x: {} entries; {} has {}", x.size(), f.describe(), f.dimension()));
  const ObjectiveOver<double>& over = f.over<double>();
  return check_gradient([&](const Vector<double>& at) { return over.value(at); },
                        [&](const Vector<double>& at) { return over.gradient(at); }, x, options);
}

GradientReport detail::certify(const Slope<Ball>& ball, const Slope<Interval>& interval,
                               const GradientFunction& gradient, const Vector<double>& x,
                               const GradientOptions& options) {
  require_sound(x, x, options);
  const Vector<double> given = gradient(x);
  require_sound(x, given, options);
  const Ball::Precision precision(512);
  const Vector<Ball> balls = exact<Ball>(x);
  const Vector<Interval> intervals = exact<Interval>(x);
  std::vector<PartialDerivative> derivatives;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    PartialDerivative d = enclosed(ball, balls, x[i], i);
    const Interval rounded = interval(intervals, i);
    d.error = std::max({unit_in_last_place(std::max(std::abs(d.lower), std::abs(d.upper))), d.lower - rounded.lower(),
                        rounded.upper() - d.upper});
    d.reach = options.doubt * d.error;
    if (!std::isfinite(d.upper - d.lower)) d = unknown("balls do not enclose a derivative of f there");
    derivatives.push_back(d);
  }
  return report(true, given, derivatives, options);
}

}  // namespace verigrad
