// A differentiable L-Lipschitz function has ‖∇g‖ ≤ L everywhere. Thesis, Lemma 4.7.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::lipschitz_gradient_bound {

const Statement& statement();

/// g at x and at x + t∇g(x), g rational.
struct LipschitzInstance {
  ObjectivePtr g;
  double L2;  ///< the square of the Lipschitz constant that is claimed of g
  Vector<double> x;
  double t = 1;  ///< > 0

  bool rational() const { return true; }
  std::string describe() const;
};

/// t > 0 and |g(x + t∇g(x)) − g(x)| ≤ Lt‖∇g(x)‖. That g is L-Lipschitz everywhere is by construction.
bool hypotheses_hold(const LipschitzInstance& instance);

/// ‖∇g(x)‖² ≤ L².
Form<LipschitzInstance> conclusion();
Form<LipschitzInstance> attained();
/// The same from the two points alone, for all values: with r what the difference quotient lacks.
Form<Unknowns> general_conclusion();

/// The lines of the proof and wrong forms, at given points and for all values.
Lines<LipschitzInstance> lines();
Lines<Unknowns> general_lines();

/// Σ h(xᵢ) with slopes up to δ, at a point all of whose entries are x: L² = Pδ².
LipschitzInstance huber(int dimension, double delta, double x);
/// w t²/(1 + t²) at t = x, the function of the text's (4.21): L² = 27w²/64.
LipschitzInstance robust_loss(double weight, double x);

}  // namespace verigrad::lipschitz_gradient_bound
