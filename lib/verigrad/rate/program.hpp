// The semidefinite program of a worst case, in doubles: what a solver is given. Nothing here is trusted.
#pragma once

#include "verigrad/rate/certificate.hpp"

namespace verigrad::rate {

/// constant + values · F + ⟨form, G⟩ ≥ 0, of the symmetric G of inner products and the numbers F.
struct Constraint {
  Inequality of;
  double constant = 0;
  Vector<double> values;
  Matrix<double> form;
};

/// Maximise values · F + ⟨form, G⟩ over G ⪰ 0 under the constraints. F holds f(x_0) − f*, …, f(x_N) − f*, and last the
/// measure, where that is a least one. G is over those vectors of the basis x₀ − x*, g₀, …, g_N that play a part.
struct Program {
  std::vector<Eigen::Index> basis;
  std::vector<Eigen::Index> point;  ///< for each of 0 … N the point that it is one with, itself where it is none
  std::vector<Eigen::Index> value;  ///< for each of 0 … N the place of f(x_k) − f* in F, one for points that are one
  Vector<double> values;
  Matrix<double> form;
  std::vector<Constraint> constraints;
};

/// For each of the points 0 … N the first that is the same whatever the gradients are, which are one there, too.
std::vector<Eigen::Index> coinciding(const StepMatrix& points);
/// For each point itself.
std::vector<Eigen::Index> apart(const StepMatrix& points);

/// `point` is one of the two above: without points that are one twice the program has a point inside of all cones.
/// Throws std::invalid_argument where the setting is unsound.
Program program(const StepMatrix& points, const Setting& setting, const std::vector<Eigen::Index>& point);

}  // namespace verigrad::rate
