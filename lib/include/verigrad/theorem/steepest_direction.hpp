// Steepest direction: J(θ + γd) ≥ J(θ) − γ‖∇J(θ)‖ + o(γ) for ‖d‖ = 1, and d = −∇J(θ)/‖∇J(θ)‖ is the best choice.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.15) and (1.16).
#pragma once

#include <optional>

#include "verigrad/problem/objective.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::steepest_direction {

const Statement& statement();

enum class Norm { euclidean, one, maximum };

struct DirectionInstance {
  ObjectivePtr f;
  Vector<double> theta;
  /// What d is made of. Euclidean: the point of the unit sphere that stereographic projection from its last pole sends
  /// to v, (2v, ‖v‖² − 1)/(‖v‖² + 1), for v with one entry less than θ. Other norms: v/‖v‖, v not 0.
  Vector<double> v;
  double gamma;
  Norm norm = Norm::euclidean;
  /// The norm is this multiple of the one named.
  double scale = 1;
  /// ‖∇J(θ)‖, Euclidean, where it is known to be this double: then all of (1.16) can be decided in rationals.
  std::optional<double> gradient_norm = {};
  /// A smoothness constant to claim in place of the objective's own.
  std::optional<double> claimed_L = {};

  double L() const { return claimed_L.value_or(f->curvature().smoothness()); }
  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// ∇J is L-Lipschitz, γ > 0, the norm is the Euclidean one.
bool hypotheses_hold(const DirectionInstance& instance);

/// The quantities of (1.16).
template <class T>
struct Run {
  T L, gamma;
  Vector<T> theta, gradient, d;
  Vector<T> next;        ///< θ − γ∇J(θ), (1.15)
  T value;               ///< J(θ)
  T slope;               ///< ⟨∇J(θ), d⟩
  T gradient_norm;       ///< ‖∇J(θ)‖ in the instance's norm; Euclidean without a known value: ‖∇J(θ)‖²
  T dual_norm;           ///< largest ⟨∇J(θ), d⟩ over ‖d‖ = 1; for the Euclidean norm as gradient_norm
  Vector<T> dual_d;      ///< a d with ‖d‖ = 1 and ⟨∇J(θ), d⟩ = −dual_norm; empty for the Euclidean norm
  std::vector<T> step;   ///< γ, γ/2, γ/4 …
  std::vector<T> along;  ///< J(θ + td) for every t of `step`
  std::vector<T> remainder;  ///< J(θ + td) − J(θ) − t⟨∇J(θ), d⟩ for every t of `step`
};
template <class T>
Run<T> run(const DirectionInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// (1.16) with the o(γ) of its first line, for γ, γ/2, γ/4 …: needs a known gradient norm.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);
/// d = −∇J(θ)/‖∇J(θ)‖ is better than the instance's d by ½‖∇J(θ)‖ times their distance squared. Euclidean, and
/// needs a known gradient norm that is not 0.
template <class T>
void optimal(const Run<T>& run, Claims<T>& claims);
/// (1.16) is attained by d = −∇J(θ)/‖∇J(θ)‖ at first order, and the remainder by L/2 t². For ½L‖θ − c‖².
template <class T>
void attained(const Run<T>& run, Claims<T>& claims);
/// ⟨∇J(θ), d⟩ < 0: d decreases J at first order.
template <class T>
void decreases(const Run<T>& run, Claims<T>& claims);
/// θₖ₊₁ = θₖ.
template <class T>
void stands_still(const Run<T>& run, Claims<T>& claims);
/// J(θ + γd) ≤ J(θ) for this γ.
template <class T>
void decreases_at_gamma(const Run<T>& run, Claims<T>& claims);

/// The displayed lines in the form that any gradient allows, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed forms, and those that replace them, for the instance's norm; keys as in statement().errata.
template <class T>
Forms<T> errata();
template <class T>
Forms<T> corrected();
/// Wrong forms of (1.16) that every check must reject. They need a known gradient norm.
template <class T>
Forms<T> planted();

}  // namespace verigrad::steepest_direction
