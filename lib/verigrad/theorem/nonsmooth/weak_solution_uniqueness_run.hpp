// Lemma 5.6.5 on straight paths: W, Z, the bump a, the mollifier b and the integrals that the proof makes of them.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

template <class T>
struct PathsRun {
  using Instance = Paths;
  explicit PathsRun(const Paths& i)
      : alpha(exact<T>(i.alpha)),
        b(exact<T>(i.b)),
        v(exact<T>(i.v)),
        d(exact<T>(i.d)),
        g(exact<T>(i.g)),
        s(exact<T>(i.s)),
        t(exact<T>(i.t)),
        mu(exact<T>(i.mu)),
        epsilon(exact<T>(i.epsilon)),
        left(exact<T>(i.left)) {}

  T difference(const T& at) const { return b - d + at * (v - g); }
  T distance2(const T& at) const { return square(T(difference(at))); }
  /// |W(α + β) − Z(α − β)|².
  T doubled_distance2(const T& at, const T& beta) const { return square(T(difference(at) + beta * (v + g))); }

  /// The bump a = ((α − s)(t − α))² on [s, t].
  T a(const T& at) const { return square(T((at - s) * (t - at))); }
  T a_prime(const T& at) const { return T(2) * (at - s) * (t - at) * (t + s - T(2) * at); }

  /// b(β/ε)/ε for β ≥ 0 and for β ≤ 0.
  T b_right(const T& beta) const {
    const T x = beta / epsilon;
    return T(30) * (T(1) - left) * square(T(x * (T(1) - x))) / epsilon;
  }
  T b_left(const T& beta) const {
    const T x = beta / epsilon;
    return T(30) * left * square(T(x * (T(1) + x))) / epsilon;
  }
  /// ∫ f(β) (1/ε) b(β/ε) dβ over β > 0 and over β < 0.
  template <class F>
  T mean_right(const F& f) const {
    return polynomial_integral<T>([&](const T& beta) { return f(beta) * b_right(beta); }, T(0), epsilon);
  }
  template <class F>
  T mean_left(const F& f) const {
    return polynomial_integral<T>([&](const T& beta) { return f(beta) * b_left(beta); }, -epsilon, T(0));
  }
  template <class F>
  T over_time(const F& f) const {
    return polynomial_integral<T>(f, s, t);
  }
  /// ∫∫ |W(α + β) − Z(α − β)|² weight(α) (1/ε) b(β/ε) dα dβ for β ∈ [0, T], and for β ∈ [−T, T].
  template <class Weight>
  T on_half_line(const Weight& weight) const {
    return over_time([&](const T& at) {
      return weight(at) * mean_right([&](const T& beta) { return doubled_distance2(at, beta); });
    });
  }
  template <class Weight>
  T on_line(const Weight& weight) const {
    return on_half_line(weight) + over_time([&](const T& at) {
             return weight(at) * mean_left([&](const T& beta) { return doubled_distance2(at, beta); });
           });
  }
  /// ∫ |W − Z|² a′ and ∫ ⟨W − Z, W′ + Z′⟩ a′.
  T limit_A() const {
    return over_time([this](const T& at) { return distance2(at) * a_prime(at); });
  }
  T drift_A() const {
    return (v + g) * over_time([this](const T& at) { return difference(at) * a_prime(at); });
  }
  /// ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a, ∫ ⟨W − Z, W′ + Z′⟩ a and ∫ |W′ + Z′|² a.
  T limit_B() const {
    return alpha * over_time([this](const T& at) { return distance2(at) * a(at); });
  }
  T drift_B() const {
    return (v + g) * over_time([this](const T& at) { return difference(at) * a(at); });
  }
  T spread_B() const {
    return square(T(v + g)) * over_time([this](const T& at) { return a(at); });
  }

  T alpha, b, v, d, g, s, t, mu, epsilon, left;
};

}  // namespace verigrad::weak_solution_uniqueness
