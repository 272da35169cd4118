#include "verigrad/gradient/enclosures.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/gradient/subgradients.hpp"

namespace verigrad {
namespace {

/// How far from x to look, and with how many bits: at first where smooth functions are cheap, then where the kinks of
/// functions with double data are alone.
struct Scale {
  int distance, bits;
};
constexpr Scale coarse{200, 512}, fine{1200, 6144};

constexpr int closer = 64;    ///< one-sided derivatives are taken twice, the second time 2⁻⁶⁴ times as far off
constexpr int thinner = 300;  ///< their points are balls of this radius relative to the distance
constexpr int much_closer = 600;  ///< of a coordinate that is moved alone, against the box of the others
constexpr int directions_of_approach = 8;
constexpr int most_in_shell = 3;                  ///< coordinates of a kink that is surrounded by cells
constexpr int cells_in_shell[] = {0, 1, 64, 12};  ///< on each edge, by the number of coordinates

/// Their bounds, which are tighter than those of their hull: its radius has 30 bits.
PartialDerivative range(const Ball& a, const Ball& b) {
  return {std::min(a.lower(), b.lower()), std::max(a.upper(), b.upper())};
}

/// Whether a is known to about a unit in the last place of a double, of its own or of `size` if that is larger.
bool is_settled(const Ball& a, double size = 0) {
  const double lower = a.lower(), upper = a.upper();
  if (!std::isfinite(lower) || !std::isfinite(upper)) return false;
  const double unit = unit_in_last_place(std::max({std::abs(lower), std::abs(upper), size}));
  return upper - lower <= 2 * unit;
}

bool overlap(const Ball& a, const Ball& b) {
  const Sign sign = sign_of(a - b);
  return sign != Sign::positive && sign != Sign::negative;
}

Ball power_of_2(int exponent) {
  Ball result(1);
  arb_mul_2exp_si(result.arb(), result.arb(), exponent);
  return result;
}

/// f near x at one scale.
class Neighbourhood {
public:
  Neighbourhood(const detail::Along<Ball>& f, const Vector<double>& x, Scale scale)
      : precision_(scale.bits),
        f_(f),
        x_(exact<Ball>(x)),
        still_(Vector<Ball>::Constant(x.size(), Ball(0))),
        distance_(-scale.distance),
        held_(std::size_t(x.size()), false),
        f_x_(value(x_)) {}

  bool is_defined() const { return f_x_.is_finite(); }
  /// Leaves x_i where it is in `box`.
  void hold(Eigen::Index i) { held_[std::size_t(i)] = true; }

  Ball value(const Vector<Ball>& at) const { return f_(at, still_).value(); }
  Ball slope(const Vector<Ball>& at, const Vector<Ball>& direction) const { return f_(at, direction).tangent(); }
  Vector<Ball> axis(Eigen::Index i, int sign = 1) const {
    Vector<Ball> result = still_;
    result[i] = Ball(sign);
    return result;
  }

  /// All points within the distance of x.
  Vector<Ball> box() const {
    Vector<Ball> result = x_;
    for (Eigen::Index i = 0; i < x_.size(); ++i)
      if (!held_[std::size_t(i)]) result[i] = x_[i].widened(power_of_2(distance_));
    return result;
  }
  const Vector<Ball>& point() const { return x_; }

  /// (f(x + t d) − f(x))/t.
  Ball quotient(const Vector<Ball>& d, const Ball& t) const { return (value(Vector<Ball>(x_ + d * t)) - f_x_) / t; }
  Ball quotient(const Vector<Ball>& d) const { return quotient(d, power_of_2(distance_)); }

  /// A derivative that is one and the same for all of the box, in which f does not jump along the axis.
  std::optional<Ball> derivative(Eigen::Index i) const {
    const Ball everywhere = slope(box(), axis(i));
    if (!is_settled(everywhere)) return {};
    for (const int sign : {1, -1})
      if (const Ball q = Ball(sign) * quotient(axis(i, sign)); !q.is_finite() || !overlap(q, everywhere)) return {};
    const Ball there = slope(x_, axis(i));
    return there.is_finite() ? there : everywhere;
  }

