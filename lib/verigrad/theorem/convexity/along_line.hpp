// A function along a line, with the remainder of its first-order expansion: the o(τ) of proofs, made a number.
#pragma once

#include "verigrad/claim/claims.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

template <class T>
struct LinePoint {
  T t;
  T f;          ///< f(a + tv)
  T remainder;  ///< f(a + tv) − f(a) − t⟨∇f(a), v⟩
};

/// The line a + tv and its points at t = τ2⁻⁴ᵏ and t = −τ2⁻⁴ᵏ, k = 0 … 4; no points when τ = 0.
template <class T>
struct AlongLine {
  Vector<T> a, v;
  T f_a;
  T slope;  ///< ⟨∇f(a), v⟩
  std::vector<LinePoint<T>> forward, backward;
};
template <class T>
AlongLine<T> along_line(const ObjectiveOver<T>& f, const Vector<T>& a, const Vector<T>& v, double tau);

/// |remainder| ≤ L/2 t²‖v‖² at every point: it is o(t), and ⟨∇f(a), v⟩ is the derivative along v at a.
template <class T>
void small_remainder(const AlongLine<T>& line, const T& L, Claims<T>& claims);

}  // namespace verigrad
