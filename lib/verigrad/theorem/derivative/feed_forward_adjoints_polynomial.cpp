// The adjoint ODE of a flow that is not linear, with parameters that depend on time, where all solutions are
// polynomials.
#include <fmt/format.h>

#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::feed_forward_adjoints {

std::string PolynomialFlow::describe() const {
  return fmt::format(
      "ẋ₁ = θ₁(t) + pt, ẋ₂ = θ₂(t)x₁² + qtx₁, θ(t) = {} + {}t, p = {}, q = {}, x₀ = {}, φ(t) = {} + {}t, c = {}, T = "
      "{}",
      in_words(theta0), in_words(theta1), p, q, in_words(x0), in_words(phi0), in_words(phi1), in_words(c), T);
}

namespace {

struct FlowRun {
  using Instance = PolynomialFlow;
  explicit FlowRun(const PolynomialFlow& f)
      : x0(exact(f.x0)),
        theta0(exact(f.theta0)),
        theta1(exact(f.theta1)),
        phi0(exact(f.phi0)),
        phi1(exact(f.phi1)),
        c(exact(f.c)),
        p(exact(f.p)),
        q(exact(f.q)),
        end(exact(f.T)),
        end_value(x(end) - c) {}

  Vector<Number> phi(const Number& t) const { return phi0 + t * phi1; }
  /// θ(t) + sφ(t).
  Vector<Number> theta(const Number& t, const Number& s) const { return theta0 + t * theta1 + s * phi(t); }
  /// x₁ at `to` from x₁ at `from`, with the parameters θ + sφ: a parabola in time.
  Number x1_moved(const Number& from, const Number& x1, const Number& to, const Number& s) const {
    const Number speed = theta0[0] + s * phi0[0], gain = theta1[0] + s * phi1[0] + p;
    return x1 + speed * (to - from) + frac(1, 2) * gain * (square(to) - square(from));
  }
  Number x1(const Number& t) const { return x1_moved(0, x0[0], t, 0); }
  /// The state at `to` from `state` at `from`, with the parameters θ + sφ.
  Vector<Number> moved(const Number& from, const Vector<Number>& state, const Number& to, const Number& s = 0) const {
    const auto x2_rate = [&](const Number& t) {
      const Number now = x1_moved(from, state[0], t, s);
      return Number(theta(t, s)[1] * square(now) + q * t * now);
    };
    return Vector<Number>{{x1_moved(from, state[0], to, s), state[1] + polynomial_integral<Number>(x2_rate, from, to)}};
  }
  Vector<Number> x(const Number& t) const { return moved(0, x0, t); }
  Number loss(const Vector<Number>& at) const { return frac(1, 2) * squared_norm(at - c); }

  Vector<Number> x0, theta0, theta1, phi0, phi1, c;
  Number p, q, end;
  Vector<Number> end_value;  ///< ∇L(x(T))
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
Vector<Number> adjoint(const FlowRun& r, const Number& t, const AdjointSlip& slip) {
  const Vector<Number> last = (slip.wrong_end ? 2 : 1) * r.end_value;
  const auto rate = [&](const Number& time) {
    const Number x1 = r.x1(slip.first_state ? Number(0) : time),
                 theta2 = r.theta(slip.first_theta ? Number(0) : time, Number(0))[1];
    return Number(slip.sign * (2 * theta2 * x1 + (slip.no_time ? 0 : 1) * r.q * time) * last[1]);
  };
  return Vector<Number>{{last[0] + polynomial_integral<Number>(rate, slip.end_at_0 ? Number(0) : r.end, t), last[1]}};
}

/// f′(0) of a polynomial of degree 6 or less.
template <class F>
Number derivative_at_0(const F& f) {
  const auto difference = [&](int h) { return Number(f(Number(h)) - f(Number(-h))); };
  return frac(1, 60) * (45 * difference(1) - 9 * difference(2) + difference(3));
}

Form<PolynomialFlow> in_state(const char* key, AdjointSlip slip) {
  return form<FlowRun>(key, [slip](const FlowRun& r, Claims& claims) {
    for (int third = 0; third <= 3; ++third) {
      const Number t = frac(third, 3) * r.end;
      const Vector<Number> z = adjoint(r, t, slip), at = r.x(t);
      for (int i = 0; i < 2; ++i) {
        const Vector<Number> e = Vector<Number>(Vector<Number>::Unit(2, i));
        const auto f = [&](const Number& s) { return r.loss(r.moved(t, at + s * e, r.end)); };
        claims.equal("z(t) = ∇_{x(t)}f", z[i], derivative_at_0(f), third);
      }
    }
  });
}

Form<PolynomialFlow> in_theta(const char* key, AdjointSlip slip) {
  return form<FlowRun>(key, [slip](const FlowRun& r, Claims& claims) {
    const auto along = [&](const Number& t) {
      const Vector<Number> z = adjoint(r, t, slip), phi = r.phi(slip.constant_phi ? Number(0) : t);
      return Number(phi[0] * z[0] + phi[1] * square(r.x1(t)) * z[1]);
    };
    const auto f = [&](const Number& s) { return r.loss(r.moved(0, r.x0, r.end, s)); };
    claims.equal("d/ds f(θ + sφ) = ∫⟨φ(t), [∂_θu]ᵀz(t)⟩dt", derivative_at_0(f),
                 polynomial_integral<Number>(along, Number(0), r.end));
  });
}

Forms<PolynomialFlow> planted_polynomial() {
  return {in_state("u not linear, sign: ż = [∂ₓu]ᵀz", {.sign = 1}),
          in_state("u not linear, end value at 0", {.end_at_0 = true}),
          in_state("u not linear, index: ∂ₓu at x(0)", {.first_state = true}),
          in_state("u not linear, index: θ(0) for θ(t)", {.first_theta = true}),
          in_state("u not linear, missing t in u", {.no_time = true}),
          in_theta("u not linear, gradient: φ(0) for φ(t)", {.constant_phi = true})};
}

/// θ₂ = t/4 from 0, with p = 1/4 and q = −1/2.
PolynomialFlow growing_parameter() {
  return {.x0 = vector({0, 0}),
          .theta0 = vector({0, 0}),
          .theta1 = vector({0, 0.25}),
          .phi0 = vector({0, 0}),
          .phi1 = vector({0, 0.25}),
          .c = vector({0, 0}),
          .p = 0.25,
          .q = -0.5,
          .T = 0.5};
}

}  // namespace

Form<PolynomialFlow> another_end_value() { return in_state("another end value", {.wrong_end = true}); }

Lines<PolynomialFlow> polynomial_lines() {
  return {.steps = {{"adjoint ODE, u not linear", "the same for u = (θ₁ + pt, θ₂x₁² + qtx₁) and θ(t) linear in t",
                     in_state("", {})},
                    {"gradient in θ(t), u not linear", "the same for these, along φ(t) linear in t", in_theta("", {})}},
          .planted = planted_polynomial(),
          .separating = {growing_parameter()}};
}

}  // namespace verigrad::feed_forward_adjoints
