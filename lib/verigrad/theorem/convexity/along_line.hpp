// A function along a line, with the remainder of its first-order expansion: the o(τ) of proofs, made a number.
#pragma once

#include "verigrad/claim/claims.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// A point a + tv of a line.
struct LinePoint {
  Number t;
  Number f;          ///< f(a + tv)
  Number remainder;  ///< f(a + tv) − f(a) − t⟨∇f(a), v⟩
};

/// The line a + tv and its points at t = τ2⁻⁴ᵏ and t = −τ2⁻⁴ᵏ, k = 0 … 4; no points when τ = 0.
struct AlongLine {
  Vector<Number> a, v;
  Number f_a;
  Number slope;  ///< ⟨∇f(a), v⟩
  std::vector<LinePoint> forward, backward;
};
/// From f and ∇f at a; as many points on each side.
AlongLine along_line(const ObjectiveOver<Number>& f, const Vector<Number>& a, const Vector<Number>& v, double tau);

/// |remainder| ≤ L/2 t²‖v‖² at every point: it is o(t), and ⟨∇f(a), v⟩ is the derivative along v at a.
void small_remainder(const AlongLine& line, const Number& L, Claims& claims);

}  // namespace verigrad
