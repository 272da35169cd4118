// A gradient of many entries, held against the slopes of f along pseudo-random directions.
#pragma once

#include "verigrad/gradient/findings.hpp"

namespace verigrad {

/// The entries that directions led to, with what was found of them, and what directions tell of all others.
struct DirectionFindings {
  std::vector<Eigen::Index> coordinates = {};
  EntryFindings found = {};
  AlongDirections along = {};
  double noise = 0;
};

/// Compares ⟨given, v⟩ with the derivative of f at x along random directions v, f_x being f(x), and seeks the entries
/// that are to blame where the two differ.
DirectionFindings findings_along_directions(const ValueFunction& f, double f_x, const Vector<double>& x,
                                            const Vector<double>& given, const GradientOptions& options);

}  // namespace verigrad
