// The continuous limit of recurrent networks and its adjoint equation, (14.29), where everything is a polynomial.
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/theorem/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

/// Deviations from the adjoint equation.
struct AdjointSlip {
  bool starts_at_0 = false;
  int sign = -1;
  bool no_loss_term = false;
};

template <class T>
struct Flow {
  using Instance = FlowInstance;
  explicit Flow(const FlowInstance& i)
      : x0(exact<T>(i.x0)),
        theta(exact<T>(i.theta)),
        g(exact<T>(i.g)),
        d(exact<T>(i.d)),
        kappa(exact<T>(i.kappa)),
        end(exact<T>(i.T)) {}

  /// x₁(t), and ∫₀ᵗ x₁.
  T x1(const T& t) const { return x0[0] + theta[0] * t; }
  T integral(const T& t) const { return x0[0] * t + frac<T>(1, 2) * theta[0] * square(t); }
  /// x(T) in closed form.
  template <class V>
  Vector<V> at_end(const Vector<V>& p) const {
    const V a(x0[0]), t(end);
    const V squares = a * a * t + a * p[0] * t * t + V(frac<T>(1, 3)) * p[0] * p[0] * t * t * t;
    return Vector<V>{{a + p[0] * t, V(x0[1]) + p[1] * squares}};
  }
  template <class V>
  V loss(const Vector<V>& p) const {
    const Vector<V> x = at_end(p);
    V sum(T(0));
    for (int i = 0; i < 2; ++i) sum += V(g[i]) * x[i] + V(frac<T>(1, 2) * kappa) * V(square(x[i])) + V(d[i]) * p[i];
    return sum;
  }
  /// [∂θu]ᵀz at time t, where z is ∇ₓL at time 0 or T and ż = sign [∂ₓu]ᵀz.
  Vector<T> integrand(const T& t, const AdjointSlip& slip) const {
    const Vector<T> last = g + kappa * at_end(theta);
    const T travelled = integral(t) - integral(slip.starts_at_0 ? T(0) : end);
    const T z1 = last[0] + T(slip.sign) * T(2) * theta[1] * last[1] * travelled;
    return Vector<T>{{z1, square(x1(t)) * last[1]}};
  }
  /// (14.29); Simpson's rule integrates quadratics exactly.
  Vector<T> gradient(const AdjointSlip& slip) const {
    const Vector<T> sum = integrand(T(0), slip) + T(4) * integrand(end / T(2), slip) + integrand(end, slip);
    return end / T(6) * sum + T(slip.no_loss_term ? 0 : 1) * d;
  }

  Vector<T> x0, theta, g, d;
  T kappa, end;
};

Form<FlowInstance> adjoint(const char* key, AdjointSlip slip) {
  return form<Flow>(key, [slip]<class T>(const Flow<T>& r, Claims<T>& claims) {
    const auto f = [&](const auto& theta) { return r.loss(theta); };
    claims.equal("∇θf in closed form = ∇θL + ∫ [∂θu]ᵀz", forward_gradient<T>(f, r.theta), r.gradient(slip));
  });
}

constexpr auto printed_integrand = []<class T>(const Flow<T>& r, Claims<T>& claims) {
  claims.equal("entries of f(x, θ), a loss, = entries of z", T(1), T(int(r.x0.size())));
};
constexpr auto right_integrand = []<class T>(const Flow<T>& r, Claims<T>& claims) {
  claims.equal("entries of u(x, θ) = entries of z", T(int(r.integrand(r.end, {}).size())), T(int(r.x0.size())));
};

/// Residual steps of length τ = T/N: |x₂ᴺ − x₂(T)| ≤ T τ |θ₁θ₂| max|x₁|, the error of a sum over rectangles.
constexpr auto small_steps = []<class T>(const Flow<T>& r, Claims<T>& claims) {
  for (const int steps : {1, 2, 4, 8}) {
    const T tau = r.end / T(steps);
    Vector<T> x = r.x0;
    for (int k = 0; k < steps; ++k) x += tau * Vector<T>{{r.theta[0], r.theta[1] * square(x[0])}};
    const Vector<T> limit = r.at_end(r.theta);
    const T most = larger<T>(magnitude(r.x0[0]), magnitude(limit[0]));
    claims.equal("x₁ᴺ = x₁(T)", x[0], limit[0], steps);
    claims.at_most("|x₂ᴺ − x₂(T)| ≤ Tτ|θ₁θ₂| max|x₁|", magnitude<T>(x[1] - limit[1]),
                   r.end * tau * magnitude<T>(r.theta[0] * r.theta[1]) * most, steps);
  }
};

}  // namespace

Lines<FlowInstance> adjoint_lines() {
  return {.conclusions = {form<Flow>("small steps", small_steps)},
          .errata = {adjoint("adjoint at time 0", {.starts_at_0 = true}), form<Flow>("integrand", printed_integrand)},
          .corrected = {adjoint("adjoint at time 0", {}), form<Flow>("integrand", right_integrand)},
          .planted = {adjoint("(14.29) with ż = +[∂ₓu]ᵀz", {.sign = 1}),
                      adjoint("(14.29) without ∇θL", {.no_loss_term = true})},
          .probes = {}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
