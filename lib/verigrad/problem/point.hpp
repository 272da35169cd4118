// Points and vectors written out by hand: the data of witnesses, counterexamples and tests.
#pragma once

#include <initializer_list>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The vector of these entries.
inline Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
}

/// The point x of ℝ.
inline Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

}  // namespace verigrad
