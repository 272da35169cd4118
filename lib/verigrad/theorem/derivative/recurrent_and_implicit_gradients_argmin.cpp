// Argmin layers: the implicit function theorem against dual numbers through a closed form; (14.32).
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

struct LayerRun {
  using Instance = ArgminInstance;
  explicit LayerRun(const ArgminInstance& i)
      : h(exact(i.h)),
        b(exact(i.b)),
        theta(exact(i.theta)),
        c(exact(i.c)),
        d(exact(i.d)),
        x(exact(i.x)),
        tau(exact(i.tau)),
        x_star(minimiser(theta)) {}

  /// By Cramer's rule.
  template <class V>
  Vector<V> minimiser(const Vector<V>& p) const {
    const V h00 = V(h(0, 0)) + p[0], h11 = V(h(1, 1)) + p[0], h01(h(0, 1));
    const V y0 = V(b(0, 0)) * p[1] + V(b(0, 1)) * p[2], y1 = V(b(1, 0)) * p[1] + V(b(1, 1)) * p[2];
    const V determinant = h00 * h11 - h01 * h01;
    return Vector<V>{{(h11 * y0 - h01 * y1) / determinant, (h00 * y1 - h01 * y0) / determinant}};
  }
  template <class V>
  V loss(const Vector<V>& y, const Vector<V>& p) const {
    V sum(Number(0));
    for (int i = 0; i < 2; ++i) sum += V(frac(1, 2)) * V(square(V(y[i] - V(c[i]))));
    for (int i = 0; i < 3; ++i) sum += V(d[i]) * p[i];
    return sum;
  }
  template <class V>
  V energy(const Vector<V>& y, const Vector<V>& p) const {
    const V half(frac(1, 2));
    V sum(Number(0));
    for (int i = 0; i < 2; ++i) {
      for (int j = 0; j < 2; ++j) sum += half * V(h(i, j)) * y[i] * y[j] - V(b(i, j)) * y[i] * p[j + 1];
      sum += half * p[0] * y[i] * y[i];
    }
    return sum;
  }
  /// ∇ of θ ↦ value(x*(θ), θ) by dual numbers through the closed form.
  Vector<Number> loss_gradient() const {
    return forward_gradient<Number>([this](const auto& p) { return loss(minimiser(p), p); }, theta);
  }
  Vector<Number> energy_gradient() const {
    return forward_gradient<Number>([this](const auto& p) { return energy(minimiser(p), p); }, theta);
  }
  Matrix<Number> e_xx() const { return h + theta[0] * Matrix<Number>::Identity(2, 2); }
  Matrix<Number> e_xtheta(const Vector<Number>& y) const {
    Matrix<Number> result(2, 3);
    result << y, -b;
    return result;
  }
  Vector<Number> e_x(const Vector<Number>& y) const { return product(e_xx(), y) - product(b, theta.tail(2)); }
  Vector<Number> e_theta(const Vector<Number>& y) const {
    Vector<Number> result(3);
    result << frac(1, 2) * squared_norm(y), -product(b.transpose(), y);
    return result;
  }

  /// x_t of (14.31) from x, over numbers that carry derivatives.
  template <class V>
  Vector<V> descended(const Vector<V>& p, const Number& step, int t) const {
    Vector<V> y = x.unaryExpr([](const Number& entry) { return V(entry); });
    for (int k = 0; k < t; ++k) {
      const Vector<V> curved = product(h, y) + p[0] * y, pulled = product(b, Vector<V>(p.tail(2)));
      y -= V(step) * (curved - pulled);
    }
    return y;
  }
  /// ∇⟨l, x_t⟩ by the tape through t steps.
  Vector<Number> through_steps(const Vector<Number>& l, const Number& step, int t) const {
    return reverse_gradient<Number>(
        [&]<class V>(const Vector<V>& p) {
          const Vector<V> y = descended(p, step, t);
          return V(V(l[0]) * y[0] + V(l[1]) * y[1]);
        },
        theta);
  }
  /// ∇⟨l, x*⟩.
  Vector<Number> implicit(const Vector<Number>& l) const {
    return argmin_gradient<Number>(e_xx(), e_xtheta(x_star), l, Vector<Number>::Constant(3, 0));
  }
  /// (Id − step ∂²E/∂x²)ᵗ y.
  Vector<Number> contracted(Vector<Number> y, const Number& step, int t) const {
    for (int k = 0; k < t; ++k) y -= step * product(e_xx(), y);
    return y;
  }

  Matrix<Number> h, b;
  Vector<Number> theta, c, d, x;
  Number tau;
  Vector<Number> x_star;
};

