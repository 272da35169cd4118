// Whether a vector is a subgradient where several coordinates meet at one kink.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "verigrad/evidence/evidence.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The gradient of f at a point beside a kink, in the coordinates of the kink.
struct NearbyGradient {
  Vector<Ball> entries;
  double error = 0;               ///< of an estimate: how far off an entry may be besides
  Vector<double> direction = {};  ///< from x, in which it was found
};

/// What can be asked of f at a point where it has a kink in k coordinates. All directions have k entries.
struct KinkOracle {
  /// The gradient of f as the kink is approached from x + t · direction, t ↓ 0; none where that is not settled.
  std::function<std::optional<NearbyGradient>(const Vector<double>& direction)> gradient_towards;
  /// Contains ⟨v, direction⟩ for every subgradient v of f; the whole line when nothing is known. `found` are the
  /// gradients that were found so far.
  std::function<Interval(const Vector<double>& direction, const std::vector<NearbyGradient>& found)> bound_along;
};

/// The verdict on a vector of k entries, and the entries of the gradients that were found beside the kink.
struct KinkJudgement {
  Verdict verdict = Verdict::undecided;
  std::string remark = {};
  std::vector<NearbyGradient> found = {};
};

/// Clarke's subdifferential is the convex hull of the limits of nearby gradients, for convex f and others. So `given`
/// holds when a convex combination of gradients found beside the kink is within `error` of it, entry by entry, and
/// fails when along a direction d it is beyond what bounds all subgradients, by more than `doubt` Σ |dᵢ| errorᵢ. Both
/// are checked with enclosed arithmetic. Directions to look in are the axes, pairs, diagonals, `given` and
/// pseudo-random ones, and then again and again the one from the hull of what was found to `given`.
/// `error_of(lowest, highest)` is the error of the entries, of which `lowest` and `highest` were found beside the kink.
using ErrorOf = std::function<Vector<double>(const Vector<double>& lowest, const Vector<double>& highest)>;
KinkJudgement judge_at_kink(const Vector<double>& given, double doubt, const KinkOracle& oracle,
                            const ErrorOf& error_of);

/// The least and greatest entries of what was found, rounded outward.
std::pair<Vector<double>, Vector<double>> range_of(const std::vector<NearbyGradient>& found);

/// k pseudo-random multiples of 2⁻¹⁰ in (−1, 1), none 0; the same for the same n.
Vector<double> pseudo_random_direction(Eigen::Index k, int n);

}  // namespace verigrad