  /// lim (f(x + t d) − f(x))/t, t ↓ 0: the slope nearer to x, where it agrees with the other and with both quotients.
  std::optional<Ball> one_sided(const Vector<Ball>& d) const {
    const Ball t = power_of_2(distance_), nearer = power_of_2(distance_ - closer);
    const Ball result = slope_beside(d, nearer);
    const Ball others = hull(slope_beside(d, t), hull(quotient(d, t), quotient(d, nearer)));
    return is_settled(hull(result, others)) ? std::optional(result) : std::nullopt;
  }

  bool is_defined_towards(const Vector<Ball>& d) const { return quotient(d).is_finite(); }

  /// Whether f(x + t d) approaches f(x) as t does, in proportion: not at jumps, nor where f is infinitely steep.
  bool approaches(const std::vector<Eigen::Index>& coordinates, const Vector<double>& direction) const {
    const Vector<Ball> d = spread(coordinates, direction);
    return is_settled(hull(quotient(d), quotient(d, power_of_2(distance_ - closer))));
  }

  /// Whether the one-sided derivative along ±eᵢ stays what it is wherever the others are in the box.
  bool depends_on_sign_only(Eigen::Index i, int sign, const Ball& one_sided) const {
    const Ball t = power_of_2(distance_ - much_closer);
    Vector<Ball> at = box();
    at[i] = x_[i] + thick(Ball(sign) * t);
    return is_settled(hull(slope(at, axis(i, sign)), one_sided));
  }

  /// The gradient in these coordinates on the way from x along d, where it is one and the same at two distances.
  std::optional<NearbyGradient> gradient_towards(const std::vector<Eigen::Index>& coordinates,
                                                 const Vector<double>& direction) const {
    const Vector<Ball> d = spread(coordinates, direction);
    NearbyGradient result;
    Ball along(0);
    double size = 0;
    result.direction = direction;
    result.entries.resize(direction.size());
    for (Eigen::Index k = 0; k < direction.size(); ++k) {
      Ball& entry = result.entries[k];
      const Vector<Ball> e = axis(coordinates[std::size_t(k)]);
      entry = hull(slope(around(coordinates, d, distance_), e), slope(around(coordinates, d, distance_ - closer), e));
      if (!entry.is_finite()) return {};
      along += entry * Ball::point(direction[k]);
      size = std::max(size, std::abs(approximate(entry)));
    }
    for (const Ball& entry : result.entries)
      if (!is_settled(entry, size)) return {};
    for (const int distance : {distance_, distance_ - closer})
      if (!is_settled(hull(along, quotient(d, power_of_2(distance))), size * direction.cwiseAbs().maxCoeff()))
        return {};
    return result;
  }

  /// Contains ⟨v, direction⟩ for all gradients v in the box, by the box as a whole and by a shell of cells.
  Interval bound_along(const std::vector<Eigen::Index>& coordinates, const Vector<double>& direction) const {
    const Vector<Ball> d = spread(coordinates, direction);
    const Interval in_box = slopes_in(box(), d), in_shell = slopes_in_shell(coordinates, d);
    return Interval::hull(std::max(in_box.lower(), in_shell.lower()), std::min(in_box.upper(), in_shell.upper()));
  }

private:
  /// t with a relative radius.
  static Ball thick(const Ball& t) { return t.widened(t * power_of_2(-thinner)); }

  Ball slope_beside(const Vector<Ball>& d, const Ball& t) const { return slope(Vector<Ball>(x_ + d * thick(t)), d); }

  /// Contains ⟨∇f(y), d⟩ for all y there at which f is differentiable; the whole line where that is not enclosed.
  Interval slopes_in(const Vector<Ball>& at, const Vector<Ball>& d) const {
    const Ball slopes = slope(at, d);
    return slopes.is_finite() ? Interval::hull(slopes.lower(), slopes.upper()) : Interval::whole();
  }

  Interval slopes_in_shell(const std::vector<Eigen::Index>& coordinates, const Vector<Ball>& d) const {
    if (coordinates.size() > most_in_shell) return Interval::whole();
    std::optional<Interval> result;
    for_each_cell(coordinates, [&](const Vector<Ball>& cell) {
      const Interval slopes = slopes_in(cell, d);
      result = result ? hull(*result, slopes) : slopes;
    });
    return *result;
  }

  Vector<Ball> spread(const std::vector<Eigen::Index>& coordinates, const Vector<double>& direction) const {
    Vector<Ball> result = still_;
    for (Eigen::Index k = 0; k < direction.size(); ++k) result[coordinates[std::size_t(k)]] = Ball::point(direction[k]);
    return result;
  }