void argmin(const LayerRun& r, Claims& claims) {
  const Vector<Number> l_x = r.x_star - r.c, right = r.loss_gradient();
  claims.equal("∇ₓE(x*, θ) = 0", r.e_x(r.x_star), Vector<Number>::Constant(2, 0));
  claims.equal("∇f* = −[∂²E/∂x∂θ]ᵀ[∂²E/∂x²]⁻¹∇ₓL + ∇θL", right,
               argmin_gradient<Number>(r.e_xx(), r.e_xtheta(r.x_star), l_x, r.d));
  claims.equal("∇f* by the fixed point of x − τ∇E", right,
               fixed_point_gradient<Number>(Matrix<Number>::Identity(2, 2) - r.tau * r.e_xx(),
                                            -r.tau * r.e_xtheta(r.x_star), l_x, r.d));
}

/// ∇⟨l, x_t⟩ by the tape through (14.31) against ∇⟨l, x*⟩, l = ∇ₓL(x*), exactly; M = Id − τ∂²E/∂x².
Form<ArgminInstance> taped(const char* key, int sign, int power) {
  return form<LayerRun>(key, [=](const LayerRun& r, Claims& claims) {
    const Vector<Number> l = r.x_star - r.c, from = r.x - r.x_star;
    for (const int t : {1, 2, 4}) {
      Vector<Number> right = r.implicit(l) - r.implicit(r.contracted(l, r.tau, t));
      right[0] += sign * t * r.tau * dot(r.contracted(from, r.tau, t - power), l);
      claims.equal("∇⟨l, x_t⟩ = ∇⟨l, x*⟩ − ∇⟨Mᵗl, x*⟩ − τt⟨Mᵗ⁻¹(x₀ − x*), l⟩e₀", r.through_steps(l, r.tau, t), right);
    }
  });
}

/// With τ = 1/tr A, A = ∂²E/∂x²: the eigenvalues of Id − τA lie in [0, q], q = 1 − det A/(tr A)².
void taped_converges(const LayerRun& r, Claims& claims) {
  const Matrix<Number> a = r.e_xx();
  const Number trace = a(0, 0) + a(1, 1), q = 1 - (a(0, 0) * a(1, 1) - a(0, 1) * a(1, 0)) / square(trace);
  const Vector<Number> l = r.x_star - r.c, right = r.implicit(l);
  const Number jacobian2 =
      squared_norm(r.implicit(Vector<Number>{{1, 0}})) + squared_norm(r.implicit(Vector<Number>{{0, 1}}));
  claims.less("q < 1", q, 1);
  Number power(1);  // q²ᵗ⁻²
  for (int t = 1; t <= 8; ++t) {
    const Number by_start = square(Number(t / trace)) * power * squared_norm(r.x - r.x_star);
    claims.at_most("|∇⟨l, x_t⟩ − ∇⟨l, x*⟩|² ≤ 2q²ᵗ|∂x*|²|l|² + 2(τt qᵗ⁻¹|x₀ − x*||l|)²",
                   squared_norm(r.through_steps(l, 1 / trace, t) - right),
                   2 * (power * square(q) * jacobian2 + by_start) * squared_norm(l), t);
    power *= square(q);
  }
}

void envelope(const LayerRun& r, Claims& claims) {
  claims.equal("∇f* = ∇θE(x*, θ)", r.energy_gradient(), r.e_theta(r.x_star));
}
void at_any_point(const LayerRun& r, Claims& claims) {
  claims.equal("∇f* = ∇θE(x, θ), x no minimiser", r.energy_gradient(), r.e_theta(r.x));
}
void of_another_loss(const LayerRun& r, Claims& claims) {
  claims.equal("∇f* = ∇θL(x*, θ), L ≠ E", r.loss_gradient(), r.d);
}

Form<ArgminInstance> field(int sign) {
  return form<LayerRun>([sign](const LayerRun& r, Claims& claims) {
    const auto energy = [&](const auto& y) {
      using V = std::decay_t<decltype(y[0])>;
      return r.energy(y, Vector<V>(r.theta.unaryExpr([](const Number& entry) { return V(entry); })));
    };
    const Vector<Number> u = Number(sign) * r.e_x(r.x);
    claims.equal("x + τu(x, θ), (14.25), = x − τ∇E(x, θ), (14.31)", r.x + r.tau * u,
                 r.x - r.tau * reverse_gradient<Number>(energy, r.x));
  });
}

