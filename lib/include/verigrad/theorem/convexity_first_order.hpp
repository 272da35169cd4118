// Convexity and the first-order inequality: f is convex if and only if f(x) + ⟨∇f(x), y − x⟩ ≤ f(y) for all x, y.
// MathDNN, Definition 6.1 and Proposition 6.1.
#pragma once

#include "verigrad/theorem/along_line.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/pair_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::convexity_first_order {

const Statement& statement();

/// f is convex, and smooth, so that the remainders of the proof have a bound.
bool applies_to(const Objective& f);

/// It applies to f.
bool hypotheses_hold(const PairInstance& instance);

/// The quantities of the proof, in the text's letters.
template <class T>
struct Run : Pair<T> {
  T tau;
  Vector<T> z, g_z;  ///< z = τx + (1 − τ)y and ∇f(z)
  T f_z;
  AlongLine<T> along;  ///< x + t(y − x), its slope ∂f/∂(y − x)(x) = ∇f(x)(y − x)ᵀ
};
template <class T>
Run<T> run(const PairInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// (15): f(z) ≤ τf(x) + (1 − τ)f(y).
template <class T>
void convexity(const Run<T>& run, Claims<T>& claims);

/// (16): f(x) + ∇f(x)(y − x)ᵀ ≤ f(y).
template <class T>
void conclusion(const Pair<T>& pair, Claims<T>& claims);

/// The strict opposites of (15), and of (16) at z against y: f is not convex.
template <class T>
void violation(const Run<T>& run, Claims<T>& claims);

/// The displayed lines of the proof that hold, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed forms, and those that replace them, keys as in statement().errata.
template <class T>
Forms<T> errata();
template <class T>
Forms<T> corrected();
/// Wrong forms of (15) and (16) that every check of them must reject.
template <class T>
Forms<T> planted();

}  // namespace verigrad::convexity_first_order
