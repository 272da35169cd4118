// Fixed points: the implicit function theorem against differences and against the tape through the iterations.
#include "verigrad/algorithm/implicit_gradient.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

struct MapRun {
  using Instance = AffineMapInstance;
  explicit MapRun(const AffineMapInstance& i)
      : a(exact(i.a)),
        b(exact(i.b)),
        theta(exact(i.theta)),
        x0(exact(i.x0)),
        l(exact(i.l)),
        t(i.t),
        x_star(fixed_point(theta)) {}

  Vector<Number> fixed_point(const Vector<Number>& p) const {
    return linear_solve<Number>(Matrix<Number>::Identity(a.rows(), a.cols()) - a, product(b, p));
  }
  /// L(x, θ).
  Number loss(const Vector<Number>& x, const Vector<Number>& p) const {
    return frac(1, 2) * (squared_norm(x) + squared_norm(p)) + dot(l, x);
  }
  /// f*(θ) = L(x*(θ), θ) has degree 2 in θ: its central differences are derivatives.
  Vector<Number> differences() const {
    Vector<Number> result(theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i) {
      const Vector<Number> e = Vector<Number>(Vector<Number>::Unit(theta.size(), i)), above = theta + e,
                           below = theta - e;
      result[i] = frac(1, 2) * (loss(fixed_point(above), above) - loss(fixed_point(below), below));
    }
    return result;
  }
  /// The columns x*(θ + eᵢ) − x*(θ), as x* is linear in θ.
  Matrix<Number> jacobian() const {
    Matrix<Number> result(a.rows(), theta.size());
    for (Eigen::Index i = 0; i < theta.size(); ++i)
      result.col(i) =
          fixed_point(Vector<Number>(theta + Vector<Number>(Vector<Number>::Unit(theta.size(), i)))) - x_star;
    return result;
  }
  /// M⁻¹N.
  static Matrix<Number> solved(const Matrix<Number>& m, const Matrix<Number>& n) {
    Matrix<Number> result(n.rows(), n.cols());
    for (Eigen::Index i = 0; i < n.cols(); ++i) result.col(i) = linear_solve<Number>(m, n.col(i));
    return result;
  }
  /// x_t from x₀ by h, over any number that carries derivatives.
  template <class V>
  Vector<V> iterated(const Vector<V>& p) const {
    Vector<V> x = x0.unaryExpr([](const Number& entry) { return V(entry); });
    for (int k = 0; k < t; ++k) x = product(a, x) + product(b, p);
    return x;
  }
  /// ∇θ ⟨l, x_t⟩ by the tape.
  Vector<Number> through_iterations() const {
    return reverse_gradient<Number>(
        [this]<class V>(const Vector<V>& p) {
          const Vector<V> x = iterated(p);
          V sum(Number(0));
          for (Eigen::Index i = 0; i < x.size(); ++i) sum += V(l[i]) * x[i];
          return sum;
        },
        theta);
  }
  Vector<Number> implicit_linear() const {
    return fixed_point_gradient<Number>(a, b, l, Vector<Number>::Constant(theta.size(), 0));
  }

  Matrix<Number> a, b;
  Vector<Number> theta, x0, l;
  int t;
  Vector<Number> x_star;
};

void chain_rule(const MapRun& r, Claims& claims) {
  const Vector<Number> l_x = r.x_star + r.l;
  claims.equal("f*(θ ± eᵢ) = [∂x*]ᵀ∇ₓL + ∇θL", r.differences(),
               Vector<Number>(product(r.jacobian().transpose(), l_x) + r.theta));
  claims.equal("f*(θ ± eᵢ) = one linear system", r.differences(), fixed_point_gradient<Number>(r.a, r.b, l_x, r.theta));
}

