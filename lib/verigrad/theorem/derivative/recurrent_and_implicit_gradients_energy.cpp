// Sinkhorn's algorithm: its operators, the energy that it maximises, and the gradient at its limit.
#include "verigrad/algorithm/sinkhorn.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/matrix_vector.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

template <class V, class T>
Vector<V> constants(const Vector<T>& x) {
  return x.unaryExpr([](const T& entry) { return V(entry); });
}

template <class T>
struct Kernel {
  using Instance = KernelInstance;
  explicit Kernel(const KernelInstance& i)
      : k(exact<T>(i.k)),
        x(exact<T>(i.x)),
        direction(exact<T>(i.direction)),
        other(exact<T>(i.other)),
        epsilon(exact<T>(i.epsilon)),
        n(k.rows()),
        m(k.cols()),
        block(Matrix<T>::Constant(n + m, n + m, T(0))) {
    block.topRightCorner(n, m) = k;
    block.bottomLeftCorner(m, n) = k.transpose();
    theta = marginals(x);
  }

  /// (u·Kv, v·Kᵀu).
  template <class V>
  Vector<V> marginals(const Vector<V>& y) const {
    return y.cwiseProduct(applied(block, y));
  }
  /// θ/(𝒦x).
  template <class V>
  Vector<V> h(const Vector<V>& y, const Vector<V>& p) const {
    return p.cwiseQuotient(applied(block, y));
  }
  Multipliers<T> split(const Vector<T>& y) const { return {y.head(n), y.tail(m)}; }
  Sinkhorn<T> sinkhorn() const { return {k, theta.head(n), theta.tail(m)}; }
  /// ⟨θ, log x⟩ − weight ⟨Kv, u⟩.
  template <class V>
  V energy(const Vector<V>& y, const Vector<V>& p, const T& weight) const {
    V sum(T(0));
    if constexpr (has_exp<V>) {
      using std::log;
      for (Eigen::Index i = 0; i < n + m; ++i) sum += p[i] * V(log(y[i]));
      const Vector<V> coupled = marginals(y);
      for (Eigen::Index i = 0; i < n; ++i) sum -= V(weight) * coupled[i];
    }
    return sum;
  }

  /// x_t of Sinkhorn's algorithm for θ = p from (1, 1), the updates in turn, over numbers that carry derivatives.
  template <class V>
  Vector<V> after_steps(const Vector<V>& p, int t) const {
    Vector<V> y = Vector<V>::Constant(n + m, V(T(1)));
    for (int step = 0; step < t; ++step) {
      y.head(n) = Vector<V>(p.head(n)).cwiseQuotient(applied(k, Vector<V>(y.tail(m))));
      y.tail(m) = Vector<V>(p.tail(m)).cwiseQuotient(applied_transposed(k, Vector<V>(y.head(n))));
    }
    return y;
  }
  /// θ′ along x* + s · direction.
  Vector<T> theta_along() const {
    Vector<Dual<T>> y(x.size());
    for (Eigen::Index i = 0; i < y.size(); ++i) y[i] = Dual<T>(x[i], Vector<T>::Constant(1, direction[i]));
    const Vector<Dual<T>> moving = marginals(y);
    Vector<T> result(x.size());
    for (Eigen::Index i = 0; i < y.size(); ++i) result[i] = moving[i].tangent();
    return result;
  }
  /// The largest KᵢⱼKₖₗ/(KᵢₗKₖⱼ), 1 where K has rank 1.
  T cross_ratio() const {
    T largest(1);
    for (Eigen::Index i = 0; i < n; ++i)
      for (Eigen::Index other_i = 0; other_i < n; ++other_i)
        for (Eigen::Index j = 0; j < m; ++j)
          for (Eigen::Index l = 0; l < j; ++l)
            largest = larger<T>(largest, k(i, j) * k(other_i, l) / (k(i, l) * k(other_i, j)));
    return largest;
  }

  Matrix<T> k;
  Vector<T> x, direction, other;
  T epsilon;
  Eigen::Index n, m;
  Matrix<T> block;  ///< 𝒦
  Vector<T> theta;
};

