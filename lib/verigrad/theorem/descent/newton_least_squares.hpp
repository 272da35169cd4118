// Newton's method in one step: on Q(θ) = ½‖Aθ − b‖², θ − ∇²Q(θ)⁻¹∇Q(θ) = A⁻¹b whatever θ.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.23) and (1.24).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::newton_least_squares {

const Statement& statement();

/// (1.23) as an objective: Q(θ) = ½‖Aθ − b‖², ∇Q(θ) = Aᵀ(Aθ − b), ∇²Q(θ) = AᵀA. Its curvature is bounded by the trace
/// of AᵀA, rounded up. Throws std::invalid_argument unless A is square and b has as many entries.
ObjectivePtr squared_residual(const Matrix<double>& a, const Vector<double>& b);

/// The least squares problem, a start and another one.
struct NewtonInstance {
  Matrix<double> a;
  Vector<double> b;
  Vector<double> theta;
  Vector<double> other;  ///< another start; other − θ is also the direction of the displayed derivatives

  bool rational() const { return true; }
  std::string describe() const;
};

/// A is symmetric and positive definite, decided exactly.
bool hypotheses_hold(const NewtonInstance& instance);
/// A is invertible, decided exactly.
bool is_invertible(const NewtonInstance& instance);

/// (1.24): one step from θ, and from the other start, gives A⁻¹b.
Form<NewtonInstance> conclusion();
/// 0 < det AᵀA: the step is defined. For every square A.
Form<NewtonInstance> step_is_defined();
/// Q(θ) < Q(other): false whenever both are minima. For every square A.
Form<NewtonInstance> other_is_worse();

/// The displayed lines, and wrong forms of (1.24).
Lines<NewtonInstance> lines();

/// The Hilbert matrix 1/(i + j − 1) of order n times the least common multiple of 1 … 2n − 1, in integers: of condition
/// number beyond 10¹³ for n = 10. Throws std::invalid_argument unless 1 ≤ n ≤ 12.
Matrix<double> scaled_hilbert(int n);

}  // namespace verigrad::newton_least_squares