/// ∇θ⟨l, x*⟩ − ∇θ⟨l, x_t⟩ = Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗ l, and with x_t for x* in the implicit gradient, Bᵀ(Id − A)⁻ᵀ(x_t − x*).
void approximation(const MapRun& r, Claims& claims) {
  Vector<Number> power = r.l;
  for (int k = 0; k < r.t; ++k) power = product(r.a.transpose(), power);
  const Vector<Number> zero = Vector<Number>::Constant(r.theta.size(), 0);
  claims.equal("∇⟨l, x*⟩ = ∇⟨l, x_t⟩ by the tape + Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗl", r.implicit_linear(),
               r.through_iterations() + fixed_point_gradient<Number>(r.a, r.b, power, zero));
  const Vector<Number> x_t = r.iterated(r.theta), at_x_t = r.l + x_t;
  claims.equal("with x_t for x*: off by Bᵀ(Id − A)⁻ᵀ(x_t − x*)",
               fixed_point_gradient<Number>(r.a, r.b, at_x_t, r.theta),
               r.differences() + fixed_point_gradient<Number>(r.a, r.b, x_t - r.x_star, zero));
}

/// A form of ∂x* against x*(θ + eᵢ) − x*(θ).
template <class Jacobian>
Form<AffineMapInstance> jacobian_is(const char* key, Jacobian jacobian) {
  return form<MapRun>(key, [jacobian](const MapRun& r, Claims& claims) {
    const Matrix<Number> given = jacobian(r), right = r.jacobian();
    claims.equal("∂x*(θ)", right.reshaped(), given.reshaped());
  });
}

void nearer(const MapRun& r, Claims& claims) {
  const Number error = squared_norm(r.through_iterations() - r.implicit_linear());
  claims.less("|∇⟨l, x_t⟩ − ∇⟨l, x*⟩|² < |∇⟨l, x*⟩|²", error, squared_norm(r.implicit_linear()));
}

struct TriangularRun {
  using Instance = TriangularMapInstance;
  explicit TriangularRun(const TriangularMapInstance& i)
      : theta(exact(i.theta)), l(exact(i.l)), t(i.t), x_star(solution(theta)) {}

  template <class V>
  static Vector<V> h(const Vector<V>& x, const Vector<V>& p) {
    return Vector<V>{{p[0] * x[0] + p[1], p[2] * x[1] + p[0] * x[0] * x[0]}};
  }
  /// x*(θ) in closed form.
  template <class V>
  static Vector<V> solution(const Vector<V>& p) {
    const V one(Number(1)), x1 = p[1] / (one - p[0]);
    return Vector<V>{{x1, p[0] * x1 * x1 / (one - p[2])}};
  }
  template <class V>
  V paired(const Vector<V>& x) const {
    return V(l[0]) * x[0] + V(l[1]) * x[1];
  }
  Matrix<Number> by_x() const { return Matrix<Number>{{theta[0], 0}, {2 * theta[0] * x_star[0], theta[2]}}; }
  Matrix<Number> by_theta() const { return Matrix<Number>{{x_star[0], 1, 0}, {square(x_star[0]), 0, x_star[1]}}; }
  /// The implicit gradient of ⟨weights, x*(θ)⟩.
  Vector<Number> implicit(const Vector<Number>& weights) const {
    return fixed_point_gradient<Number>(by_x(), by_theta(), weights, Vector<Number>::Constant(3, 0));
  }

  Vector<Number> theta, l;
  int t;
  Vector<Number> x_star;
};

void closed_form(const TriangularRun& r, Claims& claims) {
  claims.equal("x* = h(x*, θ)", r.h(r.x_star, r.theta), r.x_star);
  const auto f = [&](const auto& p) { return r.paired(r.solution(p)); };
  claims.equal("∇⟨l, x*⟩ by dual numbers through the closed form", forward_gradient<Number>(f, r.theta),
               r.implicit(r.l));
  const auto iterated = [&]<class V>(const Vector<V>& p) {
    Vector<V> x = r.x_star.unaryExpr([](const Number& entry) { return V(entry); });
    for (int k = 0; k < r.t; ++k) x = r.h(x, p);
    return r.paired(x);
  };
  Vector<Number> power = r.l;
  for (int k = 0; k < r.t; ++k) power = product(r.by_x().transpose(), power);
  claims.equal("… = by the tape through t iterations from x* + [∂x*]ᵀ(∂ₓhᵀ)ᵗl", r.implicit(r.l),
               reverse_gradient<Number>(iterated, r.theta) + r.implicit(power));
}

