// What the forms of Theorem 5.1.1 speak of: two flows of a quadratic, two logistic flows, two states of any J, and
// Picard's map.
#pragma once

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

namespace verigrad::cauchy_lipschitz {

template <class T>
struct Run {
  using Instance = LinearFlows;
  explicit Run(const LinearFlows& i)
      : objective(i.objective()),
        m(i.multiples),
        unit(exact<T>(i.unit)),
        decay(i.backward ? T(T(1) / exact<T>(i.q)) : exact<T>(i.q)),
        growth(T(1) / exact<T>(i.q)),
        centre(exact<T>(i.centre)),
        w(at(exact<T>(i.w0))),
        z(at(exact<T>(i.z0))),
        w0(exact<T>(i.w0)),
        start2(squared_norm<T>(w0 - exact<T>(i.z0))),
        distance2(squared_norm<T>(w - z)) {}

  Vector<T> at(const Vector<T>& start) const {
    Vector<T> result = start;
    for (Eigen::Index i = 0; i < start.size(); ++i)
      result[i] = centre[i] + power(decay, m[std::size_t(i)]) * (start[i] - centre[i]);
    return result;
  }
  /// d/dt of at(start).
  Vector<T> velocity(const Vector<T>& position) const {
    Vector<T> result = position;
    for (Eigen::Index i = 0; i < position.size(); ++i)
      result[i] = -T(m[std::size_t(i)]) * unit * (position[i] - centre[i]);
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
  T unit;
  T decay;   ///< e^{−unit·t}
  T growth;  ///< e^{unit·|t|}
  Vector<T> centre, w, z, w0;
  T start2, distance2;  ///< |W(0) − Z(0)|², |W(t) − Z(t)|²
};

template <class T>
struct LogisticRun {
  using Instance = LogisticFlows;
  explicit LogisticRun(const LogisticFlows& i)
      : w0(exact<T>(i.w0)),
        z0(exact<T>(i.z0)),
        decay(i.backward ? T(T(1) / exact<T>(i.q)) : exact<T>(i.q)),
        growth(T(1) / exact<T>(i.q)) {}

  T at(const T& start) const { return start / (start + (T(1) - start) * decay); }
  /// d/dt of at(start), by the quotient rule and d/dt e^{−t} = −e^{−t}.
  T velocity(const T& start) const {
    return start * (T(1) - start) * decay / square(T(start + (T(1) - start) * decay));
  }

  T w0, z0, decay, growth;
};

/// Two states that move with −∇J.
template <class T>
struct States {
  using Instance = HessianBoundsInstance;
  explicit States(const HessianBoundsInstance& i)
      : C(exact<T>(i.claimed.value_or(i.J->curvature()).smoothness())),
        w(exact<T>(i.w1)),
        d(w - exact<T>(i.w2)),
        g(i.J->over<T>().gradient(w) - i.J->over<T>().gradient(exact<T>(i.w2))) {}
  explicit States(Unknowns<T>& u) : C(u.positive("C")), d(u.vector("W − Z")), g(u.vector("∇J(W) − ∇J(Z)")) {}

  /// d/dt |W − Z|² as a central difference over 1/8, exact for a polynomial of degree 2.
  T rate() const {
    const Vector<T> step = frac<T>(1, 8) * g;
    return T(4) * (squared_norm<T>(d - step) - squared_norm<T>(d + step));
  }

  T C;
  Vector<T> w = {}, d, g;  ///< W, W − Z, ∇J(W) − ∇J(Z)
};

template <class T>
struct PicardRun {
  using Instance = PhaseInstance;
  explicit PicardRun(const PhaseInstance& i)
      : C(exact<T>(i.J->curvature().smoothness())), t(exact<T>(i.tau)), w(exact<T>(i.w)), z(exact<T>(i.z)) {
    const ObjectiveOver<T>& J = i.J->over<T>();
    const Vector<T> at_zero = J.gradient(Vector<T>::Constant(w.size(), T(0)));
    moved = t * (J.gradient(w) - at_zero) + frac<T>(1, 2) * square(t) * (J.gradient(z) - at_zero);
  }
  /// max |D|² over [0, t]: D is affine, |D|² convex.
  T largest2() const { return larger<T>(squared_norm(w), squared_norm<T>(w + t * z)); }

  T C, t;
  Vector<T> w, z;
  Vector<T> moved;  ///< P(U)(t) − P(U + D)(t), the integral of a gradient that is affine in s
};

}  // namespace verigrad::cauchy_lipschitz
