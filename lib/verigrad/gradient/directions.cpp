#include "verigrad/gradient/directions.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/gradient/differences.hpp"
#include "verigrad/gradient/ray.hpp"
#include "verigrad/gradient/subgradients.hpp"

namespace verigrad {
namespace {

constexpr int directions_of_a_kind = 4;
constexpr std::size_t most_located = 4, most_at_fault_together = 6;
constexpr std::size_t most_pieces = 16;  ///< of a group that is at fault only together

using Coordinates = std::vector<Eigen::Index>;

/// Entries of size ½ to 1 and both signs: none is overlooked.
Vector<double> unit_direction(Eigen::Index n, int which) {
  return pseudo_random_direction(n, which).unaryExpr(
      [](double entry) { return std::copysign(0.5 + std::abs(entry) / 2, entry); });
}

/// Uniform ones, and such as are in proportion to x, which leave out what is 0 there; the sum, and the gradient itself.
std::vector<Vector<double>> directions_at(const Vector<double>& x, const Vector<double>& given) {
  std::vector<Vector<double>> directions{Vector<double>::Ones(x.size()), given};
  for (int n = 0; n < directions_of_a_kind; ++n) {
    directions.push_back(unit_direction(x.size(), 2 * n));
    directions.push_back(unit_direction(x.size(), 2 * n + 1).cwiseProduct(x));
  }
  std::erase_if(directions, [](const Vector<double>& d) { return d.isZero(0); });
  return directions;
}

class DirectionSearch {
public:
  DirectionSearch(const ValueFunction& f, double f_x, const Vector<double>& x, const Vector<double>& given,
                  const GradientOptions& options)
      : f_(f), f_x_(f_x), x_(x), given_(given), options_(options) {
    result_.found.entries.resize(std::size_t(x.size()));
    Coordinates not_finite;
    for (Eigen::Index i = 0; i < given_.size(); ++i)
      if (!std::isfinite(given_[i])) not_finite.push_back(i);
    for (const Eigen::Index i : not_finite) given_[i] = 0;
    directions_ = directions_at(x_, given_);
    for (const std::size_t k : {std::size_t(0), directions_.size() - 1})
      noise_ = std::max(noise_, Ray(f_, x_, directions_[k], options_.digits).noise());
    for (const Eigen::Index i : not_finite)
      if (located_ < most_located) locate({i});
    result_.along.fewer = not_finite.size() > most_located;
  }

  DirectionFindings find() {
    std::size_t k = 0;
    for (; k < directions_.size() && located_ < most_located; ++k)
      while (located_ < most_located && parts(directions_[k])) locate(narrowed(directions_[k]));
    summarise(k < directions_.size());
    result_.noise = noise_;
    return std::move(result_);
  }

private:
  /// What f grows faster along d than the gradient says, per unit of d.
  EntryFinding excess(const Vector<double>& d) const {
    const Ray ray(f_, x_, d, options_.digits);
    EntryFinding finding = finding_of(ray.slopes_beyond(given_, f_x_, noise_), options_.doubt);
    if (finding.derivative) {
      PartialDerivative& excess = *finding.derivative;
      const double allowed = options_.relative * given_.cwiseProduct(d).cwiseAbs().sum() + rounding_along(d);
      excess.lower *= ray.length();
      excess.upper *= ray.length();
      excess.reach = std::max(excess.reach * ray.length(), allowed);
    }
    return finding;
  }

  /// Of a gradient computed in the numbers of f: in each entry a unit in the last place of the largest, and underflow.
  double rounding_along(const Vector<double>& d) const {
    const double unit = std::ldexp(given_.cwiseAbs().maxCoeff(), 1 - options_.digits);
    return (unit + std::numeric_limits<double>::min()) * d.cwiseAbs().sum();
  }

  bool parts(const Vector<double>& d) const {
    if (d.isZero(0)) return false;
    const std::optional<PartialDerivative> along = excess(d).derivative;
    return along && along->distance(0) > along->reach;
  }

  Vector<double> only(const Coordinates& coordinates, const Vector<double>& d) const {
    Vector<double> result = Vector<double>::Zero(d.size());
    for (const Eigen::Index i : coordinates) result[i] = d[i];
    return result;
  }

  /// Coordinates without which the direction no longer parts: by halves, quarters, … left out.
  Coordinates narrowed(const Vector<double>& d) const {
    Coordinates group;
    for (Eigen::Index i = 0; i < d.size(); ++i)
      if (d[i] != 0) group.push_back(i);
    for (std::size_t piece = group.size() / 2; piece >= 1 && group.size() <= most_pieces * piece; piece /= 2)
      for (std::size_t begin = 0; begin < group.size() && group.size() > 1;) {
        Coordinates rest = group;
        rest.erase(rest.begin() + std::ptrdiff_t(begin),
                   rest.begin() + std::ptrdiff_t(std::min(begin + piece, rest.size())));
        if (!rest.empty() && parts(only(rest, d)))
          group = std::move(rest);
        else
          begin += piece;
      }
    return group;
  }

  void locate(const Coordinates& group) {
    if (group.size() > most_at_fault_together) {
      result_.along.fewer = true;
      located_ = most_located;
      return;
    }
    const EntryFindings findings = estimated_findings(f_, f_x_, x_, given_, options_, group);
    for (const Eigen::Index i : group) result_.found.entries[std::size_t(i)] = findings.entries[std::size_t(i)];
    if (!findings.joint.coordinates.empty()) result_.found.joint = findings.joint;
    ++located_;
    leave_out(group);
  }

  void leave_out(const Coordinates& coordinates) {
    for (const Eigen::Index i : coordinates) {
      given_[i] = 0;
      for (Vector<double>& d : directions_) d[i] = 0;
      result_.coordinates.push_back(i);
    }
  }

  void summarise(bool ended_early) {
    AlongDirections& along = result_.along;
    along.directions = int(directions_.size());
    along.fewer |= ended_early;
    along.entries = x_.size() - Eigen::Index(result_.coordinates.size());
    if (along.entries == 0) return;
    Vector<double> seen = Vector<double>::Constant(x_.size(), std::numeric_limits<double>::infinity());
    for (const Vector<double>& d : directions_) {
      if (d.isZero(0)) continue;
      const std::optional<PartialDerivative> beyond = excess(d).derivative;
      if (!beyond) continue;
      const double width = std::max(std::abs(beyond->lower), std::abs(beyond->upper)) + beyond->reach;
      for (Eigen::Index i = 0; i < d.size(); ++i)
        if (d[i] != 0) seen[i] = std::min(seen[i], width / std::abs(d[i]));
    }
    along.size = given_.norm() / std::sqrt(double(along.entries));
    along.seen = 0;
    for (Eigen::Index i = 0; i < x_.size(); ++i) {
      if (std::find(result_.coordinates.begin(), result_.coordinates.end(), i) != result_.coordinates.end()) continue;
      along.seen = std::max(along.seen, seen[i]);
      along.hidden += !(seen[i] < std::max(std::abs(given_[i]), along.size) / 2);
    }
  }

  const ValueFunction& f_;
  double f_x_;
  const Vector<double>& x_;
  Vector<double> given_;
  const GradientOptions& options_;
  double noise_ = 0;
  std::vector<Vector<double>> directions_ = {};
  std::size_t located_ = 0;
  DirectionFindings result_ = {};
};

}  // namespace

DirectionFindings findings_along_directions(const ValueFunction& f, double f_x, const Vector<double>& x,
                                            const Vector<double>& given, const GradientOptions& options) {
  return DirectionSearch(f, f_x, x, given, options).find();
}

}  // namespace verigrad
