// What the forms of Theorem 5.1.1 speak of: two flows of a quadratic, two logistic flows, two states of any J, and
// Picard's map.
#pragma once

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

namespace verigrad::cauchy_lipschitz {

/// W(t) and Z(t) of the flow of a quadratic, from its closed form, and the squared distances at 0 and t.
struct Run {
  using Instance = LinearInstance;
  explicit Run(const LinearInstance& i)
      : objective(i.objective()),
        m(i.multiples),
        unit(exact(i.unit)),
        decay(i.backward ? 1 / exact(i.q) : exact(i.q)),
        growth(1 / exact(i.q)),
        centre(exact(i.centre)),
        w(at(exact(i.w0))),
        z(at(exact(i.z0))),
        w0(exact(i.w0)),
        start2(squared_norm(w0 - exact(i.z0))),
        distance2(squared_norm(w - z)) {}

  /// The solution's formula at t, from this W(0).
  Vector<Number> at(const Vector<Number>& start) const {
    Vector<Number> result = start;
    for (Eigen::Index i = 0; i < start.size(); ++i)
      result[i] = centre[i] + power(decay, m[std::size_t(i)]) * (start[i] - centre[i]);
    return result;
  }
  /// d/dt of at(start).
  Vector<Number> velocity(const Vector<Number>& position) const {
    Vector<Number> result = position;
    for (Eigen::Index i = 0; i < position.size(); ++i)
      result[i] = -m[std::size_t(i)] * unit * (position[i] - centre[i]);
    return result;
  }
  /// C in units.
  int C() const {
    int largest = 0;
    for (const int entry : m) largest = std::max(largest, std::abs(entry));
    return largest;
  }

  ObjectivePtr objective;
  std::vector<int> m;
  Number unit;
  Number decay;   ///< e^{−unit·t}
  Number growth;  ///< e^{unit·|t|}
  Vector<Number> centre, w, z, w0;
  Number start2, distance2;  ///< |W(0) − Z(0)|², |W(t) − Z(t)|²
};

/// The closed form w₀/(w₀ + (1 − w₀)e^{−t}) of W′ = W(1 − W).
struct LogisticRun {
  using Instance = LogisticInstance;
  explicit LogisticRun(const LogisticInstance& i)
      : w0(exact(i.w0)), z0(exact(i.z0)), decay(i.backward ? 1 / exact(i.q) : exact(i.q)), growth(1 / exact(i.q)) {}

  Number at(const Number& start) const { return start / (start + (1 - start) * decay); }
  /// d/dt of at(start), by the quotient rule and d/dt e^{−t} = −e^{−t}.
  Number velocity(const Number& start) const {
    return start * (1 - start) * decay / square(start + (1 - start) * decay);
  }

  Number w0, z0, decay, growth;
};

/// Two states that move with −∇J.
struct StatesRun {
  using Instance = HessianBoundsInstance;
  explicit StatesRun(const HessianBoundsInstance& i)
      : C(exact(i.claimed.value_or(i.J->curvature()).smoothness())),
        w(exact(i.w1)),
        d(w - exact(i.w2)),
        g(i.J->over<Number>().gradient(w) - i.J->over<Number>().gradient(exact(i.w2))) {}
  explicit StatesRun(const Unknowns& u) : C(u.positive("C")), d(u.vector("W − Z")), g(u.vector("∇J(W) − ∇J(Z)")) {}

  /// d/dt |W − Z|² as a central difference over 1/8, exact for a polynomial of degree 2.
  Number rate() const {
    const Vector<Number> step = frac(1, 8) * g;
    return 4 * (squared_norm(d - step) - squared_norm(d + step));
  }

  Number C;
  Vector<Number> w = {}, d, g;  ///< W, W − Z, ∇J(W) − ∇J(Z)
};

/// Two states at a time t that Picard's mapping moves, U at rest in 0 and U + D with affine D.
struct PicardRun {
  using Instance = PhaseInstance;
  explicit PicardRun(const PhaseInstance& i)
      : C(exact(i.J->curvature().smoothness())), t(exact(i.tau)), w(exact(i.w)), z(exact(i.z)) {
    const ObjectiveOver<Number>& J = i.J->over<Number>();
    const Vector<Number> at_zero = J.gradient(Vector<Number>::Constant(w.size(), 0));
    moved = t * (J.gradient(w) - at_zero) + frac(1, 2) * square(t) * (J.gradient(z) - at_zero);
  }
  /// max |D|² over [0, t]: D is affine, |D|² convex.
  Number largest2() const { return larger(squared_norm(w), squared_norm(w + t * z)); }

  Number C, t;
  Vector<Number> w, z;
  Vector<Number> moved;  ///< P(U)(t) − P(U + D)(t), the integral of a gradient that is affine in s
};

}  // namespace verigrad::cauchy_lipschitz
