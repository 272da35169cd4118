// The adjoint ODE of a linear system, by matrix exponentials over balls.
#include <fmt/format.h>

#include "verigrad/claim/ball_form.hpp"
#include "verigrad/flow/affine_flow.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::feed_forward_adjoints {

std::string LinearFlow::describe() const {
  return fmt::format("ẋ = Ax + Bθ, A = {}, B = {}, x₀ = {}, θ = {}, c = {}, T = {}, N = {}", in_words(a), in_words(b),
                     in_words(x0), in_words(theta), in_words(c), T, steps);
}

namespace {

Ball half() { return frac<Ball>(1, 2); }

/// The largest sum of magnitudes in a row: the operator norm for the largest entry's magnitude.
Ball norm(const Matrix<Ball>& m) {
  Ball largest(0);
  for (Eigen::Index i = 0; i < m.rows(); ++i) {
    Ball sum(0);
    for (Eigen::Index j = 0; j < m.cols(); ++j) sum += magnitude(m(i, j));
    largest = larger(largest, sum);
  }
  return largest;
}

Matrix<Ball> zeros(Eigen::Index rows, Eigen::Index columns) { return Matrix<Ball>::Constant(rows, columns, Ball(0)); }

struct Run {
  using Instance = LinearFlow;
  explicit Run(const LinearFlow& f)
      : a(exact<Ball>(f.a)),
        b(exact<Ball>(f.b)),
        x0(exact<Ball>(f.x0)),
        theta(exact<Ball>(f.theta)),
        c(exact<Ball>(f.c)),
        T(exact<Ball>(f.T)),
        steps(f.steps) {}

  /// x after a time from a state, and the loss there.
  Vector<Ball> moved(const Ball& time, const Vector<Ball>& from, const Vector<Ball>& parameters) const {
    return AffineFlow{-a, b.lazyProduct(parameters)}.at(time, from).col(0);
  }
  Vector<Ball> x(const Ball& t) const { return moved(t, x0, theta); }
  Ball loss(const Vector<Ball>& at) const { return half() * squared_norm<Ball>(at - c); }
  /// z at t from z(T), by ż = −Mz.
  Vector<Ball> z(const Ball& t, const Matrix<Ball>& m) const {
    return AffineFlow{m, zeros(m.rows(), 1)}.at(t - T, Vector<Ball>(x(T) - c)).col(0);
  }
  Vector<Ball> z(const Ball& t) const { return z(t, a.transpose()); }
  /// ∫ z from t₁ to t₂: ẏ = z beside ż = −Aᵀz.
  Vector<Ball> integral_of_z(const Ball& t1, const Ball& t2) const {
    const Eigen::Index n = a.rows();
    Matrix<Ball> both = zeros(2 * n, 2 * n), start = zeros(2 * n, 1);
    both.topLeftCorner(n, n) = a.transpose();
    for (Eigen::Index i = 0; i < n; ++i) both(n + i, i) = Ball(-1);
    start.topRows(n) = z(t1);
    return AffineFlow{both, zeros(2 * n, 1)}.at(t2 - t1, start).col(0).tail(n);
  }

  Matrix<Ball> a, b;
  Vector<Ball> x0, theta, c;
  Ball T;
  int steps;
};

Vector<Ball> unit(Eigen::Index n, Eigen::Index i) {
  Vector<Ball> result = zeros(n, 1);
  result[i] = Ball(1);
  return result;
}

/// z(t) = planted is compared with ∇_{x(t)}f; f is quadratic, so that half the difference over ±1 is its derivative.
template <class Adjoint>
void claim_gradient_in_state(const Run& r, const Adjoint& adjoint, Claims<Ball>& claims) {
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const Ball t = frac<Ball>(quarter, 4) * r.T;
    const Vector<Ball> at = r.x(t), z = adjoint(t);
    for (Eigen::Index i = 0; i < at.size(); ++i) {
      const Vector<Ball> e = unit(at.size(), i);
      const auto f = [&](const Vector<Ball>& state) { return r.loss(r.moved(r.T - t, state, r.theta)); };
      claims.equal("z(t) = ∇_{x(t)}f", z[i], half() * (f(at + e) - f(at - e)), quarter);
    }
  }
}

/// Between t₁ and t₂ alone θ moves by eᵢ; `derivative` is what that does to f.
template <class Derivative>
void claim_gradient_in_theta(const Run& r, const Derivative& derivative, Claims<Ball>& claims) {
  const Ball t1 = frac<Ball>(1, 4) * r.T, t2 = frac<Ball>(3, 4) * r.T;
  const Vector<Ball> predicted = derivative(t1, t2);
  for (Eigen::Index i = 0; i < r.theta.size(); ++i) {
    const Vector<Ball> e = unit(r.theta.size(), i);
    const auto f = [&](const Vector<Ball>& between) {
      return r.loss(r.moved(r.T - t2, r.moved(t2 - t1, r.x(t1), between), r.theta));
    };
    claims.equal("d/ds f = ∫⟨φ, [∂_θu]ᵀz⟩dt", half() * (f(r.theta + e) - f(r.theta - e)), predicted[i], int(i));
  }
}

