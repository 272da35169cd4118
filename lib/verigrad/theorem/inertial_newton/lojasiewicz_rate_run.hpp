// The flow of |x|^c with everything that Theorem 2.8 speaks of.
#pragma once

#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::lojasiewicz_rate {

/// The flow at time t, x = s^q, with the constants of the theorem.
struct Run {
  using Instance = PowerFlowInstance;
  explicit Run(const PowerFlowInstance& i)
      : p(i.at.p),
        q(i.at.q),
        s(exact(i.at.s)),
        s0(exact(i.s0)),
        rho(exact(i.at.rho)),
        stretch((square(exact(i.turn)) + 1) / (2 * exact(i.turn))),
        late(exact(i.late)),
        c1(exact(i.pace)),
        c2(1 / (c1 * stretch)),
        kappa(c1 * square(frac(p, q)) / square(rho)) {
    if (p != 2 * q) t = (power(s, 2 * q - p) - power(s0, 2 * q - p)) / (c1 * frac(p, q) * frac(p - 2 * q, q));
  }
  /// G^{1−2a}, from s.
  Number reduced(const Number& root) const { return power(root, 2 * q - p); }
  /// G^{1−a} = ‖X‖, from s.
  Number distance(const Number& root) const { return power(root, q); }
  Number two_a_less_one() const { return frac(p - 2 * q, p); }
  /// (2a − 1)κt.
  Number growth() const { return two_a_less_one() * kappa * t; }
  /// ρ/(c₁c₂).
  Number factor() const { return rho / (c1 * c2); }

  int p, q;
  Number s, s0, rho;
  Number stretch;  ///< ‖X′‖/|‖X‖′|
  Number late;     ///< t₀/t
  Number c1, c2;
  Number kappa;  ///< c₁/(ρ²(1 − a)²)
  Number t;      ///< the time from s₀ to s, where c ≠ 2
};

/// The time from s₀ to s, for any c.
inline Number time(const Run& r) { return r.p == 2 * r.q ? Number(r.q) * log(r.s0 / r.s) / (2 * r.c1) : r.t; }

}  // namespace verigrad::lojasiewicz_rate