constexpr auto block_form = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Multipliers<T> y = r.split(r.other);
  const Vector<T> next = r.h(r.other, r.theta);
  claims.equal("θ/(𝒦x) = a/(Kv) above", Vector<T>(next.head(r.n)), r.sinkhorn().updated_u(y.v));
  claims.equal("θ/(𝒦x) = b/(Kᵀu) below", Vector<T>(next.tail(r.m)), r.sinkhorn().updated_v(y.u));
  claims.equal("x* = h(x*, θ)", r.h(r.x, r.theta), r.x);
};

/// [∂ₓh]ᵀ = sign 𝒦ᵀ diag(θ/(𝒦x)^power) against the tape.
Form<KernelInstance> by_x(const char* key, int sign, int power, bool transposed = true) {
  return form<Kernel>(key, [=]<class T>(const Kernel<T>& r, Claims<T>& claims) {
    const Matrix<T> tape =
        reverse_jacobian<T>([&]<class V>(const Vector<V>& y) { return r.h(y, constants<V>(r.theta)); }, r.other);
    const Vector<T> kx = applied(r.block, r.other);
    Matrix<T> printed(kx.size(), kx.size());
    for (Eigen::Index i = 0; i < kx.size(); ++i)
      for (Eigen::Index j = 0; j < kx.size(); ++j)
        printed(i, j) = T(sign) * r.block(j, i) * r.theta[j] / (power == 2 ? T(square(kx[j])) : kx[j]);
    if (transposed) printed.transposeInPlace();
    claims.equal("∂ₓh by the tape", Vector<T>(tape.reshaped()), Vector<T>(printed.reshaped()));
  });
}

constexpr auto by_theta = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Matrix<T> tape =
      reverse_jacobian<T>([&]<class V>(const Vector<V>& p) { return r.h(constants<V>(r.other), p); }, r.theta);
  const Vector<T> kx = applied(r.block, r.other);
  const Matrix<T> printed = Vector<T>(kx.cwiseInverse()).asDiagonal();
  claims.equal("[∂θh]ᵀ = diag(1/(𝒦x))", Vector<T>(tape.transpose().reshaped()), Vector<T>(printed.reshaped()));
};

/// ∂ₓh has the eigenvalue 1 at x*: Id − ∂ₓh is singular, and (u, −v) the direction in which multipliers are free. It
/// has the eigenvalue −1: updates at once do not contract.
constexpr auto not_regular = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Matrix<T> by_x =
      forward_jacobian<T>([&]<class V>(const Vector<V>& y) { return r.h(y, constants<V>(r.theta)); }, r.x);
  Vector<T> opposed = r.x;
  opposed.tail(r.m) = -r.x.tail(r.m);
  claims.equal("∂ₓh(x*)(u, −v) = (u, −v)", applied(by_x, opposed), opposed);
  claims.equal("∂ₓh(x*)(u, v) = −(u, v)", applied(by_x, r.x), Vector<T>(-r.x));
};

/// ∂/∂u and ∂/∂v of ⟨θ, log x⟩ − ε⟨Ku, v⟩ at the multipliers, for square K.
constexpr auto printed_energy = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Multipliers<T> y = r.split(r.x);
  const Vector<T> zero = Vector<T>::Constant(r.n, T(0));
  claims.equal("a/u − εKᵀv = 0",
               Vector<T>(r.theta.head(r.n).cwiseQuotient(y.u) - r.epsilon * applied_transposed(r.k, y.v)), zero);
  claims.equal("b/v − εKu = 0", Vector<T>(r.theta.tail(r.m).cwiseQuotient(y.v) - r.epsilon * applied(r.k, y.u)), zero);
};
constexpr auto right_energy = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Vector<T> gradient =
      reverse_gradient<T>([&]<class V>(const Vector<V>& y) { return r.energy(y, constants<V>(r.theta), T(1)); }, r.x);
  claims.equal("∇ₓE(x*, θ) = 0", gradient, Vector<T>(Vector<T>::Constant(r.n + r.m, T(0))));
};

constexpr auto printed_pairing = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  claims.equal("columns of K = entries of u, for Ku", T(int(r.m)), T(int(r.n)));
};
constexpr auto right_pairing = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Multipliers<T> y = r.split(r.other);
  claims.equal("⟨Kv, u⟩ = ⟨Kᵀu, v⟩", dot(applied(r.k, y.v), y.u), dot(applied_transposed(r.k, y.u), y.v));
};

