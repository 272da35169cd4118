// The continuous limit of recurrent networks and its adjoint equation, (14.29), where everything is a polynomial.
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

/// Deviations from the adjoint equation.
struct AdjointSlip {
  bool starts_at_0 = false;
  int sign = -1;
  bool no_loss_term = false;
};

struct FlowRun {
  using Instance = FlowInstance;
  explicit FlowRun(const FlowInstance& i)
      : x0(exact(i.x0)), theta(exact(i.theta)), g(exact(i.g)), d(exact(i.d)), kappa(exact(i.kappa)), end(exact(i.T)) {}

  /// x₁(t), and ∫₀ᵗ x₁.
  Number x1(const Number& t) const { return x0[0] + theta[0] * t; }
  Number integral(const Number& t) const { return x0[0] * t + frac(1, 2) * theta[0] * square(t); }
  /// The state a time t after x, in closed form, with the parameters p.
  template <class V>
  static Vector<V> moved(const Vector<V>& x, const Vector<V>& p, const V& t) {
    const V squares = x[0] * x[0] * t + x[0] * p[0] * t * t + V(frac(1, 3)) * p[0] * p[0] * t * t * t;
    return Vector<V>{{x[0] + p[0] * t, x[1] + p[1] * squares}};
  }
  template <class V>
  static Vector<V> lifted(const Vector<Number>& v) {
    return v.unaryExpr([](const Number& entry) { return V(entry); });
  }
  /// x(T).
  template <class V>
  Vector<V> at_end(const Vector<V>& p) const {
    return moved<V>(lifted<V>(x0), p, V(end));
  }
  /// ⟨g, x⟩ + ½κ|x|².
  template <class V>
  V loss_of(const Vector<V>& x) const {
    V sum(Number(0));
    for (int i = 0; i < 2; ++i) sum += V(g[i]) * x[i] + V(frac(1, 2) * kappa) * V(square(x[i]));
    return sum;
  }
  template <class V>
  V loss(const Vector<V>& p) const {
    V sum = loss_of<V>(at_end(p));
    for (int i = 0; i < 2; ++i) sum += V(d[i]) * p[i];
    return sum;
  }
  /// [∂θu]ᵀz at time t, where z is ∇ₓL at time 0 or T and ż = sign [∂ₓu]ᵀz.
  Vector<Number> integrand(const Number& t, const AdjointSlip& slip) const {
    const Vector<Number> last = g + kappa * at_end(theta);
    const Number travelled = integral(t) - integral(slip.starts_at_0 ? Number(0) : end);
    const Number z1 = last[0] + slip.sign * 2 * theta[1] * last[1] * travelled;
    return Vector<Number>{{z1, square(x1(t)) * last[1]}};
  }
  /// Its integral up to s; Simpson's rule integrates quadratics exactly.
  Vector<Number> integral_to(const Number& s, const AdjointSlip& slip) const {
    return s / 6 * Vector<Number>(integrand(0, slip) + 4 * integrand(s / 2, slip) + integrand(s, slip));
  }
  /// (14.29).
  Vector<Number> gradient(const AdjointSlip& slip) const {
    return integral_to(end, slip) + Number(slip.no_loss_term ? 0 : 1) * d;
  }

  Vector<Number> x0, theta, g, d;
  Number kappa, end;
};

Form<FlowInstance> adjoint(const char* key, AdjointSlip slip) {
  return form<FlowRun>(key, [slip](const FlowRun& r, Claims& claims) {
    const auto f = [&](const auto& theta) { return r.loss(theta); };
    claims.equal("∇θf in closed form = ∇θL + ∫ [∂θu]ᵀz", forward_gradient<Number>(f, r.theta), r.gradient(slip));
  });
}

/// Of ẋ₁ = θ₁ alone, n = 1, where [∂θf]ᵀz is defined, if L does not see x₂.
void printed_integrand(const FlowRun& r, Claims& claims) {
  const auto f = [&](const auto& theta) { return r.loss(theta); };
  const Number slope = forward_gradient<Number>(f, r.theta)[0];
  claims.equal("∂f/∂θ₁ = ∂L/∂θ₁ + ∫ ∂f/∂θ₁ z₁dt", slope, r.d[0] + slope * r.integral_to(r.end, {})[0]);
}
/// [∂θu]ᵀz is what θ at time t contributes: integrated up to s, the derivative in a θ that acts up to s only.
void right_integrand(const FlowRun& r, Claims& claims) {
  for (int k = 1; k <= 4; ++k) {
    const Number s = frac(k, 4) * r.end;
    const auto f = [&]<class V>(const Vector<V>& p) {
      using F = FlowRun;
      const Vector<V> at_s = F::template moved<V>(F::template lifted<V>(r.x0), p, V(s));
      return r.loss_of(F::template moved<V>(at_s, F::template lifted<V>(r.theta), V(r.end - s)));
    };
    claims.equal("gradient of L(x(T)) in θ on [0, s] = ∫₀ˢ [∂θu]ᵀz", forward_gradient<Number>(f, r.theta),
                 r.integral_to(s, {}));
  }
}

