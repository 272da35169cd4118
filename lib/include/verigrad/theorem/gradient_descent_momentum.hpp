// Gradient descent with momentum as printed: xⁿ⁺¹ = xⁿ − αmⁿ, mⁿ⁺¹ = βmⁿ + (1 − β)∇f(xⁿ), m⁰ = 0.
// MathDNN, Definition 6.5, (23).
#pragma once

#include <optional>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::gradient_descent_momentum {

const Statement& statement();

/// Iterates and momenta of one run.
template <class T>
struct Record {
  Trajectory<T> x, m;
};

struct MomentumInstance {
  ObjectivePtr f;
  Vector<double> x0;
  double alpha;
  double beta;
  int n;
  /// A momentum to start from in place of 0.
  std::optional<Vector<double>> m0 = {};
  /// A recorded run to judge in place of the library's own.
  Record<double> recording = {};

  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// α > 0, β ∈ [0, 1], m⁰ = 0.
bool hypotheses_hold(const MomentumInstance& instance);

/// The sequences of (23) for n ∈ ℕ, and those they are compared with, all from x⁰.
template <class T>
struct Run {
  T alpha, beta;
  T weight;                      ///< 1 − β
  Trajectory<T> x, m, gradient;  ///< gradient[k] = ∇f(x[k])
  Trajectory<T> theta;           ///< heavy ball (1.28), μ = β, γ = α(1 − β), θ₀ = x⁰
  Trajectory<T> theta_gradient;  ///< ∇f(θ[k])
  Trajectory<T> plain;           ///< gradient descent (22) with rate α
  int n;
};
template <class T>
Run<T> run(const MomentumInstance& instance);
/// As above without the methods to compare with.
template <class T>
Run<T> run_alone(const MomentumInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// Both lines of (23) for n = 0 … n − 1, and m⁰ = 0.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);

/// What follows from (23), keys as in statement().steps.
template <class T>
Forms<T> steps();
/// The false printed form, key as in statement().errata; the form that replaces it is the conclusion.
template <class T>
Forms<T> errata();
/// Wrong forms of (23) and of what follows from it, that every check must reject.
template <class T>
Forms<T> planted();

/// The law of a constant gradient g: (1 − β)(xᵏ − x⁰) = −α (k(1 − β) − (1 − βᵏ)) g; gradient descent has −kαg.
template <class T>
void constant_gradient(const Run<T>& run, Claims<T>& claims);
/// β = 0 is not gradient descent: xᵏ⁺² = xᵏ⁺¹ − α∇f(xᵏ), a gradient one step late. For β = 0 only.
template <class T>
void delayed_gradient(const Run<T>& run, Claims<T>& claims);
/// xᵏ = x⁰ for all k: what β = 1 does.
template <class T>
void never_moves(const Run<T>& run, Claims<T>& claims);
/// ‖∇f(x⁰) + (x² − x⁰)‖² ≤ ‖∇f(x⁰)‖² + ‖x² − x⁰‖², that is ⟨∇f(x⁰), x² − x⁰⟩ ≤ 0: the first move goes downhill.
template <class T>
void first_move_descends(const Run<T>& run, Claims<T>& claims);

/// One eigenvalue λ of a quadratic f = λx²/2, h = αλ: xⁿ⁺² = (1 + β)xⁿ⁺¹ − (β + (1 − β)h)xⁿ.
template <class T>
struct Mode {
  Run<T> run;
  T lambda, h;
  T c;  ///< β + (1 − β)h, the product of the roots of z² − (1 + β)z + c
};
/// f = λx²/2 in one variable.
template <class T>
Mode<T> mode(const MomentumInstance& instance);

/// Schur's conditions 1 ± (1 + β) + c > 0 and 1 − c > 0 in terms of h: all hold if and only if 0 < h < 1, for β < 1.
template <class T>
void schur_conditions(const Mode<T>& mode, Claims<T>& claims);
/// Vₙ = (xⁿ⁺¹)² − (1 + β)xⁿ⁺¹xⁿ + c(xⁿ)² satisfies Vₙ₊₁ = c Vₙ.
template <class T>
void energy(const Mode<T>& mode, Claims<T>& claims);
/// For h > 1: V is positive definite, V₀ > 0 and c > 1, so the iterates grow without bound.
template <class T>
void grows(const Mode<T>& mode, Claims<T>& claims);
/// For (1 − β)/4 < h < 1: V is positive definite and 0 < c < 1, so the iterates vanish.
template <class T>
void vanishes(const Mode<T>& mode, Claims<T>& claims);
/// Gradient descent contracts by |1 − h| < 1: 0 < h < 2.
template <class T>
void plain_contracts(const Mode<T>& mode, Claims<T>& claims);
/// Heavy ball: z² − (1 + μ − γλ)z + μ meets Schur's conditions if and only if 0 < γλ < 2(1 + μ), for μ < 1; its energy
/// shrinks by μ a step.
template <class T>
void heavy_ball_conditions(const Mode<T>& mode, Claims<T>& claims);

}  // namespace verigrad::gradient_descent_momentum
