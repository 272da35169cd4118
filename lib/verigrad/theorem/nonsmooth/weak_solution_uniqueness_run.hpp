// Lemma 5.6.5 on straight paths: W, Z, the bump a, the mollifier b and the integrals that the proof makes of them.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

/// J₁ = w²/2, W = t, Z = 0, a on [1, 2], with ε and the share of b on [−1, 0].
inline PathsInstance line(double epsilon, double left) { return {1, 0, 1, 0, 0, 1, 2, 0.5, epsilon, left}; }
/// J₁ = w²/4, W = 0, Z = t/2.
constexpr PathsInstance separating_paths{0.5, 0, 0, 0, 0.5, 0.5, 0.75, 0x1p-5, 0.25, 0.5};

/// Two straight paths and the integrals of the proof along them.
struct PathsRun {
  using Instance = PathsInstance;
  explicit PathsRun(const PathsInstance& i)
      : alpha(exact(i.alpha)),
        b(exact(i.b)),
        v(exact(i.v)),
        d(exact(i.d)),
        g(exact(i.g)),
        s(exact(i.s)),
        t(exact(i.t)),
        mu(exact(i.mu)),
        epsilon(exact(i.epsilon)),
        left(exact(i.left)) {}

  Number difference(const Number& at) const { return b - d + at * (v - g); }
  Number distance2(const Number& at) const { return square(difference(at)); }
  /// |W(α + β) − Z(α − β)|².
  Number doubled_distance2(const Number& at, const Number& beta) const {
    return square(difference(at) + beta * (v + g));
  }

  /// The bump a = ((α − s)(t − α))² on [s, t].
  Number a(const Number& at) const { return square((at - s) * (t - at)); }
  Number a_prime(const Number& at) const { return 2 * (at - s) * (t - at) * (t + s - 2 * at); }

  /// b(β/ε)/ε for β ≥ 0.
  Number b_right(const Number& beta) const {
    const Number x = beta / epsilon;
    return 30 * (1 - left) * square(x * (1 - x)) / epsilon;
  }
  /// For β ≤ 0.
  Number b_left(const Number& beta) const {
    const Number x = beta / epsilon;
    return 30 * left * square(x * (1 + x)) / epsilon;
  }
  /// ∫ f(β) (1/ε) b(β/ε) dβ over β > 0.
  template <class F>
  Number mean_right(const F& f) const {
    return polynomial_integral<Number>([&](const Number& beta) { return f(beta) * b_right(beta); }, 0, epsilon);
  }
  /// Over β < 0.
  template <class F>
  Number mean_left(const F& f) const {
    return polynomial_integral<Number>([&](const Number& beta) { return f(beta) * b_left(beta); }, -epsilon, 0);
  }
  /// ∫ f over [s, t].
  template <class F>
  Number over_time(const F& f) const {
    return polynomial_integral<Number>(f, s, t);
  }
  /// ∫∫ |W(α + β) − Z(α − β)|² weight(α) (1/ε) b(β/ε) dα dβ for β ∈ [0, T].
  template <class Weight>
  Number on_half_line(const Weight& weight) const {
    return over_time([&](const Number& at) {
      return weight(at) * mean_right([&](const Number& beta) { return doubled_distance2(at, beta); });
    });
  }
  /// For β ∈ [−T, T].
  template <class Weight>
  Number on_line(const Weight& weight) const {
    return on_half_line(weight) + over_time([&](const Number& at) {
             return weight(at) * mean_left([&](const Number& beta) { return doubled_distance2(at, beta); });
           });
  }
  /// ∫ |W − Z|² a′.
  Number limit_A() const {
    return over_time([this](const Number& at) { return distance2(at) * a_prime(at); });
  }
  /// ∫ ⟨W − Z, W′ + Z′⟩ a′.
  Number drift_A() const {
    return (v + g) * over_time([this](const Number& at) { return difference(at) * a_prime(at); });
  }
  /// ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a.
  Number limit_B() const {
    return alpha * over_time([this](const Number& at) { return distance2(at) * a(at); });
  }
  /// ∫ ⟨W − Z, W′ + Z′⟩ a.
  Number drift_B() const {
    return (v + g) * over_time([this](const Number& at) { return difference(at) * a(at); });
  }
  /// ∫ |W′ + Z′|² a.
  Number spread_B() const {
    return square(v + g) * over_time([this](const Number& at) { return a(at); });
  }

  Number alpha, b, v, d, g, s, t, mu, epsilon, left;
};

}  // namespace verigrad::weak_solution_uniqueness
