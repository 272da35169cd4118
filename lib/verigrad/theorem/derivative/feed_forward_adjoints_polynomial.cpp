// The adjoint ODE of a flow that is not linear, with parameters that depend on time, where all solutions are
// polynomials.
#include <fmt/format.h>

#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::feed_forward_adjoints {

std::string PolynomialFlow::describe() const {
  return fmt::format(
      "ẋ₁ = θ₁(t) + pt, ẋ₂ = θ₂(t)x₁² + qtx₁, θ(t) = {} + {}t, p = {}, q = {}, x₀ = {}, φ(t) = {} + {}t, c = {}, T = "
      "{}",
      in_words(theta0), in_words(theta1), p, q, in_words(x0), in_words(phi0), in_words(phi1), in_words(c), T);
}

namespace {

template <class T>
struct Flow {
  using Instance = PolynomialFlow;
  explicit Flow(const PolynomialFlow& f)
      : x0(exact<T>(f.x0)),
        theta0(exact<T>(f.theta0)),
        theta1(exact<T>(f.theta1)),
        phi0(exact<T>(f.phi0)),
        phi1(exact<T>(f.phi1)),
        c(exact<T>(f.c)),
        p(exact<T>(f.p)),
        q(exact<T>(f.q)),
        end(exact<T>(f.T)),
        end_value(x(end) - c) {}

  Vector<T> phi(const T& t) const { return phi0 + t * phi1; }
  /// θ(t) + sφ(t).
  Vector<T> theta(const T& t, const T& s) const { return theta0 + t * theta1 + s * phi(t); }
  /// x₁ at `to` from x₁ at `from`, with the parameters θ + sφ: a parabola in time.
  T x1_moved(const T& from, const T& x1, const T& to, const T& s) const {
    const T speed = theta0[0] + s * phi0[0], gain = theta1[0] + s * phi1[0] + p;
    return x1 + speed * (to - from) + frac<T>(1, 2) * gain * (square(to) - square(from));
  }
  T x1(const T& t) const { return x1_moved(T(0), x0[0], t, T(0)); }
  /// The state at `to` from `state` at `from`, with the parameters θ + sφ.
  Vector<T> moved(const T& from, const Vector<T>& state, const T& to, const T& s = T(0)) const {
    const auto x2_rate = [&](const T& t) {
      const T now = x1_moved(from, state[0], t, s);
      return T(theta(t, s)[1] * square(now) + q * t * now);
    };
    return Vector<T>{{x1_moved(from, state[0], to, s), state[1] + polynomial_integral<T>(x2_rate, from, to)}};
  }
  Vector<T> x(const T& t) const { return moved(T(0), x0, t); }
  T loss(const Vector<T>& at) const { return frac<T>(1, 2) * squared_norm<T>(at - c); }

  Vector<T> x0, theta0, theta1, phi0, phi1, c;
  T p, q, end;
  Vector<T> end_value;  ///< ∇L(x(T))
};

/// Deviations from the adjoint equation.
struct AdjointSlip {
  int sign = -1;
  bool end_at_0 = false;      ///< the end value taken at 0
  bool first_state = false;   ///< x(0) for x(t)
  bool first_theta = false;   ///< θ(0) for θ(t)
  bool no_time = false;       ///< without what u's own t gives
  bool wrong_end = false;     ///< another solution of the ODE: 2∇L(x(T))
  bool constant_phi = false;  ///< φ(0) for φ(t)
};

/// z(t): z₂ is constant and ż₁ = −(2θ₂x₁ + qt)z₂.
template <class T>
Vector<T> adjoint(const Flow<T>& r, const T& t, const AdjointSlip& slip) {
  const Vector<T> last = T(slip.wrong_end ? 2 : 1) * r.end_value;
  const auto rate = [&](const T& time) {
    const T x1 = r.x1(slip.first_state ? T(0) : time), theta2 = r.theta(slip.first_theta ? T(0) : time, T(0))[1];
    return T(T(slip.sign) * (T(2) * theta2 * x1 + T(slip.no_time ? 0 : 1) * r.q * time) * last[1]);
  };
  return Vector<T>{{last[0] + polynomial_integral<T>(rate, slip.end_at_0 ? T(0) : r.end, t), last[1]}};
}

/// f′(0) of a polynomial of degree 6 or less.
template <class T, class F>
T derivative_at_0(const F& f) {
  const auto difference = [&](int h) { return T(f(T(h)) - f(T(-h))); };
  return frac<T>(1, 60) * (T(45) * difference(1) - T(9) * difference(2) + difference(3));
}

Form<PolynomialFlow> in_state(const char* key, AdjointSlip slip) {
  return form<Flow>(key, [slip]<class T>(const Flow<T>& r, Claims<T>& claims) {
    for (int third = 0; third <= 3; ++third) {
      const T t = frac<T>(third, 3) * r.end;
      const Vector<T> z = adjoint(r, t, slip), at = r.x(t);
      for (int i = 0; i < 2; ++i) {
        const Vector<T> e = Vector<T>(Vector<T>::Unit(2, i));
        const auto f = [&](const T& s) { return r.loss(r.moved(t, at + s * e, r.end)); };
        claims.equal("z(t) = ∇_{x(t)}f", z[i], derivative_at_0<T>(f), third);
      }
    }
  });
}

Form<PolynomialFlow> in_theta(const char* key, AdjointSlip slip) {
  return form<Flow>(key, [slip]<class T>(const Flow<T>& r, Claims<T>& claims) {
    const auto along = [&](const T& t) {
      const Vector<T> z = adjoint(r, t, slip), phi = r.phi(slip.constant_phi ? T(0) : t);
      return T(phi[0] * z[0] + phi[1] * square(r.x1(t)) * z[1]);
    };
    const auto f = [&](const T& s) { return r.loss(r.moved(T(0), r.x0, r.end, s)); };
    claims.equal("d/ds f(θ + sφ) = ∫⟨φ(t), [∂_θu]ᵀz(t)⟩dt", derivative_at_0<T>(f),
                 polynomial_integral<T>(along, T(0), r.end));
  });
}

}  // namespace

Forms<PolynomialFlow> polynomial_steps() {
  return {in_state("adjoint ODE, u not linear", {}), in_theta("gradient in θ(t), u not linear", {})};
}

Form<PolynomialFlow> another_end_value() { return in_state("another end value", {.wrong_end = true}); }

Forms<PolynomialFlow> planted_polynomial() {
  return {in_state("u not linear, sign: ż = [∂ₓu]ᵀz", {.sign = 1}),
          in_state("u not linear, end value at 0", {.end_at_0 = true}),
          in_state("u not linear, index: ∂ₓu at x(0)", {.first_state = true}),
          in_state("u not linear, index: θ(0) for θ(t)", {.first_theta = true}),
          in_state("u not linear, missing t in u", {.no_time = true}),
          in_theta("u not linear, gradient: φ(0) for φ(t)", {.constant_phi = true})};
}

}  // namespace verigrad::feed_forward_adjoints
