// Co-coercivity of the gradient: if f is convex and L-smooth, 1/L ‖∇f(y) − ∇f(x)‖² ≤ ⟨∇f(y) − ∇f(x), y − x⟩.
// MathDNN, Proposition 6.3.
#pragma once

#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/pair_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::co_coercivity {

const Statement& statement();

/// f is convex and L-smooth with 0 < L < ∞.
bool applies_to(const Objective& f);

/// f is convex and L-smooth for the claimed L > 0.
bool hypotheses_hold(const PairInstance& instance);

/// (19): 1/L ‖∇f(y) − ∇f(x)‖² ≤ (∇f(y) − ∇f(x))(y − x)ᵀ.
template <class T>
void conclusion(const Pair<T>& pair, Claims<T>& claims);

/// (19) with equality: the pair attains the constant 1/L.
template <class T>
void attained(const Pair<T>& pair, Claims<T>& claims);

/// ⟨∇f(y), y − x⟩ < ⟨∇f(x), y − x⟩: f is not convex, and (19) fails for every L.
template <class T>
void violation(const Pair<T>& pair, Claims<T>& claims);

/// What (19) implies, for any two vectors in place of the gradients: with Δ = ∇f(y) − ∇f(x) and d = y − x,
/// L²‖d‖² − ‖Δ‖² = ‖Ld − Δ‖² + 2L(⟨Δ, d⟩ − ‖Δ‖²/L), so that (19) gives (17); and ⟨Δ, d⟩ ≥ 0, so that f is convex.
template <class T>
void smoothness_certificate(const Pair<T>& pair, Claims<T>& claims);

/// The quantities of the proof, in the text's letters.
template <class T>
struct Run : Pair<T> {
  Vector<T> z;            ///< as printed: x − (∇f(y) − ∇f(x))/L
  Vector<T> z_corrected;  ///< x + (∇f(y) − ∇f(x))/L
  T f_z, f_z_corrected;
};
template <class T>
Run<T> run(const PairInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;
template <class T>
using PairForms = std::vector<OldForm<Pair<T>, T>>;

/// The displayed lines of the proof that hold, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed forms, and those that replace them, keys as in statement().errata.
template <class T>
Forms<T> errata();
template <class T>
Forms<T> corrected();
/// Wrong forms of (19) that every check of it must reject.
template <class T>
PairForms<T> planted();

}  // namespace verigrad::co_coercivity
