// Gradient descent with momentum as printed: xⁿ⁺¹ = xⁿ − αmⁿ, mⁿ⁺¹ = βmⁿ + (1 − β)∇f(xⁿ), m⁰ = 0.
// MathDNN, Definition 6.5, (23).
#pragma once

#include <optional>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/claim/lines.hpp"

namespace verigrad::gradient_descent_momentum {

const Statement& statement();

/// Iterates and momenta of one run.
template <class T>
struct Record {
  Trajectory<T> x, m;
};

/// A start of the method and its parameters.
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

/// Both lines of (23) for n = 0 … n − 1, and m⁰ = 0.
Form<MomentumInstance> conclusion();
/// Both lines of (23) for n = 1 … n − 1 only, which is what ℕ* says.
Form<MomentumInstance> conclusion_from_1();

/// What follows from (23), the erratum, in whose place the conclusion holds, and wrong forms. (1.28) is the heavy ball
/// with μ = β, γ = α(1 − β), θ₀ = x⁰: its lines throw std::invalid_argument when α(1 − β) is no double.
Lines<MomentumInstance> lines();
/// x¹ = x⁰.
Form<MomentumInstance> first_move();
/// xᵏ⁺² = xᵏ⁺¹ + β(xᵏ⁺¹ − xᵏ) − α(1 − β)∇f(xᵏ).
Form<MomentumInstance> recurrence();
/// ‖mᵏ‖ ≤ max_{j<k} ‖∇f(xʲ)‖.
Form<MomentumInstance> average();
/// x³ − θ₂ = α(1 − β)(∇f(θ₁) − ∇f(θ₀)), θ of (1.28).
Form<MomentumInstance> part_at_the_third();

/// The law of a constant gradient g: (1 − β)(xᵏ − x⁰) = −α (k(1 − β) − (1 − βᵏ)) g; gradient descent has −kαg.
Form<MomentumInstance> constant_gradient();
/// β = 0 is not gradient descent: xᵏ⁺² = xᵏ⁺¹ − α∇f(xᵏ), a gradient one step late. For β = 0 only.
Form<MomentumInstance> delayed_gradient();
/// xᵏ = x⁰ for all k: what β = 1 does.
Form<MomentumInstance> never_moves();
/// ‖∇f(x⁰) + (x² − x⁰)‖² ≤ ‖∇f(x⁰)‖² + ‖x² − x⁰‖², that is ⟨∇f(x⁰), x² − x⁰⟩ ≤ 0: the first move goes downhill.
Form<MomentumInstance> first_move_descends();

/// On f = x²/2 from 1 with α = 1, β = 0: 1, 1, 0, −1, −1, 0 again and again.
Form<MomentumInstance> period_6();
/// There x³ = −1, and the heavy ball has θ₂ = 0.
Form<MomentumInstance> smallest_parting();
/// factor² < x²ₙ + x²ₙ₋₁, while gradient descent has shrunk 2²³-fold and more. In one variable.
Form<MomentumInstance> outgrows(int factor);

/// The forms below are about f = λx²/2 in one variable, h = αλ.

/// Schur's conditions 1 ± (1 + β) + c > 0 and 1 − c > 0, c = β + (1 − β)h, in terms of h: all hold if and only if
/// 0 < h < 1, for β < 1.
Form<MomentumInstance> schur_conditions();
/// Vₙ = (xⁿ⁺¹)² − (1 + β)xⁿ⁺¹xⁿ + c(xⁿ)² satisfies Vₙ₊₁ = c Vₙ.
Form<MomentumInstance> energy();
/// As above, and c = 1. For h = 1.
Form<MomentumInstance> conserved();
/// For (1 − β)/4 < h < 1: V is positive definite and 0 < c < 1, so the iterates vanish.
Form<MomentumInstance> vanishes();
/// For 1 < h < 2: V is positive definite, V₀ > 0 and c > 1, so the iterates grow without bound, where gradient descent
/// contracts by |1 − h| < 1.
Form<MomentumInstance> grows();
/// Heavy ball: z² − (1 + μ − γλ)z + μ meets Schur's conditions if and only if 0 < γλ < 2(1 + μ), for μ < 1; its energy
/// shrinks by μ a step.
Form<MomentumInstance> heavy_ball_conditions();

}  // namespace verigrad::gradient_descent_momentum
