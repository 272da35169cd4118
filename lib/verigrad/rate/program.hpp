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
  Vector<double> values;
  Matrix<double> form;
  std::vector<Constraint> constraints;
};

/// Throws std::invalid_argument where the setting is unsound.
Program program(const StepMatrix& points, const Setting& setting);

}  // namespace verigrad::rate
