#include "verigrad/gradient/differences.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/gradient/ray.hpp"
#include "verigrad/gradient/subgradients.hpp"

namespace verigrad {
namespace {

constexpr int trials = 6;                ///< directions in which the derivative is compared with the sum of the slopes
constexpr std::size_t most_shared = 16;  ///< of a kink, whose gradients take 2k + 1 lines each
constexpr double aside = 0x1p-14;        ///< of a direction, to see the derivatives of f′(x; ·)

EntryFinding at_kink(const Extrapolated& left, const Extrapolated& right, double doubt) {
  PartialDerivative d{std::min(left.value, right.value), std::max(left.value, right.value)};
  d.error = std::max(left.error, right.error);
  d.reach = doubt * d.error;
  d.kink = true;
  return {d};
}

EntryFinding one_side_alone(const char* finite, const char* other, const Extrapolated& slope) {
  return derivative_unknown(std::isfinite(slope.error)
                                ? fmt::format("f is not finite on the {}; its slope on the {} is {} ± {:.1e}", other,
                                              finite, slope.value, slope.error)
                                : fmt::format("f is not finite on the {}", other));
}

}  // namespace

EntryFinding finding_of(const OneSidedAndCentral& differences, double doubt) {
  const Extrapolated &left = differences.left, &right = differences.right, &central = differences.central;
  if (!differences.left_finite && !differences.right_finite)
    return derivative_unknown("f is not finite on either side");
  if (!differences.left_finite) return one_side_alone("right", "left", right);
  if (!differences.right_finite) return one_side_alone("left", "right", left);
  if (!std::isfinite(left.error) || !std::isfinite(right.error))
    return derivative_unknown("the differences do not converge");
  if (std::abs(right.value - left.value) > doubt * (left.error + right.error))
    return differences.may_underflow ? derivative_unknown("so near to 0, what f computes on the way may underflow")
                                     : at_kink(left, right, doubt);
  if (!std::isfinite(central.error)) return derivative_unknown("the differences do not converge");
  PartialDerivative d{central.value, central.value, central.error};
  // A kink that the one-sided estimates cannot see may lie as far off as they reach.
  d.reach = std::max({doubt * d.error, std::abs(left.value - central.value) + doubt * left.error,
                      std::abs(right.value - central.value) + doubt * right.error});
  return {d};
}

namespace {

class Estimate {
public:
  Estimate(const ValueFunction& f, double f_x, const Vector<double>& x, const Vector<double>& given,
           const GradientOptions& options)
      : f_(f),
        f_x_(f_x),
        x_(x),
        given_(given),
        options_(options),
        middles_(Vector<double>::Zero(x.size())),
        slopes_(std::size_t(x.size())),
        findings_{std::vector<EntryFinding>(std::size_t(x.size()))} {}

  EntryFindings find() {
    for (Eigen::Index i = 0; i < x_.size(); ++i) find_along_axis(i);
    if (x_.size() < 2 || is_additive()) return findings_;
    std::vector<Eigen::Index> known, shared;
    for (Eigen::Index i = 0; i < x_.size(); ++i)
      if (at(i).derivative) known.push_back(i);
    for (const Eigen::Index i : known)
      if (!is_separate({i})) shared.push_back(i);
    judge_jointly(shared.empty() ? known : shared);
    return findings_;
  }

  /// Of one coordinate, or of several that are at fault only together: beside them f varies with others as it may.
  EntryFindings find(const std::vector<Eigen::Index>& coordinates) {
    only_known_ = false;
    for (const Eigen::Index i : coordinates) find_along_axis(i);
    std::vector<Eigen::Index> shared;
    for (const Eigen::Index i : coordinates)
      if (at(i).derivative && (coordinates.size() > 1 || !is_separate({i}))) shared.push_back(i);
    if (shared.empty()) return findings_;
    if (is_separate(shared))
      judge_jointly(shared);
    else
      leave_open(shared, "at a kink that other coordinates share");
    return findings_;
  }

private:
  EntryFinding& at(Eigen::Index i) { return findings_.entries[std::size_t(i)]; }

  void find_along_axis(Eigen::Index i) {
    const Ray ray(f_, x_, Vector<double>::Unit(x_.size(), i), options_.digits);
    const double noise = ray.noise();
    noise_ = std::max(noise_, noise);
    findings_.noise = noise_;
    const OneSidedAndCentral along = ray.slopes(f_x_, noise);
    at(i) = finding_of(along, options_.doubt);
    middles_[i] = at(i).derivative ? at(i).derivative->middle() : 0;
    slopes_[std::size_t(i)] = along;
    if (std::optional<PartialDerivative>& d = at(i).derivative) {
      d->scale = std::max(along.slope, std::abs(f_x_) / ray.widest_step());
      const double allowed = options_.relative * std::max(std::abs(d->lower), std::abs(d->upper)) + rounding_of_given();
      d->error = std::max(d->error, allowed);
      d->reach = std::max(d->reach, allowed);
    }
  }

