// What the forms of Lemma 5.1.2 speak of: the flow of a quadratic, a scalar flow, and a state of any J.
#pragma once

#include "verigrad/number/power.hpp"
#include "verigrad/theorem/flow/flow_contraction.hpp"

namespace verigrad::flow_contraction {

/// (I − 2vvᵀ/‖v‖²) x.
template <class T>
Vector<T> reflected(const Vector<double>& direction, const Vector<T>& x) {
  const Vector<T> v = exact<T>(direction);
  return x - T(T(2) * dot<T>(v, x) / squared_norm(v)) * v;
}

template <class T>
struct Run {
  using Instance = QuadraticFlow;
  explicit Run(const QuadraticFlow& instance);

  ObjectivePtr objective;
  T unit, q;
  std::vector<int> m;        ///< eigenvalues in units
  int alpha;                 ///< in units
  Vector<T> w_star, w0, w;   ///< W*, W(0), W(t)
  Vector<T> w0_by_solution;  ///< the solution's formula at t = 0
  Vector<T> w_prime;         ///< W′(t)
  Vector<T> start;           ///< W(0) − centre along the eigenvectors
  T distance2_0, distance2;  ///< |W(0) − W*|², |W(t) − W*|²
  T derivative;              ///< d/dt Σ (e^{−mᵢλt} startᵢ)², summed along the eigenvectors

  const ObjectiveOver<T>& J() const { return objective->over<T>(); }
};

template <class T>
Run<T>::Run(const QuadraticFlow& instance)
    : objective(instance.objective()),
      unit(exact<T>(instance.unit)),
      q(exact<T>(instance.q)),
      m(instance.multiples),
      alpha(instance.alpha()),
      w_star(exact<T>(instance.reference.value_or(instance.centre))),
      w0(exact<T>(instance.w0)),
      derivative(T(0)) {
  const Vector<T> centre = exact<T>(instance.centre);
  const auto turn = [&](Vector<T> x) {
    for (const Vector<double>& v : instance.reflections) x = reflected(v, x);
    return x;
  };
  start = w0 - centre;
  for (auto v = instance.reflections.rbegin(); v != instance.reflections.rend(); ++v) start = reflected(*v, start);
  Vector<T> position = start, velocity = start;
  for (Eigen::Index i = 0; i < start.size(); ++i) {
    const T rate = T(m[std::size_t(i)]) * unit;
    position[i] = power(q, m[std::size_t(i)]) * start[i];
    velocity[i] = -rate * position[i];
    derivative -= T(2) * rate * square(position[i]);
  }
  w = centre + turn(position);
  w0_by_solution = centre + turn(start);
  w_prime = turn(velocity);
  distance2_0 = squared_norm<T>(w0 - w_star);
  distance2 = squared_norm<T>(w - w_star);
}

template <class T>
struct Scalar {
  using Instance = ScalarFlow;
  explicit Scalar(const ScalarFlow& instance)
      : a(instance.a), b(instance.b), u0(square(exact<T>(instance.w0))), u1(square(exact<T>(instance.w1))) {}

  int a, b;
  T u0, u1;  ///< W², before and after
};

/// A state W of any J, moving with V = −∇J(W).
template <class T>
struct State {
  using Instance = HessianBoundsInstance;
  explicit State(const HessianBoundsInstance& instance)
      : alpha(exact<T>(instance.alpha())), beta(exact<T>(instance.beta())) {
    const ObjectiveOver<T>& J = instance.J->over<T>();
    const Vector<T> w = exact<T>(instance.w1), w_star = instance.minimum<T>().x_star;
    d = w - w_star;
    gradient = J.gradient(w);
    change = gradient - J.gradient(w_star);
    distance2 = squared_norm(d);
  }

  /// d/dt |d + tV|² at 0 as a central difference over 1/8, exact for a polynomial of degree 2.
  T derivative() const {
    const Vector<T> step = frac<T>(1, 8) * gradient;
    return T(4) * (squared_norm<T>(d - step) - squared_norm<T>(d + step));
  }

  T alpha, beta;
  Vector<T> d;         ///< W − W*
  Vector<T> gradient;  ///< ∇J(W)
  Vector<T> change;    ///< ∇J(W) − ∇J(W*)
  T distance2;
};

}  // namespace verigrad::flow_contraction
