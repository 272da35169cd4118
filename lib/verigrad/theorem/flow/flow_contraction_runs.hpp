// What the forms of Lemma 5.1.2 speak of: the flow of a quadratic, a scalar flow, and a state of any J.
#pragma once

#include "verigrad/number/power.hpp"
#include "verigrad/theorem/flow/flow_contraction.hpp"

namespace verigrad::flow_contraction {

/// (I − 2vvᵀ/‖v‖²) x.
inline Vector<Number> reflected(const Vector<double>& direction, const Vector<Number>& x) {
  const Vector<Number> v = exact(direction);
  return x - 2 * dot(v, x) / squared_norm(v) * v;
}

/// The flow of the quadratic at 0 and at t, without rounding.
struct Run {
  using Instance = QuadraticInstance;
  explicit Run(const QuadraticInstance& instance);

  ObjectivePtr objective;
  Number unit, q;
  std::vector<int> m;             ///< eigenvalues in units
  int alpha;                      ///< in units
  Vector<Number> w_star, w0, w;   ///< W*, W(0), W(t)
  Vector<Number> w0_by_solution;  ///< the solution's formula at t = 0
  Vector<Number> w_prime;         ///< W′(t)
  Vector<Number> start;           ///< W(0) − centre along the eigenvectors
  Number distance2_0, distance2;  ///< |W(0) − W*|², |W(t) − W*|²
  Number derivative;              ///< d/dt Σ (e^{−mᵢλt} startᵢ)², summed along the eigenvectors

  const ObjectiveOver<Number>& J() const { return objective->over<Number>(); }
};

Run::Run(const QuadraticInstance& instance)
    : objective(instance.objective()),
      unit(exact(instance.unit)),
      q(exact(instance.q)),
      m(instance.multiples),
      alpha(instance.alpha()),
      w_star(exact(instance.reference.value_or(instance.centre))),
      w0(exact(instance.w0)),
      derivative(0) {
  const Vector<Number> centre = exact(instance.centre);
  const auto turn = [&](Vector<Number> x) {
    for (const Vector<double>& v : instance.reflections) x = reflected(v, x);
    return x;
  };
  start = w0 - centre;
  for (auto v = instance.reflections.rbegin(); v != instance.reflections.rend(); ++v) start = reflected(*v, start);
  Vector<Number> position = start, velocity = start;
  for (Eigen::Index i = 0; i < start.size(); ++i) {
    const Number rate = m[std::size_t(i)] * unit;
    position[i] = power(q, m[std::size_t(i)]) * start[i];
    velocity[i] = -rate * position[i];
    derivative -= 2 * rate * square(position[i]);
  }
  w = centre + turn(position);
  w0_by_solution = centre + turn(start);
  w_prime = turn(velocity);
  distance2_0 = squared_norm(w0 - w_star);
  distance2 = squared_norm(w - w_star);
}

/// The two ends of the scalar flow.
struct ScalarRun {
  using Instance = ScalarInstance;
  explicit ScalarRun(const ScalarInstance& instance)
      : a(instance.a), b(instance.b), u0(square(exact(instance.w0))), u1(square(exact(instance.w1))) {}

  int a, b;
  Number u0, u1;  ///< W², before and after
};

/// A state W of any J, moving with V = −∇J(W).
struct StateRun {
  using Instance = HessianBoundsInstance;
  explicit StateRun(const HessianBoundsInstance& instance)
      : alpha(exact(instance.alpha())), beta(exact(instance.beta())) {
    const ObjectiveOver<Number>& J = instance.J->over<Number>();
    const Vector<Number> w = exact(instance.w1), w_star = instance.minimum().x_star;
    d = w - w_star;
    gradient = J.gradient(w);
    change = gradient - J.gradient(w_star);
    distance2 = squared_norm(d);
  }

  /// d/dt |d + tV|² at 0 as a central difference over 1/8, exact for a polynomial of degree 2.
  Number derivative() const {
    const Vector<Number> step = frac(1, 8) * gradient;
    return 4 * (squared_norm(d - step) - squared_norm(d + step));
  }

  Number alpha, beta;
  Vector<Number> d;         ///< W − W*
  Vector<Number> gradient;  ///< ∇J(W)
  Vector<Number> change;    ///< ∇J(W) − ∇J(W*)
  Number distance2;
};

}  // namespace verigrad::flow_contraction