const auto adjoint_equation = [](const Run& r, Claims<Ball>& claims) {
  claim_gradient_in_state(
      r, [&](const Ball& t) { return r.z(t); }, claims);
};
const auto gradient_in_theta = [](const Run& r, Claims<Ball>& claims) {
  claim_gradient_in_theta(
      r,
      [&](const Ball& t1, const Ball& t2) {
        return Vector<Ball>(r.b.transpose().lazyProduct(r.integral_of_z(t1, t2)));
      },
      claims);
};

/// ‖(I + τM)ᵏ − e^{kτM}‖ ≤ k(τm)²/2 · e^{kτm}, m = ‖M‖.
Ball euler_error(const Ball& m, const Ball& tau, int k) {
  return Ball(k) * square(tau * m) * half() * exp(Ball(k) * tau * m);
}

/// zₖ of Euler's scheme and z(kτ), with a bound on their distance in the largest entry.
struct Distance {
  Vector<Ball> discrete, continuous;
  Ball bound;
};
Distance distance(const Run& r, int k) {
  const Ball tau = r.T / Ball(r.steps);
  const Vector<Ball> force = r.b.lazyProduct(r.theta);
  Vector<Ball> x = r.x0;
  for (int i = 0; i < r.steps; ++i) x += tau * Vector<Ball>(r.a.lazyProduct(x) + force);
  Vector<Ball> z = x - r.c;
  for (int i = r.steps; i > k; --i) z += tau * Vector<Ball>(r.a.transpose().lazyProduct(z));
  const Eigen::Index n = r.a.rows();
  Matrix<Ball> with_force = zeros(n + 1, n + 1);
  with_force.topLeftCorner(n, n) = r.a;
  with_force.topRightCorner(n, 1) = force;
  const Ball start = larger(Ball(1), norm(r.x0)), m = norm(r.a.transpose());
  const Ball end_error = euler_error(norm(with_force), tau, r.steps) * start;
  const int left = r.steps - k;
  const Ball end = norm(Vector<Ball>(r.x(r.T) - r.c));
  return {z, r.z(Ball(k) * tau), exp(Ball(left) * tau * m) * end_error + euler_error(m, tau, left) * end};
}

const auto limit = [](const Run& r, Claims<Ball>& claims) {
  const Ball b = norm(r.b.transpose());
  for (int k = 0; k <= r.steps; ++k) {
    const Distance d = distance(r, k);
    const Vector<Ball> error = d.discrete - d.continuous, in_theta = r.b.transpose().lazyProduct(error);
    for (Eigen::Index i = 0; i < error.size(); ++i)
      claims.at_most("|zₖ − z(kτ)| ≤ bound", magnitude(error[i]), d.bound, k);
    if (k == 0) continue;
    for (Eigen::Index i = 0; i < in_theta.size(); ++i)
      claims.at_most("|∇_{θₖ₋₁}f/τ − [∂_θu]ᵀz(kτ)| ≤ ‖Bᵀ‖ bound", magnitude(in_theta[i]), b * d.bound, k);
  }
};

}  // namespace

Forms<LinearFlow> flow_steps() {
  return {ball_form<Run>("adjoint ODE", adjoint_equation), ball_form<Run>("gradient in θ(t)", gradient_in_theta),
          ball_form<Run>("limit", limit)};
}

Forms<LinearFlow> planted_flow() {
  const auto wrong_ode = [](const char* key, auto matrix) {
    return ball_form<Run>(key, [matrix](const Run& r, Claims<Ball>& claims) {
      claim_gradient_in_state(
          r, [&](const Ball& t) { return r.z(t, matrix(r)); }, claims);
    });
  };
  const auto wrong_gradient = [](const char* key, auto derivative) {
    return ball_form<Run>(key, [derivative](const Run& r, Claims<Ball>& claims) {
      claim_gradient_in_theta(
          r, [&](const Ball& t1, const Ball& t2) { return derivative(r, t1, t2); }, claims);
    });
  };
  return {wrong_ode("sign: ż = [∂ₓu]ᵀz", [](const Run& r) { return Matrix<Ball>(-r.a.transpose()); }),
          wrong_ode("transposed: ż = −∂ₓu z", [](const Run& r) { return r.a; }),
          wrong_ode("missing term: ż = 0", [](const Run& r) { return zeros(r.a.rows(), r.a.cols()); }),
          wrong_gradient("missing: z(T) for z(t)",
                         [](const Run& r, const Ball& t1, const Ball& t2) {
                           return Vector<Ball>((t2 - t1) * Vector<Ball>(r.b.transpose().lazyProduct(r.z(r.T))));
                         }),
          wrong_gradient("normalisation: without dt", [](const Run& r, const Ball& t1, const Ball&) {
            return Vector<Ball>(r.b.transpose().lazyProduct(r.z(t1)));
          })};
}

}  // namespace verigrad::feed_forward_adjoints