constexpr auto minus_inverse = [](const MapRun& r) { return Matrix<Number>(-r.solved(r.a, r.b)); };
constexpr auto resolvent = [](const MapRun& r) {
  return Matrix<Number>(r.solved(Matrix<Number>::Identity(r.a.rows(), r.a.cols()) - r.a, r.b));
};

Forms<AffineMapInstance> planted_jacobians() {
  return {jacobian_is("Jacobian of the fixed point without its inverse", [](const MapRun& r) { return r.b; }),
          jacobian_is("Jacobian of the fixed point: −(Id − A)⁻¹B",
                      [](const MapRun& r) { return Matrix<Number>(-resolvent(r)); }),
          jacobian_is("Jacobian of the fixed point: (Id − A)⁻ᵀB", [](const MapRun& r) {
            return Matrix<Number>(r.solved((Matrix<Number>::Identity(r.a.rows(), r.a.cols()) - r.a).transpose(), r.b));
          })};
}

AffineMapInstance half_plus_theta() {
  const auto number = [](double entry) { return Matrix<double>::Constant(1, 1, entry); };
  return {.a = number(0.5), .b = number(1), .theta = vector({1}), .x0 = vector({0}), .l = vector({1})};
}
AffineMapInstance before_iterating() {
  return {.a = Matrix<double>{{0, 0.015625}, {0, 0}},
          .b = Matrix<double>{{0}, {0.5}},
          .theta = vector({0}),
          .x0 = vector({0, 0}),
          .l = vector({0, 0}),
          .t = 0};
}

FalseLine<AffineMapInstance> jacobian_without_identity() {
  return {.words = {.key = "Jacobian of the fixed point",
                    .place = "Section 14.3.7, after (14.30)",
                    .printed = "∂x*(θ) = −(∂h/∂x)⁻¹ ∂h/∂θ [x* = h(x*, θ)]",
                    .corrected = "∂x*(θ) = (Id − ∂h/∂x)⁻¹ ∂h/∂θ",
                    .remark = "The implicit function theorem is for h(x*, θ) = 0, which is not how the text defines "
                              "x*. 'In this case where h = ∇E' of the argmin layers has the same confusion: with the "
                              "printed Jacobian it gives the right gradient, which is that of a zero of h.",
                    .by_hand = "h = x/2 + θ: x* = 2θ has the derivative 2, as printed −2",
                    .weight = Weight::statement,
                    .survives = "with (Id − ∂h/∂x)⁻¹, and the gradient of argmin layers as printed",
                    .of_statement = true},
          .printed = jacobian_is("", minus_inverse),
          .counterexample = half_plus_theta(),
          .corrected = {jacobian_is("", resolvent)}};
}

}  // namespace

Lines<AffineMapInstance> fixed_point_lines() {
  return {.steps = {{"(14.30)", "∇f*(θ) = [∂x*(θ)]ᵀ∇ₓL(x*(θ), θ) + ∇θL(x*(θ), θ)", implicit_gradient()}},
          .errata = {jacobian_without_identity()},
          .planted = planted_jacobians(),
          .separating = {before_iterating()}};
}

Lines<TriangularMapInstance> triangular_lines() {
  return {.steps = {{"(14.30), h not affine",
                     "the same for h = (θ₀x₁ + θ₁, θ₂x₂ + θ₀x₁²), whose fixed point is rational in θ",
                     form<TriangularRun>(closed_form)}}};
}

Lines<AffineMapInstance> approximation_lines() {
  return {.steps = {{"x_t for x*",
                     "approximates: off by Bᵀ(Id − A)⁻ᵀ(x_t − x*) for h = Ax + Bθ; the tape through t iterations by "
                     "Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗ∇ₓL",
                     form<MapRun>(approximation)}}};
}

Form<AffineMapInstance> implicit_gradient() { return form<MapRun>("(14.30)", chain_rule); }
Form<AffineMapInstance> iterations_approach() { return form<MapRun>("iterations approach", nearer); }

}  // namespace verigrad::recurrent_and_implicit_gradients