  /// Of a gradient computed in the numbers of f where they are coarse: a unit in the last place of its largest entry.
  double rounding_of_given() const {
    if (options_.digits >= all_digits || !given_.allFinite()) return 0;
    return std::ldexp(given_.cwiseAbs().maxCoeff(), 1 - options_.digits);
  }

  /// f′(x; d), and f′(x; −d) with its sign changed as `left`.
  OneSidedAndCentral along(const Vector<double>& d) const {
    const Ray ray(f_, x_, d, options_.digits);
    const bool coarse = options_.digits < all_digits;
    OneSidedAndCentral result = coarse ? ray.slopes_beyond(middles_, f_x_, noise_) : ray.slopes(f_x_, noise_);
    const double told = coarse ? middles_.dot(d) / ray.length() : 0;
    for (Extrapolated* side : {&result.left, &result.right}) {
      side->value = (side->value + told) * ray.length();
      side->error *= ray.length();
    }
    return result;
  }

  /// Σ dᵢ f′(x; ±eᵢ) with the sign of dᵢ, which is f′(x; d) where no kink is shared.
  Extrapolated sum_of_slopes(const Vector<double>& d) const {
    Extrapolated sum{0, 0};
    for (Eigen::Index i = 0; i < d.size(); ++i) {
      if (d[i] == 0) continue;
      const Extrapolated& slope = d[i] > 0 ? slopes_[std::size_t(i)].right : slopes_[std::size_t(i)].left;
      sum.value += d[i] * slope.value;
      sum.error += std::abs(d[i]) * slope.error;
    }
    return sum;
  }

  /// That a and b differ clearly beyond their errors. NaN and ∞ tell nothing.
  bool differ(const Extrapolated& a, const Extrapolated& b) const {
    return std::abs(a.value - b.value) > options_.doubt * (a.error + b.error);
  }

  /// A pseudo-random direction along coordinates whose derivatives are known, in units of their scales. All entries of
  /// the first two have one sign: along others half of the ties of two do not show.
  Vector<double> trial(int n) const {
    Vector<double> d = pseudo_random_direction(x_.size(), n);
    if (n < 2) d = (n == 0 ? 1 : -1) * d.cwiseAbs();
    for (Eigen::Index i = 0; i < d.size(); ++i)
      d[i] = !only_known_ || findings_.entries[std::size_t(i)].derivative ? std::ldexp(d[i], exponent_of(i)) : 0;
    return d;
  }
  int exponent_of(Eigen::Index i) const { return x_[i] == 0 ? 0 : std::ilogb(x_[i]); }

  bool is_additive() const {
    for (int n = 0; n < trials; ++n) {
      const Vector<double> d = trial(n);
      if (d.isZero(0)) return true;
      const OneSidedAndCentral slope = along(d);
      if (differ(slope.right, sum_of_slopes(d))) return false;
      const Extrapolated backward = sum_of_slopes(-d);
      if (differ(slope.left, {-backward.value, backward.error})) return false;
    }
    return true;
  }

  /// Whether the slope along these coordinates does not depend on where the others go.
  bool is_separate(const std::vector<Eigen::Index>& coordinates) const {
    for (int n = 0; n < trials; ++n) {
      const Vector<double> d = trial(n);
      Vector<double> alone = Vector<double>::Zero(d.size());
      for (const Eigen::Index i : coordinates) alone[i] = d[i];
      const bool single = coordinates.size() == 1;
      if (alone == d) return true;
      const Extrapolated together = along(d).right, without = along(d - alone).right,
                         own = single ? sum_of_slopes(alone) : along(alone).right;
      if (differ(together, {without.value + own.value, without.error + own.error})) return false;
    }
    return true;
  }

  Vector<double> spread(const std::vector<Eigen::Index>& coordinates, const Vector<double>& direction) const {
    Vector<double> result = Vector<double>::Zero(x_.size());
    for (Eigen::Index k = 0; k < direction.size(); ++k) result[coordinates[std::size_t(k)]] = direction[k];
    return result;
  }

