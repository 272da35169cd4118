// Argmin layers: the implicit function theorem against dual numbers through a closed form; (14.32).
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/matrix_vector.hpp"
#include "verigrad/theorem/recurrent_and_implicit_gradients.hpp"

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
      .conclusions = {form<Layer>("argmin gradient", argmin), form<Layer>("(14.32)", envelope)},
      .errata = {field("gradient step as field", 1), gradient_is("h = ∇E", gradient_as_map)},
      .corrected = {field("gradient step as field", -1), gradient_is("h = ∇E", step_as_map)},
      .planted = {gradient_is("argmin gradient with +",
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
