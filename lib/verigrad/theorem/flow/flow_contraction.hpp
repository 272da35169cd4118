// Contraction of the gradient flow W′ = −∇J(W): |W(t) − W*| ≤ e^{−αt} |W(0) − W*|.
// Stochastic gradient methods, Lemma 5.1.2.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"

namespace verigrad::flow_contraction {

const Statement& statement();

/// The flow of a quadratic whose eigenvalues are λ = unit times whole numbers, from W(0) = w0 at the time t with
/// e^{−λt} = q. Any t ≥ 0 is met by a q in ]0, 1], and W(t) is rational in the data: no exponential is rounded.
struct QuadraticInstance {
  std::vector<int> multiples;
  double unit = 1;
  std::vector<Vector<double>> reflections;  ///< as of problem/quadratic.hpp
  Vector<double> centre, w0;
  double q = 0.5;
  /// α in units, to claim in place of the smallest multiple.
  std::optional<int> claimed_alpha = {};
  /// A point to take for W* in place of the centre.
  std::optional<Vector<double>> reference = {};

  /// The quadratic; α in units, as it is claimed.
  ObjectivePtr objective() const;
  int alpha() const;
  bool rational() const { return true; }
  std::string describe() const;
};

/// The flow of a J of one variable from w0 down to w1, 0 < w1 < w0, whose time is known in closed form.
struct ScalarInstance {
  int a = 1, b = 1;
  double w0, w1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Every multiple is positive, α at most the smallest, W* the centre, and 0 < q ≤ 1; a > 0, b < 8a, and 0 < w1 < w0.
bool hypotheses_hold(const QuadraticInstance& instance);
bool goes_down(const ScalarInstance& instance);
/// (5.4) and (5.5); the state W(t) is the instance's w1.
bool state_hypotheses_hold(const HessianBoundsInstance& instance);

/// |W(t) − W*|² ≤ e^{−2αt} |W(0) − W*|², W(t) exact and checked to solve the flow.
Form<QuadraticInstance> conclusion();
/// The same with equality.
Form<QuadraticInstance> attained();
/// J(W) = aW²/2 + b/2 log(1 + W²), α = a − b/8 at W² = 3, β = a + b; the time from w0 to w1 is F(w0²) − F(w1²) with
/// F(u) = ½(log u/(a + b) + b log(au + a + b)/(a(a + b))), and e^{2αt} w1² ≤ w0² to the power 8a(a + b) is rational.
Form<ScalarInstance> logarithmic_flow();
/// J(W) = W²/2 + W⁴/4: α = 1 and no β; e^{2t} = w0²(1 + w1²)/(w1²(1 + w0²)).
Form<ScalarInstance> quartic_flow();
/// d/dt |W − W*|² ≤ −2α|W − W*|² at a state of any J, the proof's second line.
Form<HessianBoundsInstance> decay();

/// The displayed lines of the proof along exact solutions and wrong forms of the conclusion; those that speak of one
/// state, and wrong forms of the decay.
Lines<QuadraticInstance> lines();
Lines<HessianBoundsInstance> state_lines();

}  // namespace verigrad::flow_contraction