template <class Gradient>
Form<ArgminInstance> gradient_is(const char* key, Gradient gradient) {
  return form<LayerRun>(key, [gradient](const LayerRun& r, Claims& claims) {
    claims.equal("∇f* = planted", r.loss_gradient(), gradient(r));
  });
}

Forms<ArgminInstance> planted_gradients() {
  return {taped("tape through (14.31), sign: + τt⟨Mᵗ⁻¹(x₀ − x*), l⟩", 1, 1),
          taped("tape through (14.31), index: Mᵗ for Mᵗ⁻¹", -1, 0),
          taped("tape through (14.31), missing term in x₀ − x*", 0, 1),
          gradient_is("argmin gradient with +",
                      [](const LayerRun& r) {
                        return Vector<Number>(
                            2 * r.d - argmin_gradient<Number>(r.e_xx(), r.e_xtheta(r.x_star), r.x_star - r.c, r.d));
                      }),
          gradient_is("argmin gradient without ∇θL",
                      [](const LayerRun& r) {
                        return argmin_gradient<Number>(r.e_xx(), r.e_xtheta(r.x_star), r.x_star - r.c,
                                                       Vector<Number>::Constant(3, 0));
                      }),
          gradient_is("argmin gradient without the inverse", [](const LayerRun& r) {
            return Vector<Number>(r.d - product(r.e_xtheta(r.x_star).transpose(), r.x_star - r.c));
          })};
}

/// E = ½|x|² at x = (1, 0).
ArgminInstance half_square() {
  return {.h = Matrix<double>::Identity(2, 2),
          .b = Matrix<double>::Zero(2, 2),
          .theta = vector({0, 1, 0}),
          .c = vector({0, 0}),
          .d = vector({0, 0, 0}),
          .x = vector({1, 0}),
          .tau = 0.5};
}
ArgminInstance beside_minimiser() {
  return {.h = Matrix<double>{{1.25, 0}, {0, 1.25}},
          .b = Matrix<double>{{0, 0.25}, {0, 0}},
          .theta = vector({0, 0, 0}),
          .c = vector({0.25, 0}),
          .d = vector({0, 0, 0.25}),
          .x = vector({0.25, 0}),
          .tau = 0.25};
}

FalseLine<ArgminInstance> step_uphill() {
  return {.words = {.key = "gradient step as field",
                    .place = "Section 14.3.7, after (14.31)",
                    .printed = "x_{k+1} = x_k − τ∇E(x_k, θ). This has the form (14.25) when using the vector field "
                               "u(x, θ) = ∇E(x_k, θ)",
                    .corrected = "u = −∇E",
                    .by_hand = "E = ½x², x = 1, τ = 1/2: (14.31) goes to 1/2, (14.25) to 3/2",
                    .weight = Weight::line,
                    .of_statement = true},
          .printed = field(1),
          .counterexample = half_square(),
          .corrected = {field(-1)}};
}

}  // namespace

Lines<ArgminInstance> argmin_lines() {
  return {.steps = {{"argmin gradient", "∇f* = −[∂²E/∂x∂θ]ᵀ[∂²E/∂x²]⁻¹∇ₓL + ∇θL, also from the fixed point of x − τ∇E",
                     form<LayerRun>(argmin)},
                    {"tape through (14.31)",
                     "from x₀, M = Id − τ∂²E/∂x²: ∇⟨l, x_t⟩ = ∇⟨l, x*⟩ − ∇⟨Mᵗl, x*⟩ − τt⟨Mᵗ⁻¹(x₀ − x*), l⟩ in θ₀",
                     taped("", -1, 1)},
                    {"tape through (14.31) converges",
                     "τ = 1/tr A, A = ∂²E/∂x², q = 1 − det A/(tr A)² < 1: off by at most (2q²ᵗ|∂x*|²|l|² + 2(τt "
                     "qᵗ⁻¹|x₀ − x*||l|)²)^½ → 0",
                     form<LayerRun>(taped_converges)}},
          .errata = {step_uphill()},
          .planted = planted_gradients(),
          .separating = {beside_minimiser()}};
}

Lines<ArgminInstance> envelope_lines() {
  return {.steps = {{"(14.32)", "L = E: ∇f*(θ) = ∇θL(x*(θ), θ)", form<LayerRun>(envelope)}}};
}

Form<ArgminInstance> envelope_anywhere() { return form<LayerRun>("envelope anywhere", at_any_point); }
Form<ArgminInstance> envelope_of_another_loss() { return form<LayerRun>("envelope of another loss", of_another_loss); }

}  // namespace verigrad::recurrent_and_implicit_gradients
