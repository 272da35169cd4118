// Argmin layers: the implicit function theorem against dual numbers through a closed form; (14.32).
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/matrix_vector.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

template <class T>
struct Layer {
  using Instance = ArgminInstance;
  explicit Layer(const ArgminInstance& i)
      : h(exact<T>(i.h)),
        b(exact<T>(i.b)),
        theta(exact<T>(i.theta)),
        c(exact<T>(i.c)),
        d(exact<T>(i.d)),
        x(exact<T>(i.x)),
        tau(exact<T>(i.tau)),
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
    V sum(T(0));
    for (int i = 0; i < 2; ++i) sum += V(frac<T>(1, 2)) * V(square(V(y[i] - V(c[i]))));
    for (int i = 0; i < 3; ++i) sum += V(d[i]) * p[i];
    return sum;
  }
  template <class V>
  V energy(const Vector<V>& y, const Vector<V>& p) const {
    const V half(frac<T>(1, 2));
    V sum(T(0));
    for (int i = 0; i < 2; ++i) {
      for (int j = 0; j < 2; ++j) sum += half * V(h(i, j)) * y[i] * y[j] - V(b(i, j)) * y[i] * p[j + 1];
      sum += half * p[0] * y[i] * y[i];
    }
    return sum;
  }
  /// ∇ of θ ↦ value(x*(θ), θ) by dual numbers through the closed form.
  Vector<T> loss_gradient() const {
    return forward_gradient<T>([this](const auto& p) { return loss(minimiser(p), p); }, theta);
  }
  Vector<T> energy_gradient() const {
    return forward_gradient<T>([this](const auto& p) { return energy(minimiser(p), p); }, theta);
  }
  Matrix<T> e_xx() const { return h + theta[0] * Matrix<T>::Identity(2, 2); }
  Matrix<T> e_xtheta(const Vector<T>& y) const {
    Matrix<T> result(2, 3);
    result << y, -b;
    return result;
  }
  Vector<T> e_x(const Vector<T>& y) const { return applied(e_xx(), y) - applied<T, T>(b, theta.tail(2)); }
  Vector<T> e_theta(const Vector<T>& y) const {
    Vector<T> result(3);
    result << frac<T>(1, 2) * squared_norm(y), -applied_transposed(b, y);
    return result;
  }

  /// x_t of (14.31) from x, over numbers that carry derivatives.
  template <class V>
  Vector<V> descended(const Vector<V>& p, const T& step, int t) const {
    Vector<V> y = x.unaryExpr([](const T& entry) { return V(entry); });
    for (int k = 0; k < t; ++k) {
      const Vector<V> curved = applied(h, y) + p[0] * y, pulled = applied(b, Vector<V>(p.tail(2)));
      y -= V(step) * (curved - pulled);
    }
    return y;
  }
  /// ∇⟨l, x_t⟩ by the tape through t steps.
  Vector<T> through_steps(const Vector<T>& l, const T& step, int t) const {
    return reverse_gradient<T>(
        [&]<class V>(const Vector<V>& p) {
          const Vector<V> y = descended(p, step, t);
          return V(V(l[0]) * y[0] + V(l[1]) * y[1]);
        },
        theta);
  }
  /// ∇⟨l, x*⟩.
  Vector<T> implicit(const Vector<T>& l) const {
    return argmin_gradient<T>(e_xx(), e_xtheta(x_star), l, Vector<T>::Constant(3, T(0)));
  }
  /// (Id − step ∂²E/∂x²)ᵗ y.
  Vector<T> contracted(Vector<T> y, const T& step, int t) const {
    for (int k = 0; k < t; ++k) y -= step * applied(e_xx(), y);
    return y;
  }

  Matrix<T> h, b;
  Vector<T> theta, c, d, x;
  T tau;
  Vector<T> x_star;
};

constexpr auto argmin = []<class T>(const Layer<T>& r, Claims<T>& claims) {
  const Vector<T> l_x = r.x_star - r.c, right = r.loss_gradient();
  claims.equal("∇ₓE(x*, θ) = 0", r.e_x(r.x_star), Vector<T>(Vector<T>::Constant(2, T(0))));
  claims.equal("∇f* = −[∂²E/∂x∂θ]ᵀ[∂²E/∂x²]⁻¹∇ₓL + ∇θL", right,
               argmin_gradient<T>(r.e_xx(), r.e_xtheta(r.x_star), l_x, r.d));
  claims.equal(
      "∇f* by the fixed point of x − τ∇E", right,
      fixed_point_gradient<T>(Matrix<T>::Identity(2, 2) - r.tau * r.e_xx(), -r.tau * r.e_xtheta(r.x_star), l_x, r.d));
};

/// ∇⟨l, x_t⟩ by the tape through (14.31) against ∇⟨l, x*⟩, l = ∇ₓL(x*), exactly; M = Id − τ∂²E/∂x².
Form<ArgminInstance> taped(const char* key, int sign, int power) {
  return form<Layer>(key, [=]<class T>(const Layer<T>& r, Claims<T>& claims) {
    const Vector<T> l = r.x_star - r.c, from = r.x - r.x_star;
    for (const int t : {1, 2, 4}) {
      Vector<T> right = r.implicit(l) - r.implicit(r.contracted(l, r.tau, t));
      right[0] += T(sign * t) * r.tau * dot<T>(r.contracted(from, r.tau, t - power), l);
      claims.equal("∇⟨l, x_t⟩ = ∇⟨l, x*⟩ − ∇⟨Mᵗl, x*⟩ − τt⟨Mᵗ⁻¹(x₀ − x*), l⟩e₀", r.through_steps(l, r.tau, t), right);
    }
  });
}

