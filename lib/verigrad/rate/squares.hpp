// A positive semidefinite form as squares with short coefficients.
#pragma once

#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad::rate {

/// weight · ⟨of, v⟩², weight > 0.
struct Square {
  Rational weight;
  Vector<Rational> of;
};

/// Squares that S exceeds by a diagonally dominant rest: 2 sᵢᵢ ≥ Σⱼ (|sᵢⱼ| + |sⱼᵢ|) over j ≠ i of what is left, which
/// is 0 where no rest can be spared. Their coefficients are doubles where it can. Throws std::domain_error unless S is
/// symmetric and positive semidefinite.
std::vector<Square> squares_of(const Matrix<Rational>& s);

}  // namespace verigrad::rate