constexpr auto minimised = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  claims.at_most("E(x*, θ) ≤ E(x, θ)", r.energy(r.x, r.theta, T(1)), r.energy(r.other, r.theta, T(1)));
};
constexpr auto maximised = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  const Multipliers<T> y = r.split(r.other), next = r.sinkhorn().step(y);
  const auto energy = [&](const Vector<T>& u, const Vector<T>& v) {
    Vector<T> both(r.n + r.m);
    both << u, v;
    return r.energy(both, r.theta, T(1));
  };
  claims.at_most("E(x) ≤ E(a/(Kv), v)", energy(y.u, y.v), energy(next.u, y.v));
  claims.at_most("E(u, v) ≤ E(u, b/(Kᵀu)), the new u", energy(next.u, y.v), energy(next.u, next.v));
  claims.at_most("E(x, θ) ≤ E(x*, θ)", r.energy(r.other, r.theta, T(1)), r.energy(r.x, r.theta, T(1)));
};

/// No two of the compared multipliers give the same energy: no claim is a tie.
bool moves(const KernelInstance& i) {
  const Kernel<Rational> r(i);
  const Multipliers<Rational> y = r.split(r.other), x = r.split(r.x), next = r.sinkhorn().step(y);
  return next.u != y.u && next.v != y.v && y.u * y.v.transpose() != x.u * x.v.transpose();
}

/// How a gradient of f* departs from log x*.
enum class Gradient { log, minus_log, log_of_u_only, energy_with_epsilon };

/// d/ds f*(θ(s)) against ⟨∇f*, θ′⟩ along x* + s · direction, whose marginals θ(s) have equal masses.
Form<EnergyInstance> gradient_along(const char* key, Gradient what) {
  return form<Kernel, EnergyInstance>(key, [what]<class T>(const Kernel<T>& r, Claims<T>& claims) {
    if constexpr (has_exp<T>) {
      using std::log;
      Vector<Dual<T>> y(r.x.size());
      for (Eigen::Index i = 0; i < y.size(); ++i) y[i] = Dual<T>(r.x[i], Vector<T>::Constant(1, r.direction[i]));
      const Vector<Dual<T>> theta = r.marginals(y);
      const Dual<T> f = r.energy(y, theta, what == Gradient::energy_with_epsilon ? r.epsilon : T(1));
      T sum(0);
      for (Eigen::Index i = 0; i < (what == Gradient::log_of_u_only ? r.n : r.n + r.m); ++i)
        sum += T(log(r.x[i])) * theta[i].tangent();
      claims.equal("d/ds f*(θ(s)) = ⟨log x*, θ′(s)⟩", f.tangent(), what == Gradient::minus_log ? T(-sum) : sum);
    }
  });
}

/// Sinkhorn's algorithm for equal masses contracts: no claim below is 0 ≤ 0.
bool contracts(const KernelInstance& i) {
  const Kernel<Rational> r(i);
  const Vector<Rational> v = r.x.tail(r.m);
  return r.cross_ratio() > 1 && v != Vector<Rational>::Constant(r.m, v[0]) && squared_norm(r.theta_along()) > 0;
}

/// ∇θ E(x_t(θ), θ) by the tape.
template <class T>
Vector<T> through_steps(const Kernel<T>& r, int t) {
  return reverse_gradient<T>([&]<class V>(const Vector<V>& p) { return r.energy(r.after_steps(p, t), p, T(1)); },
                             r.theta);
}

/// log(max uᵢ/wᵢ / min uᵢ/wᵢ), Hilbert's distance.
template <class T>
T hilbert_distance(const Vector<T>& u, const Vector<T>& w) {
  using std::log;
  T most = u[0] / w[0], least = most;
  for (Eigen::Index i = 1; i < u.size(); ++i) {
    most = larger<T>(most, u[i] / w[i]);
    least = smaller<T>(least, u[i] / w[i]);
  }
  return log(T(most / least));
}

template <class T>
T paired_with_log(const Vector<T>& x, const Vector<T>& p) {
  using std::log;
  T sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += T(log(x[i])) * p[i];
  return sum;
}

template <class T>
T sum_of_magnitudes(const Vector<T>& x) {
  T sum(0);
  for (const T& entry : x) sum += magnitude(entry);
  return sum;
}

