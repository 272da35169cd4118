#include "verigrad/gradient/subgradients.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "verigrad/gradient/nearest_point.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad {
namespace {

constexpr Eigen::Index most_coordinates = 64, most_paired = 6;

std::vector<Vector<double>> first_directions(const Vector<double>& given) {
  const Eigen::Index k = given.size();
  std::vector<Vector<double>> directions{given, given.cwiseSign(), Vector<double>::Ones(k)};
  for (Eigen::Index i = 0; i < k; ++i) directions.push_back(Vector<double>::Unit(k, i));
  for (Eigen::Index i = 0; i < std::min(k, most_paired); ++i)
    for (Eigen::Index j = 0; j < i; ++j)
      for (const double sign : {1.0, -1.0})
        directions.push_back(Vector<double>::Unit(k, i) + sign * Vector<double>::Unit(k, j));
  for (int n = 0; n < 8 + 2 * k; ++n) directions.push_back(pseudo_random_direction(k, n));
  return directions;
}

/// With a largest entry in [1, 2).
Vector<double> scaled(const Vector<double>& direction) {
  const int exponent = std::ilogb(direction.cwiseAbs().maxCoeff());
  return direction.unaryExpr([=](double entry) { return std::scalbn(entry, -exponent); });
}

/// Scaled, and in multiples of 2⁻²⁰: equal entries stay equal, and products with a direction exact.
Vector<double> rounded(const Vector<double>& direction) {
  return scaled(direction).unaryExpr([](double entry) { return std::round(entry * 0x1p20) * 0x1p-20; });
}

class Search {
public:
  Search(const Vector<double>& given, double doubt, const KinkOracle& oracle, const ErrorOf& error_of)
      : given_(given), doubt_(doubt), oracle_(oracle), error_of_(error_of) {}

  KinkJudgement judge() {
    const Eigen::Index k = given_.size();
    if (!given_.allFinite()) return undecided("another entry is not finite");
    if (k > most_coordinates) return undecided("a kink of too many coordinates at once");
    for (const Vector<double>& direction : first_directions(given_)) look_both_ways(direction);
    if (found_.empty()) return undecided("no gradient found beside the kink");
    for (const Vector<double>& direction : {given_, Vector<double>(Vector<double>::Ones(k))})
      if (!direction.isZero(0) && is_beyond(rounded(direction))) return {Verdict::fails, "", found_};
    for (int n = 0; n < 16 + 4 * k; ++n) {
      const NearestPoint nearest = nearest_to_given();
      if (is_close(nearest.weights)) return {Verdict::holds, "", found_};
      const Vector<double> deviation = approximate(Vector<Rational>(exact<Rational>(given_) - nearest.point));
      if (!(deviation.cwiseAbs().maxCoeff() > 0) || !deviation.allFinite()) break;
      const Vector<double> outward = rounded(deviation);
      const std::size_t before = found_.size();
      look_both_ways(outward);
      look_both_ways(outward + outward.norm() / 16 * pseudo_random_direction(k, n));
      if (found_.size() > before) continue;
      if (is_beyond(outward) || is_beyond(scaled(deviation))) return {Verdict::fails, "", found_};
      break;
    }
    return undecided("at a kink: outside the hull of the gradients found beside it, but there may be others");
  }

private:
  KinkJudgement undecided(const char* why) const { return {Verdict::undecided, why, found_}; }

  void look_both_ways(const Vector<double>& direction) {
    if (direction.isZero(0)) return;
    for (const double sign : {1.0, -1.0})
      if (std::optional<NearbyGradient> v = oracle_.gradient_towards(sign * scaled(direction));
          v && approximate(v->entries).allFinite() && is_new(*v))
        found_.push_back(*std::move(v));
  }

  bool is_new(const NearbyGradient& v) const {
    return std::none_of(found_.begin(), found_.end(), [&](const NearbyGradient& other) {
      for (Eigen::Index i = 0; i < v.entries.size(); ++i)
        if (sign_of(v.entries[i] - other.entries[i]) == Sign::positive ||
            sign_of(v.entries[i] - other.entries[i]) == Sign::negative)
          return false;
      return true;
    });
  }

  NearestPoint nearest_to_given() const {
    Matrix<Rational> vertices(given_.size(), Eigen::Index(found_.size()));
    for (std::size_t n = 0; n < found_.size(); ++n)
      vertices.col(Eigen::Index(n)) = exact<Rational>(approximate(found_[n].entries));
    return nearest_point(vertices, exact<Rational>(given_));
  }

  Vector<double> error() const {
    const auto [lowest, highest] = range_of(found_);
    return error_of_(lowest, highest);
  }

  /// Whether the convex combination with these weights is within the error of `given`.
  bool is_close(const Vector<Rational>& weights) const {
    Vector<Ball> combination = Vector<Ball>::Constant(given_.size(), Ball(0));
    double estimated = 0;
    for (std::size_t n = 0; n < found_.size(); ++n) {
      const Rational& weight = weights[Eigen::Index(n)];
      if (weight == 0) continue;
      combination += enclose<Ball>(weight) * found_[n].entries;
      estimated = std::max(estimated, found_[n].error);
    }
    const Vector<double> allowed = error();
    for (Eigen::Index i = 0; i < given_.size(); ++i) {
      const Ball off = abs(combination[i] - Ball::point(given_[i]));
      if (!certainly_at_most(off, Ball::point(allowed[i]) + Ball::point(estimated))) return false;
    }
    return true;
  }

  bool is_beyond(const Vector<double>& direction) const {
    const Interval bound = oracle_.bound_along(direction, found_);
    if (!bound.is_finite()) return false;
    const Vector<double> allowed = error();
    Interval along(0), margin(0);
    for (Eigen::Index i = 0; i < given_.size(); ++i) {
      along += Interval::point(direction[i]) * Interval::point(given_[i]);
      margin += Interval::point(std::abs(direction[i])) * Interval::point(doubt_) * Interval::point(allowed[i]);
    }
    return certainly_less(Interval::point(bound.upper()) + margin, along) ||
           certainly_less(along, Interval::point(bound.lower()) - margin);
  }

  const Vector<double>& given_;
  double doubt_;
  const KinkOracle& oracle_;
  const ErrorOf& error_of_;
  std::vector<NearbyGradient> found_;
};

}  // namespace

KinkJudgement judge_at_kink(const Vector<double>& given, double doubt, const KinkOracle& oracle,
                            const ErrorOf& error_of) {
  return Search(given, doubt, oracle, error_of).judge();
}

std::pair<Vector<double>, Vector<double>> range_of(const std::vector<NearbyGradient>& found) {
  const auto least = [](const Ball& entry) { return entry.lower(); };
  const auto greatest = [](const Ball& entry) { return entry.upper(); };
  Vector<double> lowest = found.front().entries.unaryExpr(least), highest = found.front().entries.unaryExpr(greatest);
  for (const NearbyGradient& v : found) {
    lowest = lowest.cwiseMin(v.entries.unaryExpr(least));
    highest = highest.cwiseMax(v.entries.unaryExpr(greatest));
  }
  return {lowest, highest};
}

Vector<double> pseudo_random_direction(Eigen::Index k, int n) {
  return Vector<double>::NullaryExpr(k, [=](Eigen::Index i) {
    std::uint64_t bits = std::uint64_t(n) * 0x100000001u + std::uint64_t(i) + 1;  // splitmix64
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return std::ldexp(double(2 * std::int64_t(bits >> 54) + 1) - 1024, -10);
  });
}

}  // namespace verigrad
