// Linear algebra in exact rationals: systems, semidefiniteness, least squares.
#pragma once

#include <optional>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A solution of H x = c, with 0 for the unknowns that are free; empty when there is none. Throws std::invalid_argument
/// when sizes differ.
std::optional<Vector<Rational>> solution(const Matrix<Rational>& h, const Vector<Rational>& c);
/// As above; throws std::invalid_argument when there is none.
Vector<Rational> solve(const Matrix<Rational>& h, const Vector<Rational>& c);

/// Whether the symmetric H has no negative eigenvalue.
bool positive_semidefinite(Matrix<Rational> h);

/// AᵀA, Aᵀb and bᵀb of doubles, exactly.
struct NormalEquations {
  Matrix<Rational> gram;
  Vector<Rational> moment;
  Rational square;
};
/// Of A (N × d) and b (N), all finite; a block of rows at a time is made integers.
NormalEquations normal_equations(const Matrix<double>& a, const Vector<double>& b);

}  // namespace verigrad