  /// A small box around x + 2^distance d, so that no kink passes through unseen.
  Vector<Ball> around(const std::vector<Eigen::Index>& coordinates, const Vector<Ball>& d, int distance) const {
    Vector<Ball> result = x_;
    for (const Eigen::Index i : coordinates)
      result[i] += (d[i] * power_of_2(distance)).widened(power_of_2(distance - thinner));
    return result;
  }

  /// Boxes that cover the surface of the cube |yᵢ − xᵢ| ≤ distance of these coordinates.
  template <class Visit>
  void for_each_cell(const std::vector<Eigen::Index>& coordinates, const Visit& visit) const {
    const auto k = int(coordinates.size());
    const int count = cells_in_shell[k];
    int cells = 1;
    for (int j = 1; j < k; ++j) cells *= count;
    const Ball half = frac<Ball>(1, count) * power_of_2(distance_);
    for (int face = 0; face < k; ++face)
      for (const int side : {1, -1})
        for (int cell = 0; cell < cells; ++cell) {
          Vector<Ball> at = x_;
          int rest = cell;
          for (int j = 0; j < k; ++j) {
            Ball& entry = at[coordinates[std::size_t(j)]];
            if (j == face) {
              entry += Ball(side) * power_of_2(distance_);
              continue;
            }
            entry += (Ball(2 * (rest % count) + 1 - count) * half).widened(half);
            rest /= count;
          }
          visit(at);
        }
  }

  Ball::Precision precision_;
  const detail::Along<Ball>& f_;
  Vector<Ball> x_, still_;
  int distance_;
  std::vector<bool> held_;
  Ball f_x_;
};

/// Derivatives, and what they are compared with: the same over intervals, which bounds the rounding of doubles.
class Enclosure {
public:
  Enclosure(const detail::Along<Ball>& ball, const detail::Along<Interval>& interval, const Vector<double>& x,
            const Vector<double>& given, const GradientOptions& options)
      : ball_(ball),
        interval_(interval),
        x_(x),
        given_(given),
        options_(options),
        findings_{std::vector<EntryFinding>(std::size_t(x.size()))} {}

  EntryFindings find() {
    const bool is_defined = Neighbourhood(ball_, x_, fine).is_defined();
    for (EntryFinding& finding : findings_.entries)
      if (!is_defined) finding = derivative_unknown("balls do not enclose f(x): is x in its domain?");
    if (!is_defined) return findings_;
    find_smooth(Neighbourhood(ball_, x_, coarse));
    if (Neighbourhood near(ball_, x_, fine); !open().empty()) find_kinks(near);
    return findings_;
  }

private:
  EntryFinding& at(Eigen::Index i) { return findings_.entries[std::size_t(i)]; }

  /// The coordinates of which nothing is found and no reason given.
  std::vector<Eigen::Index> open() {
    std::vector<Eigen::Index> result;
    for (Eigen::Index i = 0; i < x_.size(); ++i)
      if (!at(i).derivative && at(i).remark.empty()) result.push_back(i);
    return result;
  }

  bool any_kink() const {
    return std::any_of(findings_.entries.begin(), findings_.entries.end(),
                       [](const EntryFinding& finding) { return finding.derivative && finding.derivative->kink; });
  }

  void find_smooth(const Neighbourhood& near) {
    for (const Eigen::Index i : open())
      if (const std::optional<Ball> d = near.derivative(i)) settle(i, range(*d, *d));
  }

  void find_kinks(Neighbourhood& near) {
    for (const Eigen::Index i : open())
      if (!near.is_defined_towards(near.axis(i)) || !near.is_defined_towards(near.axis(i, -1))) {
        at(i) = derivative_unknown("balls do not enclose a derivative of f there: f is not enclosed on both sides");
        near.hold(i);
      }
    find_smooth(near);
    for (const Eigen::Index i : open()) find_kink(near, i, false);
    const std::vector<Eigen::Index> left = open();
    if (left.size() == 1 && !any_kink()) find_kink(near, left[0], true);
    if (left.size() > 1) judge_jointly(near, left);
    for (const Eigen::Index i : open()) at(i) = derivative_unknown("balls do not enclose a derivative of f there");
  }

