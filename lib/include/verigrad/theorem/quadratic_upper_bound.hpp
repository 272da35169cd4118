// Quadratic upper bound: if f is L-smooth, f(y) ≤ f(x) + ⟨∇f(x), y − x⟩ + L/2 ‖y − x‖².
// MathDNN, Definition 6.2 and Proposition 6.2.
#pragma once

#include "verigrad/theorem/along_line.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/pair_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::quadratic_upper_bound {

const Statement& statement();

/// f is L-smooth with 0 < L < ∞.
bool applies_to(const Objective& f);

/// f is L-smooth for the claimed L > 0; f need not be convex.
bool hypotheses_hold(const PairInstance& instance);

/// (18): f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L/2 ‖y − x‖².
template <class T>
void conclusion(const Pair<T>& pair, Claims<T>& claims);
/// The other side, which the text does not state: f(x) + ∇f(x)(y − x)ᵀ − L/2 ‖y − x‖² ≤ f(y).
template <class T>
void lower_side(const Pair<T>& pair, Claims<T>& claims);

/// The quantities under the integral sign.
template <class T>
struct Run : Pair<T> {
  T tau;
  Vector<T> g_tau;     ///< ∇f(g(τ)), g(τ) = x + τ(y − x)
  AlongLine<T> along;  ///< g(τ) + h(y − x) within the segment; no points for τ = 0 and τ = 1
};
template <class T>
Run<T> run(const PairInstance& instance);

/// f and two points between which ∇f(g(τ)) is affine in τ from each bend to the next.
struct PathInstance {
  PairInstance pair;
  std::vector<Rational> bends;  ///< ascending, in ]0, 1[

  bool rational() const { return true; }
  std::string describe() const { return pair.describe(); }
};
/// ∇f(g(τ)) at 0, at the bends and at 1: trapezia between them give the proof's integrals without error.
template <class T>
struct Path : Pair<T> {
  std::vector<T> tau;
  std::vector<Vector<T>> gradient;
};
template <class T>
Path<T> path(const PathInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;
template <class T>
using PathForms = std::vector<OldForm<Path<T>, T>>;
template <class T>
using PairForms = std::vector<OldForm<Pair<T>, T>>;

/// The displayed lines of the proof, keys as in statement().steps: those that speak of one τ, and the integrals.
template <class T>
Forms<T> steps();
template <class T>
PathForms<T> integral_steps();
/// Wrong forms of (18) that every check of it must reject.
template <class T>
PairForms<T> planted();

}  // namespace verigrad::quadratic_upper_bound
