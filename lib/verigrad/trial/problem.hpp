// Problems on which an optimiser of another program is run, and what was recorded there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/conformance/play.hpp"
#include "verigrad/conformance/replay.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad::trial {

/// Step k goes along the gradient of one term at the iterate, at the rate k. A sum of one term is f itself.
struct Problem {
  FiniteSum f;
  Vector<double> start;
  std::vector<Rational> rates;  ///< those of the statement; the nearest double is sent
  conformance::HyperParameters hyper;

  int steps() const { return int(rates.size()); }
  /// f alone, where the sum has one term.
  const ObjectivePtr& objective() const { return f.terms().front(); }
  std::string describe() const;
};

/// One run on a problem, along the terms of these indices.
struct Run {
  std::vector<int> indices;
  Trajectory<double> x;                   ///< x₀, x₁, …, as recorded, up to the last that is finite
  std::vector<Vector<double>> gradients;  ///< that were sent
  /// Where the exact step from each recorded iterate ends, enclosed.
  Trajectory<Interval> exact;
  /// How far from there a right step can end, its own rounding and that of the gradient and the rate together; infinite
  /// where an enclosure is not finite.
  std::vector<double> slack;
  /// The first entry that no right step gives.
  std::optional<conformance::Departure> departure = {};
  /// The step after which an entry is not finite.
  std::optional<int> not_finite = {};

  int steps() const { return int(x.size()) - 1; }
  /// Σ slack over the first k steps, rounded up.
  double slack_before(int k) const;
};

/// The exact step of a method from the recorded iterates, the last of which is run.x.back(), along an enclosed
/// gradient.
using ExactStep = Vector<Interval> (*)(const Problem& problem, const Run& run, const Vector<Interval>& gradient);

/// x + μ(x − x of the step before) − τₖ ∇f, with the inertia μ of the hyper-parameter "momentum".
Vector<Interval> heavy_ball_step(const Problem& problem, const Run& run, const Vector<Interval>& gradient);

/// Runs the optimiser, whose steps are to be those of one of the dialects. The gradients of the terms are worked out in
/// enclosures and rounded to the dtype. Throws as conformance::play does.
Run play(const conformance::StartOptimiser& start, const Problem& problem,
         const std::vector<conformance::Dialect>& dialects, const conformance::Dtype& dtype, ExactStep exact_step,
         std::vector<int> indices);

/// The rates at which each step of the run is a step of gradient descent, as far as its rounding tells; none where
/// there is no such rate.
std::optional<Interval> rates_of_descent(const Run& run, const conformance::Dtype& dtype);

}  // namespace verigrad::trial
