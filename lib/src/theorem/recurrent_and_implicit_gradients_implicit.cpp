// Fixed points and argmin layers: the implicit function theorem against iterations and closed forms; (14.32).
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/theorem/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

template <class T>
Matrix<T> identity(Eigen::Index n) {
  Matrix<T> result = Matrix<T>::Constant(n, n, T(0));
  for (Eigen::Index i = 0; i < n; ++i) result(i, i) = T(1);
  return result;
}

/// The basis vector eᵢ of p.
template <class T>
Vector<T> basis(Eigen::Index i, Eigen::Index p) {
  Vector<T> result = Vector<T>::Constant(p, T(0));
  result[i] = T(1);
  return result;
}

template <class T>
struct Map {
  using Instance = AffineMapInstance;
  explicit Map(const AffineMapInstance& i)
      : a(exact<T>(i.a)),
        b(exact<T>(i.b)),
        theta(exact<T>(i.theta)),
        x0(exact<T>(i.x0)),
        l(exact<T>(i.l)),
        t(i.t),
        x_star(fixed_point(theta)) {}

  Vector<T> fixed_point(const Vector<T>& p) const {
    return linear_solve<T>(identity<T>(a.rows()) - a, Vector<T>(b * p));
  }
  /// L(x, θ).
  T loss(const Vector<T>& x, const Vector<T>& p) const {
    return frac<T>(1, 2) * (squared_norm(x) + squared_norm(p)) + dot(l, x);
  }
  /// f*(θ) = L(x*(θ), θ) has degree 2 in θ: its central differences are derivatives.
  Vector<T> differences() const {
    Vector<T> result(theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i) {
      const Vector<T> e = basis<T>(i, theta.size()), above = theta + e, below = theta - e;
      result[i] = frac<T>(1, 2) * (loss(fixed_point(above), above) - loss(fixed_point(below), below));
    }
    return result;
  }
  /// The columns x*(θ + eᵢ) − x*(θ), as x* is linear in θ.
  Matrix<T> jacobian() const {
    Matrix<T> result(a.rows(), theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i)
      result.col(i) = fixed_point(Vector<T>(theta + basis<T>(i, theta.size()))) - x_star;
    return result;
  }
  /// M⁻¹N.
  static Matrix<T> solved(const Matrix<T>& m, const Matrix<T>& n) {
    Matrix<T> result(n.rows(), n.cols());
    for (Eigen::Index i = 0; i < n.cols(); ++i) result.col(i) = linear_solve<T>(m, n.col(i));
    return result;
  }
  /// x_t from x₀ by h, over any number that carries derivatives.
  template <class V>
  Vector<V> iterated(const Vector<V>& p) const {
    Vector<V> x = x0.unaryExpr([](const T& entry) { return V(entry); });
    for (int k = 0; k < t; ++k) {
      Vector<V> next(x.size());
      for (Eigen::Index i = 0; i < x.size(); ++i) {
        next[i] = V(T(0));
        for (Eigen::Index j = 0; j < x.size(); ++j) next[i] += V(a(i, j)) * x[j];
        for (Eigen::Index j = 0; j < p.size(); ++j) next[i] += V(b(i, j)) * p[j];
      }
      x = next;
    }
    return x;
  }
  /// ∇θ ⟨l, x_t⟩ by the tape.
  Vector<T> through_iterations() const {
    return reverse_gradient<T>(
        [this]<class V>(const Vector<V>& p) {
          const Vector<V> x = iterated(p);
          V sum(T(0));
          for (Eigen::Index i = 0; i < x.size(); ++i) sum += V(l[i]) * x[i];
          return sum;
        },
        theta);
  }
  Vector<T> implicit_linear() const {
    return fixed_point_gradient<T>(a, b, l, Vector<T>::Constant(theta.size(), T(0)));
  }

  Matrix<T> a, b;
  Vector<T> theta, x0, l;
  int t;
  Vector<T> x_star;
};

constexpr auto chain_rule = []<class T>(const Map<T>& r, Claims<T>& claims) {
  const Vector<T> l_x = r.x_star + r.l;
  claims.equal("f*(θ ± eᵢ) = [∂x*]ᵀ∇ₓL + ∇θL", r.differences(), Vector<T>(r.jacobian().transpose() * l_x + r.theta));
  claims.equal("f*(θ ± eᵢ) = one linear system", r.differences(), fixed_point_gradient<T>(r.a, r.b, l_x, r.theta));
};