/// Residual steps of length τ = T/N: |x₂ᴺ − x₂(T)| ≤ T τ |θ₁θ₂| max|x₁|, the error of a sum over rectangles.
void small_steps(const FlowRun& r, Claims& claims) {
  for (const int steps : {1, 2, 4, 8}) {
    const Number tau = r.end / steps;
    Vector<Number> x = r.x0;
    for (int k = 0; k < steps; ++k) x += tau * Vector<Number>{{r.theta[0], r.theta[1] * square(x[0])}};
    const Vector<Number> limit = r.at_end(r.theta);
    const Number most = larger<Number>(magnitude(r.x0[0]), magnitude(limit[0]));
    claims.equal("x₁ᴺ = x₁(T)", x[0], limit[0], steps);
    claims.at_most("|x₂ᴺ − x₂(T)| ≤ Tτ|θ₁θ₂| max|x₁|", magnitude<Number>(x[1] - limit[1]),
                   r.end * tau * magnitude<Number>(r.theta[0] * r.theta[1]) * most, steps);
  }
}

/// ẋ₁ = θ₁ = 1, ẋ₂ = x₁² up to 1 with L = x₂, which is cubic in time.
FlowInstance cubic() {
  return {.x0 = vector({0, 0}), .theta = vector({1, 1}), .g = vector({0, 1}), .d = vector({0, 0})};
}
/// ẋ₁ = θ₁ = 1 up to 2 with L = x₁.
FlowInstance straight() {
  return {.x0 = vector({0, 0}), .theta = vector({1, 0}), .g = vector({1, 0}), .d = vector({0, 0}), .kappa = 0, .T = 2};
}
FlowInstance small_flow() {
  return {.x0 = vector({0, 0}),
          .theta = vector({0.25, 0.25}),
          .g = vector({0, 0}),
          .d = vector({0.25, 0}),
          .kappa = 0.25,
          .T = 0.25};
}

FalseLine<FlowInstance> adjoint_at_time_0() {
  return {.words = {.key = "adjoint at time 0",
                    .place = "Section 14.3.7, after (14.29)",
                    .printed = "ż(t) = −[∂ₓu]ᵀz(t) with z(0) = ∇ₓL(x_t, θ)",
                    .corrected = "ż(t) = −[∂ₓu]ᵀz(t) with z(T) = ∇ₓL(x(T), θ)",
                    .remark = "z(t) is the gradient with respect to x(t) by section 14.3.6, so that ∇ₓL(x(T), θ) is "
                              "its value at T; the text itself calls the equation backward.",
                    .by_hand = "u = (θ₁, θ₂x₁²), x(0) = 0, θ = (1, 1), T = 1, L = x₂: ∂f/∂θ₁ = 2/3, as printed −1/3",
                    .weight = Weight::statement,
                    .survives = "with z(T) = ∇ₓL(x(T), θ)",
                    .of_statement = true},
          .printed = adjoint("", {.starts_at_0 = true}),
          .counterexample = cubic(),
          .corrected = {adjoint("", {})}};
}

FalseLine<FlowInstance> integrand_of_loss() {
  return {.words = {.key = "integrand",
                    .place = "(14.29)",
                    .printed = "∇θf(θ) = ∇θL(x(T), θ) + ∫ [∂θf(x(t), θ)]ᵀz(t)dt",
                    .corrected = "∇θf(θ) = ∇θL(x(T), θ) + ∫ [∂θu(x(t), θ)]ᵀz(t)dt",
                    .remark =
                        "f is the loss, a number and a function of θ alone: its derivative does not multiply a z with "
                        "n entries. Where n = 1 it does, and is false. The same formula in section 14.3.6 has u.",
                    .weight = Weight::notation,
                    .of_statement = true,
                    .one_letter = true},
          .printed = form<FlowRun>(printed_integrand),
          .counterexample = straight(),
          .corrected = {form<FlowRun>(right_integrand)}};
}

}  // namespace

Lines<FlowInstance> adjoint_lines() {
  return {
      .steps = {{"small steps", "(k, kτ) → (∞, t): residual steps tend to ẋ = u(x, θ); for x₂ within Tτ|θ₁θ₂| max|x₁|",
                 form<FlowRun>(small_steps)}},
      .errata = {adjoint_at_time_0(), integrand_of_loss()},
      .planted = {adjoint("(14.29) with ż = +[∂ₓu]ᵀz", {.sign = 1}),
                  adjoint("(14.29) without ∇θL", {.no_loss_term = true})},
      .separating = {small_flow()}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
