// The adjoint ODE of a linear system, by matrix exponentials over balls.
#include <fmt/format.h>

#include "verigrad/flow/affine_flow.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::feed_forward_adjoints {

std::string LinearFlow::describe() const {
  return fmt::format("ẋ = Ax + Bθ, A = {}, B = {}, x₀ = {}, θ = {}, c = {}, T = {}, N = {}", in_words(a), in_words(b),
                     in_words(x0), in_words(theta), in_words(c), T, steps);
}

namespace {

Number half() { return frac(1, 2); }

/// The largest sum of magnitudes in a row: the operator norm for the largest entry's magnitude.
Number row_sum_norm(const Matrix<Number>& m) {
  Number largest(0);
  for (Eigen::Index i = 0; i < m.rows(); ++i) {
    Number sum(0);
    for (Eigen::Index j = 0; j < m.cols(); ++j) sum += magnitude(m(i, j));
    largest = larger(largest, sum);
  }
  return largest;
}

Matrix<Number> zeros(Eigen::Index rows, Eigen::Index columns) { return Matrix<Number>::Constant(rows, columns, 0); }

struct LinearRun {
  using Instance = LinearFlow;
  explicit LinearRun(const LinearFlow& f)
      : a(exact(f.a)),
        b(exact(f.b)),
        x0(exact(f.x0)),
        theta(exact(f.theta)),
        c(exact(f.c)),
        T(exact(f.T)),
        steps(f.steps) {}

  /// x after a time from a state, and the loss there.
  Vector<Number> moved(const Number& time, const Vector<Number>& from, const Vector<Number>& parameters) const {
    return AffineFlow{-a, product(b, parameters)}.at(time, from).col(0);
  }
  Vector<Number> x(const Number& t) const { return moved(t, x0, theta); }
  Number loss(const Vector<Number>& at) const { return half() * squared_norm(at - c); }
  /// z at t from z(T), by ż = −Mz.
  Vector<Number> z(const Number& t, const Matrix<Number>& m) const {
    return AffineFlow{m, zeros(m.rows(), 1)}.at(t - T, Vector<Number>(x(T) - c)).col(0);
  }
  Vector<Number> z(const Number& t) const { return z(t, a.transpose()); }
  /// ∫ z from t₁ to t₂: ẏ = z beside ż = −Aᵀz.
  Vector<Number> integral_of_z(const Number& t1, const Number& t2) const {
    const Eigen::Index n = a.rows();
    Matrix<Number> both = zeros(2 * n, 2 * n), start = zeros(2 * n, 1);
    both.topLeftCorner(n, n) = a.transpose();
    for (Eigen::Index i = 0; i < n; ++i) both(n + i, i) = -1;
    start.topRows(n) = z(t1);
    return AffineFlow{both, zeros(2 * n, 1)}.at(t2 - t1, start).col(0).tail(n);
  }

  Matrix<Number> a, b;
  Vector<Number> x0, theta, c;
  Number T;
  int steps;
};

Vector<Number> unit(Eigen::Index n, Eigen::Index i) {
  Vector<Number> result = zeros(n, 1);
  result[i] = 1;
  return result;
}

/// z(t) = planted is compared with ∇_{x(t)}f; f is quadratic, so that half the difference over ±1 is its derivative.
template <class Adjoint>
void claim_gradient_in_state(const LinearRun& r, const Adjoint& adjoint, Claims& claims) {
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const Number t = frac(quarter, 4) * r.T;
    const Vector<Number> at = r.x(t), z = adjoint(t);
    for (Eigen::Index i = 0; i < at.size(); ++i) {
      const Vector<Number> e = unit(at.size(), i);
      const auto f = [&](const Vector<Number>& state) { return r.loss(r.moved(r.T - t, state, r.theta)); };
      claims.equal("z(t) = ∇_{x(t)}f", z[i], half() * (f(at + e) - f(at - e)), quarter);
    }
  }
}

/// Between t₁ and t₂ alone θ moves by eᵢ; `derivative` is what that does to f.
template <class Derivative>
void claim_gradient_in_theta(const LinearRun& r, const Derivative& derivative, Claims& claims) {
  const Number t1 = frac(1, 4) * r.T, t2 = frac(3, 4) * r.T;
  const Vector<Number> predicted = derivative(t1, t2);
  for (Eigen::Index i = 0; i < r.theta.size(); ++i) {
    const Vector<Number> e = unit(r.theta.size(), i);
    const auto f = [&](const Vector<Number>& between) {
      return r.loss(r.moved(r.T - t2, r.moved(t2 - t1, r.x(t1), between), r.theta));
    };
    claims.equal("d/ds f = ∫⟨φ, [∂_θu]ᵀz⟩dt", half() * (f(r.theta + e) - f(r.theta - e)), predicted[i], int(i));
  }
}

const auto adjoint_equation = [](const LinearRun& r, Claims& claims) {
  claim_gradient_in_state(
      r, [&](const Number& t) { return r.z(t); }, claims);
};
const auto gradient_in_theta = [](const LinearRun& r, Claims& claims) {
  claim_gradient_in_theta(
      r,
      [&](const Number& t1, const Number& t2) {
        return Vector<Number>(product(r.b.transpose(), r.integral_of_z(t1, t2)));
      },
      claims);
};