/// ∇θ⟨l, x*⟩ − ∇θ⟨l, x_t⟩ = Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗ l, and with x_t for x* in the implicit gradient, Bᵀ(Id − A)⁻ᵀ(x_t − x*).
constexpr auto approximation = []<class T>(const Map<T>& r, Claims<T>& claims) {
  Vector<T> power = r.l;
  for (int k = 0; k < r.t; ++k) power = r.a.transpose() * power;
  const Vector<T> zero = Vector<T>::Constant(r.theta.size(), T(0));
  claims.equal("∇⟨l, x*⟩ = ∇⟨l, x_t⟩ by the tape + Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗl", r.implicit_linear(),
               Vector<T>(r.through_iterations() + fixed_point_gradient<T>(r.a, r.b, power, zero)));
  const Vector<T> x_t = r.iterated(r.theta), at_x_t = r.l + x_t;
  claims.equal("with x_t for x*: off by Bᵀ(Id − A)⁻ᵀ(x_t − x*)", fixed_point_gradient<T>(r.a, r.b, at_x_t, r.theta),
               Vector<T>(r.differences() + fixed_point_gradient<T>(r.a, r.b, x_t - r.x_star, zero)));
};

/// A form of ∂x* against x*(θ + eᵢ) − x*(θ).
template <class Jacobian>
Form<AffineMapInstance> jacobian_is(const char* key, Jacobian jacobian) {
  return form<Map>(key, [jacobian]<class T>(const Map<T>& r, Claims<T>& claims) {
    const Matrix<T> given = jacobian(r), right = r.jacobian();
    claims.equal("∂x*(θ)", Vector<T>(right.reshaped()), Vector<T>(given.reshaped()));
  });
}

constexpr auto nearer = []<class T>(const Map<T>& r, Claims<T>& claims) {
  const T error = squared_norm<T>(r.through_iterations() - r.implicit_linear());
  claims.less("|∇⟨l, x_t⟩ − ∇⟨l, x*⟩|² < |∇⟨l, x*⟩|²", error, squared_norm(r.implicit_linear()));
};

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
  Matrix<T> e_xx() const { return h + theta[0] * identity<T>(2); }
  Matrix<T> e_xtheta(const Vector<T>& y) const {
    Matrix<T> result(2, 3);
    result << y, -b;
    return result;
  }
  Vector<T> e_x(const Vector<T>& y) const { return e_xx() * y - b * theta.tail(2); }
  Vector<T> e_theta(const Vector<T>& y) const {
    Vector<T> result(3);
    result << frac<T>(1, 2) * squared_norm(y), -(b.transpose() * y);
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
  claims.equal("∇f* by the fixed point of x − τ∇E", right,
               fixed_point_gradient<T>(identity<T>(2) - r.tau * r.e_xx(), -r.tau * r.e_xtheta(r.x_star), l_x, r.d));
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
  return fixed_point_gradient<T>(identity<T>(2) - r.tau * r.e_xx(), -r.tau * r.e_xtheta(r.x_star), r.x_star - r.c, r.d);
};

}  // namespace

Lines<AffineMapInstance> fixed_point_lines() {
  const auto minus_inverse = []<class T>(const Map<T>& r) { return Matrix<T>(-r.solved(r.a, r.b)); };
  const auto resolvent = []<class T>(const Map<T>& r) {
    return Matrix<T>(r.solved(identity<T>(r.a.rows()) - r.a, r.b));
  };
  return {.conclusions = {form<Map>("(14.30)", chain_rule), form<Map>("x_t for x*", approximation)},
          .errata = {jacobian_is("Jacobian of the fixed point", minus_inverse)},
          .corrected = {jacobian_is("Jacobian of the fixed point", resolvent)},
          .planted = {jacobian_is("Jacobian of the fixed point without its inverse",
                                  []<class T>(const Map<T>& r) { return r.b; }),
                      jacobian_is("Jacobian of the fixed point: −(Id − A)⁻¹B",
                                  [=]<class T>(const Map<T>& r) { return Matrix<T>(-resolvent(r)); }),
                      jacobian_is("Jacobian of the fixed point: (Id − A)⁻ᵀB",
                                  []<class T>(const Map<T>& r) {
                                    return Matrix<T>(r.solved((identity<T>(r.a.rows()) - r.a).transpose(), r.b));
                                  })},
          .probes = {form<Map>("iterations approach", nearer), form<Map>("(14.30)", chain_rule)}};
}

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
                                return Vector<T>(r.d - r.e_xtheta(r.x_star).transpose() * Vector<T>(r.x_star - r.c));
                              })},
      .probes = {form<Layer>("envelope anywhere", envelope_anywhere),
                 form<Layer>("envelope of another loss", envelope_of_loss)}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
