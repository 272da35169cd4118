// Rate of gradient descent: f(xₙ) − f* ≤ ‖x₀ − x*‖² / (nC), C = α − Lα²/2.
// MathDNN, Proposition 6.5.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::gradient_descent_rate {

const Statement& statement();

/// f convex, L-smooth, with a global minimum, and 0 < α < 2/L.
bool hypotheses_hold(const DescentInstance& instance);

/// δₖ ≠ 0 for all k ≤ n: the proof's first case, in which it divides by δ.
bool no_delta_is_zero(const DescentInstance& instance);

/// The quantities of the proof, in the text's letters; delta[k] = f(xₖ) − f*.
struct Run {
  using Instance = DescentInstance;
  Run() = default;
  /// Runs gradient descent, or takes the instance's recording.
  explicit Run(const DescentInstance& instance);

  Number L, alpha, C, R2;  ///< R2 = ‖x₀ − x*‖²
  Number f_star;
  Vector<Number> x_star;
  Trajectory<Number> x, gradient;
  std::vector<Number> value, delta;
  int n;
};

/// The printed bound ‖x₀ − x*‖² / (kC) for k ≥ 1.
Number printed_bound(const Run& run, int k);

/// The best constant known: ½ L ‖x₀ − x*‖² max{1/(2kLα + 1), (1 − Lα)²ᵏ}. Drori and Teboulle, Performance of
/// first-order methods for smooth convex minimization (2014), Theorem 3.1 for Lα ≤ 1 and Conjecture 3.1 up to 2; Kim, A
/// proof of the exact convergence rate of gradient descent (2024), proves the conjecture.
Number best_bound(const Run& run, int k);

/// f(xₖ) − f* ≤ printed_bound for k = 1 … n.
Form<DescentInstance> conclusion();

/// f(xₖ) − f* ≤ best_bound for k = 1 … n.
Form<DescentInstance> best_conclusion();

/// The displayed lines of the proof, of which those after "first order" divide by δ, and the errata.
Lines<DescentInstance> lines();
/// Wrong forms of the conclusion.
Lines<DescentInstance> wrong_rates();

/// The two functions that attain the best constant for Lα = h after n steps, with L = 1: the parabola started at
/// `scale`, and Huber's function with δ = scale started at (2nh + 1) scale.
DescentInstance parabola_witness(double h, int n, double scale = 1);
DescentInstance huber_witness(double h, int n, double scale = 1);

}  // namespace verigrad::gradient_descent_rate
