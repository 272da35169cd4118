// The gradient is zero at a global minimum: ∇f(x*) = 0.
// MathDNN, Definition 6.3 and Proposition 6.4.
#pragma once

#include "verigrad/theorem/along_line.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/minimum_instance.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::stationarity_at_minimum {

const Statement& statement();

/// f has a known global minimiser and is smooth, so that the remainders of the proof have a bound.
bool applies_to(const Objective& f);

/// It applies to f, and x* is the global minimiser that f itself knows.
bool hypotheses_hold(const MinimumInstance& instance);

/// The quantities of the proof, in the text's letters.
template <class T>
struct Run {
  T L, f_star;
  Vector<T> x_star, gradient;  ///< gradient = ∇f(x*)
  AlongLine<T> along;          ///< g(τ) = x* + τv; slope = (f∘g)′(0)
  Vector<T> x, g_x;            ///< another point and ∇f there
  T f_x;
};
template <class T>
Run<T> run(const MinimumInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// (21): ∇f(x*) = 0.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);

/// The same with a measure, for L-smooth f: ‖∇f(x)‖² ≤ 2L(f(x) − f(x*)). It gives (21) at x = x*.
template <class T>
void gradient_bound(const Run<T>& run, Claims<T>& claims);

/// The displayed lines of the proof that hold, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed forms, and those that replace them, keys as in statement().errata.
template <class T>
Forms<T> errata();
template <class T>
Forms<T> corrected();
/// Wrong forms of the conclusion that every check of it must reject.
template <class T>
Forms<T> planted();

}  // namespace verigrad::stationarity_at_minimum
