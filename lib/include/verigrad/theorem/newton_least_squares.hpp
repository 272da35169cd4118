// Newton's method in one step: on Q(θ) = ½‖Aθ − b‖², θ − ∇²Q(θ)⁻¹∇Q(θ) = A⁻¹b whatever θ.
// Castera, An Inertial Newton Algorithm for Deep Learning (thesis), (1.23) and (1.24).
#pragma once

#include "verigrad/problem/objective.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::newton_least_squares {

const Statement& statement();

/// (1.23) as an objective: Q(θ) = ½‖Aθ − b‖², ∇Q(θ) = Aᵀ(Aθ − b), ∇²Q(θ) = AᵀA. Its curvature is bounded by the trace
/// of AᵀA, rounded up. Throws std::invalid_argument unless A is square and b has as many entries.
ObjectivePtr squared_residual(const Matrix<double>& a, const Vector<double>& b);

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

/// The quantities of (1.23) and (1.24).
template <class T>
struct Run {
  Matrix<T> a, gram;                   ///< A and AᵀA
  Vector<T> b, theta, v;               ///< v = other − θ
  Vector<T> residual;                  ///< Aθ − b
  Vector<T> solution;                  ///< A⁻¹b, from A alone
  Vector<T> next;                      ///< Newton's iterate after θ, as the library computes it
  Vector<T> next_other;                ///< and after the other start
  Vector<T> gradient, gradient_other;  ///< ∇Q at θ and at the other start
  T value, value_other, least;         ///< Q at θ, at the other start, and at A⁻¹b
};
/// Throws std::domain_error when A is singular.
template <class T>
Run<T> run(const NewtonInstance& instance);

template <class T>
using Forms = std::vector<OldForm<Run<T>, T>>;

/// (1.24): one step from θ, and from the other start, gives A⁻¹b.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);
/// The middle of (1.24), from the matrices: θ − (AᵀA)⁻¹(Aᵀ(Aθ − b)).
template <class T>
Vector<T> printed_step(const Run<T>& run);
/// 0 < det AᵀA: the step is defined. For every square A.
template <class T>
void step_is_defined(const NewtonInstance& instance, Claims<T>& claims);
/// Q(θ) < Q(other): false whenever both are minima.
template <class T>
void other_is_worse(const NewtonInstance& instance, Claims<T>& claims);

/// The displayed lines, keys as in statement().steps.
template <class T>
Forms<T> steps();
/// Wrong forms of (1.24) that every check must reject.
template <class T>
Forms<T> planted();

/// The Hilbert matrix 1/(i + j − 1) of order n times the least common multiple of 1 … 2n − 1, in integers: of condition
/// number beyond 10¹³ for n = 10. Throws std::invalid_argument unless 1 ≤ n ≤ 12.
Matrix<double> scaled_hilbert(int n);

}  // namespace verigrad::newton_least_squares
