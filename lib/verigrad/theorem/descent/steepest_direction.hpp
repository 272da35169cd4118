// Steepest direction: J(θ + γd) ≥ J(θ) − γ‖∇J(θ)‖ + o(γ) for ‖d‖ = 1, and d = −∇J(θ)/‖∇J(θ)‖ is the best choice.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.15) and (1.16).
#pragma once

#include <optional>

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::steepest_direction {

const Statement& statement();

/// ‖x‖₂, ‖x‖₁ and ‖x‖_∞.
enum class Norm { euclidean, one, maximum };

/// An objective, a point and a direction of norm 1.
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

/// (1.16) with the o(γ) of its first line, for γ, γ/2, γ/4 …: needs a known gradient norm.
Form<DirectionInstance> conclusion();
/// d = −∇J(θ)/‖∇J(θ)‖ is better than the instance's d by ½‖∇J(θ)‖ times their distance squared. Euclidean, and
/// needs a known gradient norm that is not 0.
Form<DirectionInstance> optimal();
/// (1.16) is attained by d = −∇J(θ)/‖∇J(θ)‖ at first order, and the remainder by L/2 t². For ½L‖θ − c‖².
Form<DirectionInstance> attained();
/// ⟨∇J(θ), d⟩ < 0: d decreases J at first order.
Form<DirectionInstance> decreases();
/// J(θ + γd) ≤ J(θ) for this γ.
Form<DirectionInstance> decreases_at_gamma();
/// θₖ₊₁ = θₖ.
Form<DirectionInstance> stands_still();
/// −‖∇J(θ)‖ ≤ ⟨∇J(θ), 2d⟩: needs a known gradient norm.
Form<DirectionInstance> twice_as_long();

/// ⟨∇J(θ), γd⟩² ≤ γ²‖∇J(θ)‖²‖d‖², for the Euclidean norm.
Form<DirectionInstance> cauchy_schwarz();
/// (1.16) with the instance's norm: false for some that are not Euclidean.
Form<DirectionInstance> any_norm();

/// The displayed lines in the form that any gradient allows, the errata, for the instance's norm, and wrong forms of
/// (1.16), which need a known gradient norm.
Lines<DirectionInstance> lines();

}  // namespace verigrad::steepest_direction