/// max |θ′/θ| over a's entries plus that over b's: t times it bounds d log u_t/ds, as log (Kv)ᵢ changes by a mean of
/// what the log vⱼ change by.
template <class T>
T relative_change(const Kernel<T>& r, const Vector<T>& theta_along) {
  T of_a(0), of_b(0);
  for (Eigen::Index i = 0; i < r.n + r.m; ++i) {
    T& of = i < r.n ? of_a : of_b;
    of = larger<T>(of, magnitude<T>(theta_along[i] / r.theta[i]));
  }
  return of_a + of_b;
}

/// With d = κ²ᵗ⁻¹d(1, v*), κ = (√R − 1)/(√R + 1) for the cross ratio R (Birkhoff): log u_t is within d of log u* + c
/// and log v_t of log v* − c, |a − u_t·Kv_t| ≤ a(exp(d) − 1), and ∂E/∂v = 0 at x_t.
Form<EnergyInstance> taped(const char* key, int powers) {
  return form<Kernel, EnergyInstance>(key, [=]<class T>(const Kernel<T>& r, Claims<T>& claims) {
    if constexpr (has_exp<T>) {
      using std::exp;
      using std::sqrt;
      const T root = sqrt(r.cross_ratio()), kappa = (root - T(1)) / (root + T(1));
      const Vector<T> theta_along = r.theta_along(), u_star = r.x.head(r.n), v_star = r.x.tail(r.m);
      const T limit = paired_with_log(r.x, theta_along), change = relative_change(r, theta_along);
      T d = hilbert_distance<T>(Vector<T>::Constant(r.m, T(1)), v_star);
      for (int t = 1; t <= 3; ++t) {
        for (int power = t == 1 ? 1 : 0; power < powers; ++power) d *= kappa;
        claims.at_most("d(u_t, u*) ≤ κ²ᵗ⁻¹d(v₀, v*)", hilbert_distance<T>(r.after_steps(r.theta, t).head(r.n), u_star),
                       d, t);
        const T of_marginals = T(t) * change * r.theta.head(r.n).sum() * (T(exp(d)) - T(1));
        claims.at_most("|⟨∇f_t − log x*, θ′⟩| ≤ t max|θ′/θ| Σa (exp(d) − 1) + d Σ|θ′|",
                       magnitude<T>(dot<T>(through_steps(r, t), theta_along) - limit),
                       of_marginals + d * sum_of_magnitudes(theta_along), t);
      }
    }
  });
}

/// K of rank 1: one step has the marginals, and the tape through it has the gradient.
constexpr auto taped_exactly = []<class T>(const Kernel<T>& r, Claims<T>& claims) {
  if constexpr (has_exp<T>)
    claims.equal("⟨∇f₁, θ′⟩ = ⟨log x*, θ′⟩", dot<T>(through_steps(r, 1), r.theta_along()),
                 paired_with_log(r.x, r.theta_along()));
};

}  // namespace

Lines<KernelInstance> kernel_lines() {
  return {
      .conclusions = {form<Kernel>("block form", block_form), by_x("[∂ₓh]ᵀ", -1, 2), form<Kernel>("[∂θh]ᵀ", by_theta)},
      .errata = {form<Kernel>("stationary energy", printed_energy), form<Kernel>("pairing", printed_pairing)},
      .corrected = {form<Kernel>("pairing", right_pairing)},
      .planted = {by_x("[∂ₓh]ᵀ with +", 1, 2), by_x("[∂ₓh]ᵀ without the square", -1, 1),
                  by_x("∂ₓh for [∂ₓh]ᵀ", -1, 2, false)},
      .probes = {form<Kernel>("not regular", not_regular)}};
}

Lines<EnergyInstance> energy_lines() {
  return {.conclusions = {taped("tape through Sinkhorn's steps", 2).where(contracts)},
          .errata = {form<Kernel, EnergyInstance>("minimiser", minimised),
                     gradient_along("gradient at the limit", Gradient::energy_with_epsilon)},
          .corrected = {form<Kernel, EnergyInstance>("stationary energy", right_energy),
                        form<Kernel, EnergyInstance>("minimiser", maximised).where(moves),
                        gradient_along("gradient at the limit", Gradient::log)},
          .planted = {gradient_along("gradient at the limit: −log x*", Gradient::minus_log),
                      gradient_along("gradient at the limit: (log u*, 0)", Gradient::log_of_u_only),
                      taped("tape through Sinkhorn's steps: κ³ a step", 3).where(contracts)},
          .probes = {form<Kernel, EnergyInstance>("tape through one step", taped_exactly)}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