  /// Where the derivative depends on the sign of yᵢ − xᵢ alone, or those in all other coordinates on nothing.
  void find_kink(const Neighbourhood& near, Eigen::Index i, bool others_are_smooth) {
    const std::optional<Ball> right = near.one_sided(near.axis(i)), left = near.one_sided(near.axis(i, -1));
    if (!right || !left) return;
    if (!others_are_smooth && (!near.depends_on_sign_only(i, 1, *right) || !near.depends_on_sign_only(i, -1, *left)))
      return;
    PartialDerivative d = range(-*left, *right);
    d.kink = !overlap(-*left, *right);
    settle(i, d);
  }

  void judge_jointly(const Neighbourhood& near, const std::vector<Eigen::Index>& coordinates) {
    for (int n = 0; n < directions_of_approach; ++n)
      for (const double sign : {1.0, -1.0})
        if (!near.approaches(coordinates, sign * pseudo_random_direction(Eigen::Index(coordinates.size()), n))) return;
    const KinkOracle oracle{
        [&](const Vector<double>& direction) { return near.gradient_towards(coordinates, direction); },
        [&](const Vector<double>& direction, const std::vector<NearbyGradient>&) {
          return near.bound_along(coordinates, direction);
        }};
    const auto error_of = [&](const Vector<double>& lowest, const Vector<double>& highest) {
      return Vector<double>(Vector<double>::NullaryExpr(lowest.size(), [&](Eigen::Index k) {
        PartialDerivative d{lowest[k], highest[k]};
        d.kink = true;
        return with_error(coordinates[std::size_t(k)], d).error;
      }));
    };
    const Vector<double> given = given_(coordinates);
    const KinkJudgement judgement = judge_at_kink(given, options_.doubt, oracle, error_of);
    findings_.joint = {coordinates, judgement.verdict, judgement.remark};
    if (judgement.found.empty()) return;
    const auto [lowest, highest] = range_of(judgement.found);
    for (std::size_t k = 0; k < coordinates.size(); ++k) {
      PartialDerivative d{lowest[Eigen::Index(k)], highest[Eigen::Index(k)]};
      d.kink = d.shared = true;
      settle(coordinates[k], d);
    }
  }

  PartialDerivative with_error(Eigen::Index i, PartialDerivative d) const {
    const Interval rounded = rounded_slope(i, x_);
    const double size = std::max(std::abs(d.lower), std::abs(d.upper));
    double rounding = std::max(d.lower - rounded.lower(), rounded.upper() - d.upper);
    if (d.kink && !std::isfinite(rounding)) rounding = rounding_beside(i);
    d.error = std::max({unit_in_last_place(size), rounding, options_.relative * size});
    d.reach = options_.doubt * d.error;
    return d;
  }

  Interval rounded_slope(Eigen::Index i, const Vector<double>& x) const {
    Vector<Interval> axis = Vector<Interval>::Constant(x.size(), Interval(0));
    axis[i] = Interval(1);
    return interval_(exact<Interval>(x), axis).tangent();
  }

  /// At a kink intervals may bound nothing; then the widest of the slopes at some points beside it stands in.
  double rounding_beside(Eigen::Index i) const {
    constexpr int points = 4;
    double widest = -1;
    for (int n = 0; n < points; ++n) {
      const Vector<double> step = std::ldexp(1, -10) * x_.cwiseAbs().cwiseMax(1);
      const Interval slope =
          rounded_slope(i, Vector<double>(x_ + step.cwiseProduct(pseudo_random_direction(x_.size(), n))));
      if (slope.is_finite()) widest = std::max(widest, slope.upper() - slope.lower());
    }
    return widest < 0 ? std::numeric_limits<double>::infinity() : widest;
  }

  void settle(Eigen::Index i, const PartialDerivative& range) {
    const PartialDerivative d = with_error(i, range);
    at(i) = std::isfinite(d.error) ? EntryFinding{d}
                                   : derivative_unknown("intervals do not bound the rounding of doubles there");
  }

  const detail::Along<Ball>& ball_;
  const detail::Along<Interval>& interval_;
  const Vector<double>& x_;
  const Vector<double>& given_;
  const GradientOptions& options_;
  EntryFindings findings_;
};

}  // namespace

EntryFindings enclosed_findings(const detail::Along<Ball>& ball, const detail::Along<Interval>& interval,
                                const Vector<double>& x, const Vector<double>& given, const GradientOptions& options) {
  return Enclosure(ball, interval, x, given, options).find();
}

}  // namespace verigrad