  /// The gradient of f′(x; ·) at d. Its error is what differences to both sides and Σ vᵢ dᵢ = f′(x; d) give away.
  std::optional<NearbyGradient> gradient_towards(const std::vector<Eigen::Index>& coordinates,
                                                 const Vector<double>& direction) const {
    const Eigen::Index k = direction.size();
    const double length = direction.cwiseAbs().maxCoeff(), step = aside * length;
    const Extrapolated there = along(spread(coordinates, direction)).right;
    Vector<double> v(k);
    double error = 0;
    for (Eigen::Index j = 0; j < k; ++j) {
      const Vector<double> shift = step * Vector<double>::Unit(k, j);
      const Extrapolated up = along(spread(coordinates, direction + shift)).right,
                         down = along(spread(coordinates, direction - shift)).right;
      v[j] = (up.value - down.value) / (2 * step);
      error = std::max(error, (std::abs(up.value - 2 * there.value + down.value) + up.error + down.error) / step);
    }
    error += (std::abs(v.dot(direction) - there.value) + there.error) / length;
    if (!(error < v.cwiseAbs().maxCoeff() / 8)) return {};
    return NearbyGradient{exact<Ball>(v), error, direction};
  }

  Interval bound_along(const std::vector<Eigen::Index>& coordinates, const Vector<double>& direction,
                       const std::vector<NearbyGradient>& found) const {
    if (!is_one_sided(found)) return Interval::whole();
    const OneSidedAndCentral slope = along(spread(coordinates, direction));
    Interval result = Interval::hull(slope.right.value, slope.right.value);
    for (const Extrapolated& side : {slope.left, slope.right})
      result = hull(result,
                    Interval::hull(side.value - options_.doubt * side.error, side.value + options_.doubt * side.error));
    return result;
  }

  /// Whether no gradient found beside the kink is farther along the direction of another than that one, or none less
  /// far, beyond their errors: so it is where f is convex or concave, and one-sided slopes bound the subgradients.
  static bool is_one_sided(const std::vector<NearbyGradient>& found) {
    bool none_farther = true, none_less_far = true;
    for (const NearbyGradient& own : found)
      for (const NearbyGradient& other : found) {
        double farther = 0;
        for (Eigen::Index j = 0; j < own.direction.size(); ++j)
          farther += (approximate(other.entries[j]) - approximate(own.entries[j])) * own.direction[j];
        const double error = (own.error + other.error) * own.direction.cwiseAbs().sum();
        none_farther &= farther <= error;
        none_less_far &= farther >= -error;
      }
    return none_farther || none_less_far;
  }

  void judge_jointly(const std::vector<Eigen::Index>& shared) {
    if (shared.size() > most_shared) return leave_open(shared, "at a kink that too many coordinates share");
    const KinkOracle oracle{[&](const Vector<double>& direction) { return gradient_towards(shared, direction); },
                            [&](const Vector<double>& direction, const std::vector<NearbyGradient>& found) {
                              return bound_along(shared, direction, found);
                            }};
    const auto error_of = [&](const Vector<double>& lowest, const Vector<double>&) {
      return Vector<double>(Vector<double>::NullaryExpr(
          lowest.size(), [&](Eigen::Index k) { return at(shared[std::size_t(k)]).derivative->error; }));
    };
    const KinkJudgement judgement = judge_at_kink(given_(shared), options_.doubt, oracle, error_of);
    if (judgement.found.empty()) return leave_open(shared, judgement.remark);
    findings_.joint = {shared, judgement.verdict, judgement.remark};
    const auto [lowest, highest] = range_of(judgement.found);
    double error = 0;
    for (const NearbyGradient& v : judgement.found) error = std::max(error, v.error);
    for (std::size_t k = 0; k < shared.size(); ++k) {
      PartialDerivative& d = *at(shared[k]).derivative;
      d.lower = lowest[Eigen::Index(k)];
      d.upper = highest[Eigen::Index(k)];
      d.error = std::max(d.error, error);
      d.reach = options_.doubt * d.error;
      d.kink = d.shared = true;
    }
  }

  void leave_open(const std::vector<Eigen::Index>& shared, const std::string& why) {
    for (const Eigen::Index i : shared) at(i) = derivative_unknown(why);
  }

  const ValueFunction& f_;
  double f_x_;
  const Vector<double>& x_;
  const Vector<double>& given_;
  const GradientOptions& options_;
  double noise_ = 0;
  bool only_known_ = true;  ///< whether trials keep to coordinates whose derivatives are known
  Vector<double> middles_;  ///< of the derivatives, or 0: what slopes are told from where points are rounded coarsely
  std::vector<OneSidedAndCentral> slopes_;
  EntryFindings findings_;
};

}  // namespace

EntryFindings estimated_findings(const ValueFunction& f, double f_x, const Vector<double>& x,
                                 const Vector<double>& given, const GradientOptions& options) {
  return Estimate(f, f_x, x, given, options).find();
}

EntryFindings estimated_findings(const ValueFunction& f, double f_x, const Vector<double>& x,
                                 const Vector<double>& given, const GradientOptions& options,
                                 const std::vector<Eigen::Index>& coordinates) {
  return Estimate(f, f_x, x, given, options).find(coordinates);
}

}  // namespace verigrad
