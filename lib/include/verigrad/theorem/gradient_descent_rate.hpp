// Rate of gradient descent: f(xₙ) − f* ≤ ‖x₀ − x*‖² / (nC), C = α − Lα²/2.
// MathDNN, Proposition 6.5.
#pragma once

#include "verigrad/theorem/descent_instance.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::gradient_descent_rate {

const Statement& statement();

/// f convex, L-smooth, with a global minimum, and 0 < α < 2/L.
bool hypotheses_hold(const DescentInstance& instance);

/// The quantities of the proof, in the text's letters; delta[k] = f(xₖ) − f*.
template <class T>
struct Run {
  T L, alpha, C, R2;  ///< R2 = ‖x₀ − x*‖²
  T f_star;
  Vector<T> x_star;
  Trajectory<T> x, gradient;
  std::vector<T> value, delta;
  int n;
};
/// Runs gradient descent, or takes the instance's recording.
template <class T>
Run<T> run(const DescentInstance& instance);

template <class T>
using Forms = std::vector<Form<Run<T>, T>>;

/// The printed bound ‖x₀ − x*‖² / (kC) for k ≥ 1.
template <class T>
T printed_bound(const Run<T>& run, int k);

/// The best constant known: ½ L ‖x₀ − x*‖² max{1/(2kLα + 1), (1 − Lα)²ᵏ}. Drori and Teboulle, Performance of
/// first-order methods for smooth convex minimization (2014), Theorem 3.1 for Lα ≤ 1 and Conjecture 3.1 up to 2; Kim, A
/// proof of the exact convergence rate of gradient descent (2024), proves the conjecture.
template <class T>
T best_bound(const Run<T>& run, int k);

/// f(xₖ) − f* ≤ printed_bound for k = 1 … n.
template <class T>
void conclusion(const Run<T>& run, Claims<T>& claims);

/// f(xₖ) − f* ≤ best_bound for k = 1 … n.
template <class T>
void best_conclusion(const Run<T>& run, Claims<T>& claims);

/// The displayed lines of the proof that hold, keys as in statement().steps. Those after "inverse" divide by δ and
/// need δₖ ≠ 0 for all k ≤ n.
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

/// The two functions that attain the best constant for Lα = h after n steps, with L = 1: the parabola started at
/// `scale`, and Huber's function with δ = scale started at (2nh + 1) scale.
DescentInstance parabola_witness(double h, int n, double scale = 1);
DescentInstance huber_witness(double h, int n, double scale = 1);

}  // namespace verigrad::gradient_descent_rate
