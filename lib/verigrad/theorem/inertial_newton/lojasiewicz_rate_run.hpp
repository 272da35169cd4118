// The flow of |x|^c with everything that Theorem 2.8 speaks of.
#pragma once

#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::lojasiewicz_rate {

template <class T>
struct Run {
  using Instance = PowerFlow;
  explicit Run(const PowerFlow& i)
      : p(i.at.p),
        q(i.at.q),
        s(exact<T>(i.at.s)),
        s0(exact<T>(i.s0)),
        rho(exact<T>(i.at.rho)),
        stretch((square(exact<T>(i.turn)) + T(1)) / (T(2) * exact<T>(i.turn))),
        late(exact<T>(i.late)),
        c1(exact<T>(i.pace)),
        c2(T(1) / (c1 * stretch)),
        kappa(c1 * square(frac<T>(p, q)) / square(rho)) {
    if (p != 2 * q) t = (power(s, 2 * q - p) - power(s0, 2 * q - p)) / (c1 * frac<T>(p, q) * frac<T>(p - 2 * q, q));
  }
  /// G^{1−2a}, from s.
  T reduced(const T& root) const { return power(root, 2 * q - p); }
  /// G^{1−a} = ‖X‖, from s.
  T distance(const T& root) const { return power(root, q); }
  T two_a_less_one() const { return frac<T>(p - 2 * q, p); }
  /// (2a − 1)κt.
  T growth() const { return two_a_less_one() * kappa * t; }
  /// ρ/(c₁c₂).
  T factor() const { return rho / (c1 * c2); }

  int p, q;
  T s, s0, rho;
  T stretch;  ///< ‖X′‖/|‖X‖′|
  T late;     ///< t₀/t
  T c1, c2;
  T kappa;  ///< c₁/(ρ²(1 − a)²)
  T t;      ///< the time from s₀ to s, where c ≠ 2
};

/// The time from s₀ to s, for any c.
inline Ball time(const Run<Ball>& r) { return r.p == 2 * r.q ? Ball(r.q) * log(r.s0 / r.s) / (Ball(2) * r.c1) : r.t; }

}  // namespace verigrad::lojasiewicz_rate
