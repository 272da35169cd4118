#include "verigrad/problem/minimiser.hpp"

#include <cmath>

#include <Eigen/Cholesky>

#include "verigrad/number/sign.hpp"

namespace verigrad {
namespace {

constexpr int most_newton_steps = 2000;
constexpr int most_refinements = 200;
/// Bits beyond the asked ones at which enclosures are found.
constexpr long guard_bits = 64;

Eigen::LLT<Matrix<double>> factorised(Matrix<double> h) {
  double lift = h.diagonal().maxCoeff() * 0x1p-45;
  Eigen::LLT<Matrix<double>> factor(h);
  for (; factor.info() != Eigen::Success && std::isfinite(lift); lift *= 16)
    factor.compute(h + lift * Matrix<double>::Identity(h.rows(), h.cols()));
  return factor;
}

/// The longest step s, s/2, s/4 … that decreases f as much as its slope promises, up to a share.
Vector<double> damped(const SmoothFunction& f, const Vector<double>& x, const Vector<double>& step, double slope) {
  const double start = f.near_value(x);
  double share = 1;
  const auto enough = [&] {
    return f.near_value(x + share * step) <= start + 1e-4 * share * slope + 0x1p-50 * std::abs(start);
  };
  while (!enough() && share > 0x1p-40) share /= 2;
  return share * step;
}

Ball scaled(const Ball& x, long exponent) {
  Ball result;
  arb_mul_2exp_si(result.arb(), x.arb(), exponent);
  return result;
}

Ball point_of(arf_srcptr x) {
  Ball result;
  arf_set(arb_midref(result.arb()), x);
  return result;
}

/// Points at or above, resp. at or below, every value of x.
Ball ceiling(const Ball& x) {
  arf_t end;
  arf_init(end);
  arb_get_ubound_arf(end, x.arb(), Ball::precision());
  const Ball result = point_of(end);
  arf_clear(end);
  return result;
}
Ball floor_of(const Ball& x) { return -ceiling(-x); }

/// A point at or above ‖v‖.
Ball longest(const Vector<Ball>& v) { return ceiling(sqrt(ceiling(squared_norm(v)))); }

/// The exponent e with ‖v‖ about 2ᵉ.
long exponent_of(const Vector<Ball>& v) {
  long exponent = -ARF_PREC_EXACT;
  for (const Ball& entry : v)
    if (!arf_is_zero(arb_midref(entry.arb())))
      exponent = std::max(exponent, long(arf_abs_bound_lt_2exp_si(arb_midref(entry.arb()))));
  return exponent;
}

/// x − H⁻¹g with H factorised in double, g scaled so that it does not underflow.
Vector<Ball> newton_step(const Vector<Ball>& x, const Vector<Ball>& g, const Eigen::LLT<Matrix<double>>& h) {
  const long exponent = exponent_of(g);
  const Vector<double> right = g.unaryExpr([=](const Ball& entry) { return approximate(scaled(entry, -exponent)); });
  const Vector<double> step = h.solve(right);
  Vector<Ball> result(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) result[i] = (x[i] - scaled(Ball::point(step[i]), exponent)).midpoint();
  return result;
}

Minimum<Ball> enclosed(const Vector<Ball>& x, const Ball& distance, const Ball& lowest, const Ball& highest) {
  return {x.unaryExpr([&](const Ball& entry) { return entry.widened(ceiling(distance)); }), hull(lowest, highest)};
}

Interval outward(const Ball& x) { return Interval::hull(x.lower(), x.upper()); }

template <class T, class Convert>
Minimum<T> converted(const Minimum<Ball>& minimum, Convert convert) {
  return {minimum.x_star.unaryExpr(convert), convert(minimum.f_star)};
}

}  // namespace

Vector<double> newton(const SmoothFunction& f, Vector<double> x) {
  double smallest = std::numeric_limits<double>::infinity();
  for (int k = 0; k < most_newton_steps; ++k) {
    const Vector<double> g = f.near_gradient(x);
    const double size = g.norm();
    if (!(size < smallest) && size < 1e-8) break;
    smallest = std::min(size, smallest);
    const Vector<double> step = -factorised(f.near_hessian(x)).solve(g);
    if (!step.allFinite()) break;
    const Vector<double> taken = damped(f, x, step, g.dot(step));
    x += taken;
    if (taken.norm() <= 0x1p-52 * x.norm()) break;
  }
  return x;
}

Vector<Ball> refined(const SmoothFunction& f, const Vector<double>& start) {
  const auto h = factorised(f.near_hessian(start));
  Vector<Ball> x = exact<Ball>(start);
  Vector<Ball> g = f.gradient(x);
  for (int k = 0; k < most_refinements; ++k) {
    const Vector<Ball> next = newton_step(x, g, h);
    const Vector<Ball> next_gradient = f.gradient(next);
    if (!certainly_less<Ball>(Ball(4) * longest(next_gradient), longest(g))) break;
    x = next;
    g = next_gradient;
  }
  return x;
}

Minimum<Ball> strongly_convex_minimum(const SmoothFunction& f, const Vector<Ball>& x, const Ball& mu) {
  const Ball size = longest(f.gradient(x));
  const Ball value = f.value(x);
  return enclosed(x, size / mu, floor_of(value - square(size) / (Ball(2) * mu)), ceiling(value));
}

std::optional<Minimum<Ball>> self_concordant_minimum(const SmoothFunction& f, const Vector<Ball>& x, const Ball& R,
                                                     const Ball& m) {
  const Ball size = longest(f.gradient(x));
  const Ball share = size * R / m;
  if (!certainly_less(share, Ball(1)) || !certainly_less(Ball(0), m)) return std::nullopt;
  const Ball distance = -log1p(-share) / R;
  const Ball value = f.value(x);
  return enclosed(x, distance, floor_of(value - size * distance), ceiling(value));
}

Minimum<Ball> MinimumCache::at_current_precision(const Enclose& enclose) {
  const std::lock_guard lock(mutex_);
  const long bits = Ball::precision();
  const auto known = known_.find(bits);
  if (known != known_.end()) return known->second;
  const Ball::Precision precision(bits + guard_bits);
  return known_[bits] = enclose();
}

template <>
Minimum<Ball> MinimumCache::get<Ball>(const Enclose& enclose) {
  return at_current_precision(enclose);
}
template <>
Minimum<Interval> MinimumCache::get<Interval>(const Enclose& enclose) {
  const Ball::Precision precision(128);
  return converted<Interval>(at_current_precision(enclose), outward);
}
template <>
Minimum<double> MinimumCache::get<double>(const Enclose& enclose) {
  const Ball::Precision precision(128);
  return converted<double>(at_current_precision(enclose), [](const Ball& x) { return approximate(x); });
}

}  // namespace verigrad