/// With τ = 1/tr A, A = ∂²E/∂x²: the eigenvalues of Id − τA lie in [0, q], q = 1 − det A/(tr A)².
constexpr auto taped_converges = []<class T>(const Layer<T>& r, Claims<T>& claims) {
  const Matrix<T> a = r.e_xx();
  const T trace = a(0, 0) + a(1, 1), q = T(1) - (a(0, 0) * a(1, 1) - a(0, 1) * a(1, 0)) / square(trace);
  const Vector<T> l = r.x_star - r.c, right = r.implicit(l);
  const T jacobian2 =
      squared_norm(r.implicit(Vector<T>{{T(1), T(0)}})) + squared_norm(r.implicit(Vector<T>{{T(0), T(1)}}));
  claims.less("q < 1", q, T(1));
  T power(1);  // q²ᵗ⁻²
  for (int t = 1; t <= 8; ++t) {
    const T by_start = square(T(T(t) / trace)) * power * squared_norm<T>(r.x - r.x_star);
    claims.at_most("|∇⟨l, x_t⟩ − ∇⟨l, x*⟩|² ≤ 2q²ᵗ|∂x*|²|l|² + 2(τt qᵗ⁻¹|x₀ − x*||l|)²",
                   squared_norm<T>(r.through_steps(l, T(1) / trace, t) - right),
                   T(2) * (power * square(q) * jacobian2 + by_start) * squared_norm(l), t);
    power *= square(q);
  }
};

constexpr auto envelope = []<class T>(const Layer<T>& r, Claims<T>& claims) {
  claims.equal("∇f* = ∇θE(x*, θ)", r.energy_gradient(), r.e_theta(r.x_star));
};
constexpr auto envelope_anywhere = []<class T>(const Layer<T>& r, Claims<T>& claims) {
  claims.equal("∇f* = ∇θE(x, θ), x no minimiser", r.energy_gradient(), r.e_theta(r.x));
};
constexpr auto envelope_of_loss = []<class T>(const Layer<T>& r, Claims<T>& claims) {
  claims.equal("∇f* = ∇θL(x*, θ), L ≠ E", r.loss_gradient(), r.d);
};

Form<ArgminInstance> field(const char* key, int sign) {
  return form<Layer>(key, [sign]<class T>(const Layer<T>& r, Claims<T>& claims) {
    const auto energy = [&](const auto& y) {
      using V = std::decay_t<decltype(y[0])>;
      return r.energy(y, Vector<V>(r.theta.unaryExpr([](const T& entry) { return V(entry); })));
    };
    const Vector<T> u = T(sign) * r.e_x(r.x);
    claims.equal("x + τu(x, θ), (14.25), = x − τ∇E(x, θ), (14.31)", Vector<T>(r.x + r.tau * u),
                 Vector<T>(r.x - r.tau * reverse_gradient<T>(energy, r.x)));
  });
}

template <class Gradient>
Form<ArgminInstance> gradient_is(const char* key, Gradient gradient) {
  return form<Layer>(key, [gradient]<class T>(const Layer<T>& r, Claims<T>& claims) {
    claims.equal("∇f* = planted", r.loss_gradient(), Vector<T>(gradient(r)));
  });
}

/// h = ∇E in the gradient at a fixed point x* = h(x*, θ).
constexpr auto gradient_as_map = []<class T>(const Layer<T>& r) {
  return fixed_point_gradient<T>(r.e_xx(), r.e_xtheta(r.x_star), r.x_star - r.c, r.d);
};
constexpr auto step_as_map = []<class T>(const Layer<T>& r) {
  return fixed_point_gradient<T>(Matrix<T>::Identity(2, 2) - r.tau * r.e_xx(), -r.tau * r.e_xtheta(r.x_star),
                                 r.x_star - r.c, r.d);
};

}  // namespace

Lines<ArgminInstance> argmin_lines() {
  return {
      .conclusions = {form<Layer>("argmin gradient", argmin), form<Layer>("(14.32)", envelope),
                      taped("tape through (14.31)", -1, 1),
                      form<Layer>("tape through (14.31) converges", taped_converges)},
      .errata = {field("gradient step as field", 1), gradient_is("h = ∇E", gradient_as_map)},
      .corrected = {field("gradient step as field", -1), gradient_is("h = ∇E", step_as_map)},
      .planted = {taped("tape through (14.31), sign: + τt⟨Mᵗ⁻¹(x₀ − x*), l⟩", 1, 1),
                  taped("tape through (14.31), index: Mᵗ for Mᵗ⁻¹", -1, 0),
                  taped("tape through (14.31), missing term in x₀ − x*", 0, 1),
                  gradient_is("argmin gradient with +",
                              []<class T>(const Layer<T>& r) {
                                return Vector<T>(T(2) * r.d - argmin_gradient<T>(r.e_xx(), r.e_xtheta(r.x_star),
                                                                                 r.x_star - r.c, r.d));
                              }),
                  gradient_is("argmin gradient without ∇θL",
                              []<class T>(const Layer<T>& r) {
                                return argmin_gradient<T>(r.e_xx(), r.e_xtheta(r.x_star), r.x_star - r.c,
                                                          Vector<T>::Constant(3, T(0)));
                              }),
                  gradient_is("argmin gradient without the inverse",
                              []<class T>(const Layer<T>& r) {
                                return Vector<T>(r.d - applied_transposed<T, T>(r.e_xtheta(r.x_star), r.x_star - r.c));
                              })},
      .probes = {form<Layer>("envelope anywhere", envelope_anywhere),
                 form<Layer>("envelope of another loss", envelope_of_loss)}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
