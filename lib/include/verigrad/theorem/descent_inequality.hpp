// Descent inequality: J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖² for a step of gradient descent.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.25)–(1.27).
#pragma once

#include "verigrad/theorem/descent_instance.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::descent_inequality {

const Statement& statement();

/// L bounds the magnitude of every eigenvalue of the Hessian, and γ > 0. That J is twice continuously differentiable is
/// for the instance's maker to see to.
bool hypotheses_hold(const DescentInstance& instance);
/// As above, and γ < 2/L.
bool step_is_short(const DescentInstance& instance);

/// The point ψ = θₖ + s(θₖ₊₁ − θₖ) and what the Hessian does there.
template <class T>
struct Between {
  T along_move;      ///< ½⟨∇²J(ψ)(θₖ₊₁ − θₖ), θₖ₊₁ − θₖ⟩
  T along_gradient;  ///< ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩
};

/// The step from θₖ to θₖ₊₁, with the two points of a grid on it at which the Hessian curves least and most along it.
template <class T>
struct Segment {
  Vector<T> move;  ///< θₖ₊₁ − θₖ
  T needed;  ///< J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), θₖ₊₁ − θₖ⟩: what ½⟨∇²J(ψ)·,·⟩ must be
  Between<T> least, most;
};

/// The quantities of (1.25)–(1.27).
template <class T>
struct Run {
  T L, gamma;
  T largest_eigenvalue;  ///< of the Hessian, over all of ℝᴾ; may be negative
  Trajectory<T> theta, gradient;
  std::vector<T> value;
  std::vector<Segment<T>> segment;
  int n;
};
/// Runs gradient descent with γ = instance.alpha. A search in double proposes the points of the segments; nothing rests
/// on it but whether the claims about them hold. Throws std::logic_error when J has no Hessian product.
template <class T>
Run<T> run(const DescentInstance& instance);
/// As above without the segments, for which J needs no second derivative.
template <class T>
Run<T> run_without_hessian(const DescentInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// J(θₖ) − γ(1 − λγ/2)‖∇J(θₖ)‖².
template <class T>
T bound(const Run<T>& run, const T& lambda, int k);

/// (1.27) for k = 0 … n − 1.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);
/// (1.27) with equality.
template <class T>
void attained(const Run<T>& run, Claims<T>& claims);
/// (1.27) with the largest eigenvalue of the Hessian, whatever its sign, in place of L.
template <class T>
void with_largest_eigenvalue(const Run<T>& run, Claims<T>& claims);
/// J(θₖ₊₁) ≤ J(θₖ), and the opposite with it: J(θₖ₊₁) = J(θₖ).
template <class T>
void decrease(const Run<T>& run, Claims<T>& claims);
template <class T>
void standstill(const Run<T>& run, Claims<T>& claims);
/// The second derivative at one of the two ends of the step fits (1.25): for functions of one variable whose second
/// derivative has two values only, and takes both at the ends.
template <class T>
void an_end_fits(const Run<T>& run, Claims<T>& claims);
/// Any ψ fits (1.25): for quadratics.
template <class T>
void any_point_fits(const Run<T>& run, Claims<T>& claims);

/// The displayed lines, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed form, and the one that replaces it, keys as in statement().errata.
template <class T>
Forms<T> errata();
template <class T>
Forms<T> corrected();
/// Wrong forms of (1.26) and (1.27) that every check must reject.
template <class T>
Forms<T> planted();

/// Σ wᵢ t²/(1 + t²), t = θᵢ − cᵢ: smooth, not convex, not quadratic, exact in rationals; wᵢ > 0. The eigenvalues of its
/// Hessian reach from −½ max w to 2 max w.
ObjectivePtr rational_well(const Vector<double>& weights, const Vector<double>& centre);

}  // namespace verigrad::descent_inequality
