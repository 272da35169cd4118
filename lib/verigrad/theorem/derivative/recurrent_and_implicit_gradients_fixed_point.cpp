// Fixed points: the implicit function theorem against differences and against the tape through the iterations.
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/matrix_vector.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

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
    return linear_solve<T>(Matrix<T>::Identity(a.rows(), a.cols()) - a, applied(b, p));
  }
  /// L(x, θ).
  T loss(const Vector<T>& x, const Vector<T>& p) const {
    return frac<T>(1, 2) * (squared_norm(x) + squared_norm(p)) + dot(l, x);
  }
  /// f*(θ) = L(x*(θ), θ) has degree 2 in θ: its central differences are derivatives.
  Vector<T> differences() const {
    Vector<T> result(theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i) {
      const Vector<T> e = Vector<T>(Vector<T>::Unit(theta.size(), i)), above = theta + e, below = theta - e;
      result[i] = frac<T>(1, 2) * (loss(fixed_point(above), above) - loss(fixed_point(below), below));
    }
    return result;
  }
  /// The columns x*(θ + eᵢ) − x*(θ), as x* is linear in θ.
  Matrix<T> jacobian() const {
    Matrix<T> result(a.rows(), theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i)
      result.col(i) = fixed_point(Vector<T>(theta + Vector<T>(Vector<T>::Unit(theta.size(), i)))) - x_star;
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
    for (int k = 0; k < t; ++k) x = applied(a, x) + applied(b, p);
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
  claims.equal("f*(θ ± eᵢ) = [∂x*]ᵀ∇ₓL + ∇θL", r.differences(),
               Vector<T>(applied_transposed<T, T>(r.jacobian(), l_x) + r.theta));
  claims.equal("f*(θ ± eᵢ) = one linear system", r.differences(), fixed_point_gradient<T>(r.a, r.b, l_x, r.theta));
};

/// ∇θ⟨l, x*⟩ − ∇θ⟨l, x_t⟩ = Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗ l, and with x_t for x* in the implicit gradient, Bᵀ(Id − A)⁻ᵀ(x_t − x*).
constexpr auto approximation = []<class T>(const Map<T>& r, Claims<T>& claims) {
  Vector<T> power = r.l;
  for (int k = 0; k < r.t; ++k) power = applied_transposed(r.a, power);
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
struct Triangular {
  using Instance = TriangularMapInstance;
  explicit Triangular(const TriangularMapInstance& i)
      : theta(exact<T>(i.theta)), l(exact<T>(i.l)), t(i.t), x_star(solution(theta)) {}

  template <class V>
  static Vector<V> h(const Vector<V>& x, const Vector<V>& p) {
    return Vector<V>{{p[0] * x[0] + p[1], p[2] * x[1] + p[0] * x[0] * x[0]}};
  }
  /// x*(θ) in closed form.
  template <class V>
  static Vector<V> solution(const Vector<V>& p) {
    const V one(T(1)), x1 = p[1] / (one - p[0]);
    return Vector<V>{{x1, p[0] * x1 * x1 / (one - p[2])}};
  }
  template <class V>
  V paired(const Vector<V>& x) const {
    return V(l[0]) * x[0] + V(l[1]) * x[1];
  }
  Matrix<T> by_x() const { return Matrix<T>{{theta[0], T(0)}, {T(2) * theta[0] * x_star[0], theta[2]}}; }
  Matrix<T> by_theta() const { return Matrix<T>{{x_star[0], T(1), T(0)}, {square(x_star[0]), T(0), x_star[1]}}; }
  /// The implicit gradient of ⟨weights, x*(θ)⟩.
  Vector<T> implicit(const Vector<T>& weights) const {
    return fixed_point_gradient<T>(by_x(), by_theta(), weights, Vector<T>::Constant(3, T(0)));
  }

  Vector<T> theta, l;
  int t;
  Vector<T> x_star;
};

constexpr auto closed_form = []<class T>(const Triangular<T>& r, Claims<T>& claims) {
  claims.equal("x* = h(x*, θ)", r.h(r.x_star, r.theta), r.x_star);
  const auto f = [&](const auto& p) { return r.paired(r.solution(p)); };
  claims.equal("∇⟨l, x*⟩ by dual numbers through the closed form", forward_gradient<T>(f, r.theta), r.implicit(r.l));
  const auto iterated = [&]<class V>(const Vector<V>& p) {
    Vector<V> x = r.x_star.unaryExpr([](const T& entry) { return V(entry); });
    for (int k = 0; k < r.t; ++k) x = r.h(x, p);
    return r.paired(x);
  };
  Vector<T> power = r.l;
  for (int k = 0; k < r.t; ++k) power = applied_transposed(r.by_x(), power);
  claims.equal("… = by the tape through t iterations from x* + [∂x*]ᵀ(∂ₓhᵀ)ᵗl", r.implicit(r.l),
               Vector<T>(reverse_gradient<T>(iterated, r.theta) + r.implicit(power)));
};

}  // namespace

Lines<TriangularMapInstance> triangular_lines() {
  return {.conclusions = {form<Triangular>("(14.30), h not affine", closed_form)},
          .errata = {},
          .corrected = {},
          .planted = {},
          .probes = {}};
}

Lines<AffineMapInstance> fixed_point_lines() {
  const auto minus_inverse = []<class T>(const Map<T>& r) { return Matrix<T>(-r.solved(r.a, r.b)); };
  const auto resolvent = []<class T>(const Map<T>& r) {
    return Matrix<T>(r.solved(Matrix<T>::Identity(r.a.rows(), r.a.cols()) - r.a, r.b));
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
                                    return Matrix<T>(
                                        r.solved((Matrix<T>::Identity(r.a.rows(), r.a.cols()) - r.a).transpose(), r.b));
                                  })},
          .probes = {form<Map>("iterations approach", nearer), form<Map>("(14.30)", chain_rule)}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