/// ‖(I + τM)ᵏ − e^{kτM}‖ ≤ k(τm)²/2 · e^{kτm}, m = ‖M‖.
Number euler_error(const Number& m, const Number& tau, int k) {
  return k * square(tau * m) * half() * exp(k * tau * m);
}

/// zₖ of Euler's scheme and z(kτ), with a bound on their distance in the largest entry.
struct Distance {
  Vector<Number> discrete, continuous;
  Number bound;
};
Distance distance(const LinearRun& r, int k) {
  const Number tau = r.T / r.steps;
  const Vector<Number> force = product(r.b, r.theta);
  Vector<Number> x = r.x0;
  for (int i = 0; i < r.steps; ++i) x += tau * Vector<Number>(product(r.a, x) + force);
  Vector<Number> z = x - r.c;
  for (int i = r.steps; i > k; --i) z += tau * Vector<Number>(product(r.a.transpose(), z));
  const Eigen::Index n = r.a.rows();
  Matrix<Number> with_force = zeros(n + 1, n + 1);
  with_force.topLeftCorner(n, n) = r.a;
  with_force.topRightCorner(n, 1) = force;
  const Number start = larger(Number(1), norm(r.x0)), m = row_sum_norm(r.a.transpose());
  const Number end_error = euler_error(row_sum_norm(with_force), tau, r.steps) * start;
  const int left = r.steps - k;
  const Number end = norm(Vector<Number>(r.x(r.T) - r.c));
  return {z, r.z(k * tau), exp(left * tau * m) * end_error + euler_error(m, tau, left) * end};
}

const auto limit = [](const LinearRun& r, Claims& claims) {
  const Number b = row_sum_norm(r.b.transpose());
  for (int k = 0; k <= r.steps; ++k) {
    const Distance d = distance(r, k);
    const Vector<Number> error = d.discrete - d.continuous, in_theta = product(r.b.transpose(), error);
    for (Eigen::Index i = 0; i < error.size(); ++i)
      claims.at_most("|zₖ − z(kτ)| ≤ bound", magnitude(error[i]), d.bound, k);
    if (k == 0) continue;
    for (Eigen::Index i = 0; i < in_theta.size(); ++i)
      claims.at_most("|∇_{θₖ₋₁}f/τ − [∂_θu]ᵀz(kτ)| ≤ ‖Bᵀ‖ bound", magnitude(in_theta[i]), b * d.bound, k);
  }
};

Forms<LinearFlow> planted_flow() {
  const auto wrong_ode = [](const char* key, auto matrix) {
    return form<LinearRun>(key,
                           [matrix](const LinearRun& r, Claims& claims) {
                             claim_gradient_in_state(
                                 r, [&](const Number& t) { return r.z(t, matrix(r)); }, claims);
                           })
        .in_balls();
  };
  const auto wrong_gradient = [](const char* key, auto derivative) {
    return form<LinearRun>(key,
                           [derivative](const LinearRun& r, Claims& claims) {
                             claim_gradient_in_theta(
                                 r, [&](const Number& t1, const Number& t2) { return derivative(r, t1, t2); }, claims);
                           })
        .in_balls();
  };
  return {wrong_ode("sign: ż = [∂ₓu]ᵀz", [](const LinearRun& r) { return Matrix<Number>(-r.a.transpose()); }),
          wrong_ode("transposed: ż = −∂ₓu z", [](const LinearRun& r) { return r.a; }),
          wrong_ode("missing term: ż = 0", [](const LinearRun& r) { return zeros(r.a.rows(), r.a.cols()); }),
          wrong_gradient("missing: z(T) for z(t)",
                         [](const LinearRun& r, const Number& t1, const Number& t2) {
                           return Vector<Number>((t2 - t1) * Vector<Number>(product(r.b.transpose(), r.z(r.T))));
                         }),
          wrong_gradient("normalisation: without dt", [](const LinearRun& r, const Number& t1, const Number&) {
            return Vector<Number>(product(r.b.transpose(), r.z(t1)));
          })};
}

/// ẋ₁ = x₂/4, ẋ₂ = θ/4 from 0.
LinearFlow integrated_twice() {
  return {.a = Matrix<double>{{0, 0.25}, {0, 0}},
          .b = Matrix<double>{{0}, {0.25}},
          .x0 = vector({0, 0}),
          .theta = at(0.25),
          .c = vector({0, 0}),
          .T = 0.5,
          .steps = 4};
}

}  // namespace

Lines<LinearFlow> flow_lines() {
  return {.steps = {{"adjoint ODE", "ż = −[∂ₓu]ᵀz from z(T) = ∇L(x(T)) down to t gives z(t) = ∇_{x(t)}f (u linear)",
                     form<LinearRun>(adjoint_equation).in_balls()},
                    {"gradient in θ(t)", "d/ds f(θ + sφ) = ∫⟨φ(t), [∂_θu]ᵀz(t)⟩dt at s = 0 (u linear)",
                     form<LinearRun>(gradient_in_theta).in_balls()}},
          .planted = planted_flow(),
          .separating = {integrated_twice()}};
}

Lines<LinearFlow> limit_lines() {
  return {.steps = {{"limit", "|zₖ − z(kτ)| = O(τ), with constants (u linear)",
                     form<LinearRun>(limit).in_balls().noting_largest_ratio()}}};
}

}  // namespace verigrad::feed_forward_adjoints
