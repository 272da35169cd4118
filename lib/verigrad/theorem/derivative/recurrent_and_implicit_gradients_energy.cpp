// Sinkhorn's algorithm: its operators, the energy that it maximises, and the gradient at its limit.
#include "verigrad/algorithm/sinkhorn.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

template <class V>
Vector<V> constants(const Vector<Number>& x) {
  return x.unaryExpr([](const Number& entry) { return V(entry); });
}

struct KernelRun {
  using Instance = KernelInstance;
  explicit KernelRun(const KernelInstance& i)
      : k(exact(i.k)),
        x(exact(i.x)),
        direction(exact(i.direction)),
        other(exact(i.other)),
        epsilon(exact(i.epsilon)),
        n(k.rows()),
        m(k.cols()),
        block(Matrix<Number>::Constant(n + m, n + m, 0)) {
    block.topRightCorner(n, m) = k;
    block.bottomLeftCorner(m, n) = k.transpose();
    theta = marginals(x);
  }

  /// (u·Kv, v·Kᵀu).
  template <class V>
  Vector<V> marginals(const Vector<V>& y) const {
    return y.cwiseProduct(product(block, y));
  }
  /// θ/(𝒦x).
  template <class V>
  Vector<V> h(const Vector<V>& y, const Vector<V>& p) const {
    return p.cwiseQuotient(product(block, y));
  }
  Multipliers<Number> split(const Vector<Number>& y) const { return {y.head(n), y.tail(m)}; }
  Sinkhorn<Number> sinkhorn() const { return {k, theta.head(n), theta.tail(m)}; }
  /// ⟨θ, log x⟩ − weight ⟨Kv, u⟩.
  template <class V>
  V energy(const Vector<V>& y, const Vector<V>& p, const Number& weight) const {
    V sum(Number(0));
    using std::log;
    for (Eigen::Index i = 0; i < n + m; ++i) sum += p[i] * V(log(y[i]));
    const Vector<V> coupled = marginals(y);
    for (Eigen::Index i = 0; i < n; ++i) sum -= V(weight) * coupled[i];

    return sum;
  }

  /// x_t of Sinkhorn's algorithm for θ = p from (1, 1), the updates in turn, over numbers that carry derivatives.
  template <class V>
  Vector<V> after_steps(const Vector<V>& p, int t) const {
    Vector<V> y = Vector<V>::Constant(n + m, V(Number(1)));
    for (int step = 0; step < t; ++step) {
      y.head(n) = Vector<V>(p.head(n)).cwiseQuotient(product(k, Vector<V>(y.tail(m))));
      y.tail(m) = Vector<V>(p.tail(m)).cwiseQuotient(product(k.transpose(), Vector<V>(y.head(n))));
    }
    return y;
  }
  /// x* + s · direction.
  Vector<Dual<Number>> moving_x() const {
    Vector<Dual<Number>> y(x.size());
    for (Eigen::Index i = 0; i < y.size(); ++i) y[i] = Dual<Number>(x[i], Vector<Number>::Constant(1, direction[i]));
    return y;
  }
  /// θ′ along it.
  Vector<Number> theta_along() const {
    const Vector<Dual<Number>> moving = marginals(moving_x());
    Vector<Number> result(x.size());
    for (Eigen::Index i = 0; i < x.size(); ++i) result[i] = moving[i].tangent();
    return result;
  }
  /// The largest KᵢⱼKₖₗ/(KᵢₗKₖⱼ), 1 where K has rank 1.
  Number cross_ratio() const {
    Number largest(1);
    for (Eigen::Index i = 0; i < n; ++i)
      for (Eigen::Index other_i = 0; other_i < n; ++other_i)
        for (Eigen::Index j = 0; j < m; ++j)
          for (Eigen::Index l = 0; l < j; ++l)
            largest = larger<Number>(largest, k(i, j) * k(other_i, l) / (k(i, l) * k(other_i, j)));
    return largest;
  }

  Matrix<Number> k;
  Vector<Number> x, direction, other;
  Number epsilon;
  Eigen::Index n, m;
  Matrix<Number> block;  ///< 𝒦
  Vector<Number> theta;
};

void block_form(const KernelRun& r, Claims& claims) {
  const Multipliers<Number> y = r.split(r.other);
  const Vector<Number> next = r.h(r.other, r.theta);
  claims.equal("θ/(𝒦x) = a/(Kv) above", next.head(r.n), r.sinkhorn().updated_u(y.v));
  claims.equal("θ/(𝒦x) = b/(Kᵀu) below", next.tail(r.m), r.sinkhorn().updated_v(y.u));
  claims.equal("x* = h(x*, θ)", r.h(r.x, r.theta), r.x);
}

/// [∂ₓh]ᵀ = sign 𝒦ᵀ diag(θ/(𝒦x)^power) against the tape.
Form<KernelInstance> by_x(const char* key, int sign, int power, bool transposed = true) {
  return form<KernelRun>(key, [=](const KernelRun& r, Claims& claims) {
    const Matrix<Number> tape =
        reverse_jacobian<Number>([&]<class V>(const Vector<V>& y) { return r.h(y, constants<V>(r.theta)); }, r.other);
    const Vector<Number> kx = product(r.block, r.other);
    Matrix<Number> printed(kx.size(), kx.size());
    for (Eigen::Index i = 0; i < kx.size(); ++i)
      for (Eigen::Index j = 0; j < kx.size(); ++j)
        printed(i, j) = sign * r.block(j, i) * r.theta[j] / (power == 2 ? Number(square(kx[j])) : kx[j]);
    if (transposed) printed.transposeInPlace();
    claims.equal("∂ₓh by the tape", tape.reshaped(), printed.reshaped());
  });
}

void by_theta(const KernelRun& r, Claims& claims) {
  const Matrix<Number> tape =
      reverse_jacobian<Number>([&]<class V>(const Vector<V>& p) { return r.h(constants<V>(r.other), p); }, r.theta);
  const Vector<Number> kx = product(r.block, r.other);
  const Matrix<Number> printed = Vector<Number>(kx.cwiseInverse()).asDiagonal();
  claims.equal("[∂θh]ᵀ = diag(1/(𝒦x))", tape.transpose().reshaped(), printed.reshaped());
}

/// ∂ₓh has the eigenvalue 1 at x*: Id − ∂ₓh is singular, and (u, −v) the direction in which multipliers are free. It
/// has the eigenvalue −1: updates at once do not contract.
void eigenvalues_at_limit(const KernelRun& r, Claims& claims) {
  const Matrix<Number> by_x =
      forward_jacobian<Number>([&]<class V>(const Vector<V>& y) { return r.h(y, constants<V>(r.theta)); }, r.x);
  Vector<Number> opposed = r.x;
  opposed.tail(r.m) = -r.x.tail(r.m);
  claims.equal("∂ₓh(x*)(u, −v) = (u, −v)", product(by_x, opposed), opposed);
  claims.equal("∂ₓh(x*)(u, v) = −(u, v)", product(by_x, r.x), -r.x);
}

/// ∂/∂u and ∂/∂v of ⟨θ, log x⟩ − ε⟨Ku, v⟩ at the multipliers, for square K.
void printed_energy(const KernelRun& r, Claims& claims) {
  const Multipliers<Number> y = r.split(r.x);
  const Vector<Number> zero = Vector<Number>::Constant(r.n, 0);
  claims.equal("a/u − εKᵀv = 0", r.theta.head(r.n).cwiseQuotient(y.u) - r.epsilon * product(r.k.transpose(), y.v),
               zero);
  claims.equal("b/v − εKu = 0", r.theta.tail(r.m).cwiseQuotient(y.v) - r.epsilon * product(r.k, y.u), zero);
}
void right_energy(const KernelRun& r, Claims& claims) {
  const Vector<Number> gradient =
      reverse_gradient<Number>([&]<class V>(const Vector<V>& y) { return r.energy(y, constants<V>(r.theta), 1); }, r.x);
  claims.equal("∇ₓE(x*, θ) = 0", gradient, Vector<Number>::Constant(r.n + r.m, 0));
}

void printed_pairing(const KernelRun& r, Claims& claims) {
  claims.equal("columns of K = entries of u, for Ku", int(r.m), int(r.n));
}
void right_pairing(const KernelRun& r, Claims& claims) {
  const Multipliers<Number> y = r.split(r.other);
  claims.equal("⟨Kv, u⟩ = ⟨Kᵀu, v⟩", dot(product(r.k, y.v), y.u), dot(product(r.k.transpose(), y.u), y.v));
}

void minimised(const KernelRun& r, Claims& claims) {
  claims.at_most("E(x*, θ) ≤ E(x, θ)", r.energy(r.x, r.theta, 1), r.energy(r.other, r.theta, 1));
}
void maximised(const KernelRun& r, Claims& claims) {
  const Multipliers<Number> y = r.split(r.other), next = r.sinkhorn().step(y);
  const auto energy = [&](const Vector<Number>& u, const Vector<Number>& v) {
    Vector<Number> both(r.n + r.m);
    both << u, v;
    return r.energy(both, r.theta, 1);
  };
  claims.at_most("E(x) ≤ E(a/(Kv), v)", energy(y.u, y.v), energy(next.u, y.v));
  claims.at_most("E(u, v) ≤ E(u, b/(Kᵀu)), the new u", energy(next.u, y.v), energy(next.u, next.v));
  claims.at_most("E(x, θ) ≤ E(x*, θ)", r.energy(r.other, r.theta, 1), r.energy(r.x, r.theta, 1));
}

/// No two of the compared multipliers give the same energy: no claim is a tie.
bool moves(const KernelInstance& i) {
  const Number::Over fractions(Number::Kind::rational);
  const KernelRun r(i);
  const Multipliers<Number> y = r.split(r.other), x = r.split(r.x), next = r.sinkhorn().step(y);
  const Matrix<Number> coupled = product(y.u, y.v.transpose()), coupled_at_x = product(x.u, x.v.transpose());
  return !vanishes(next.u - y.u) && !vanishes(next.v - y.v) && !vanishes(coupled - coupled_at_x);
}

/// How a gradient of f* departs from log x*.
enum class Gradient { log, minus_log, log_of_u_only, energy_with_epsilon };

/// d/ds f*(θ(s)) against ⟨∇f*, θ′⟩ along x* + s · direction, whose marginals θ(s) have equal masses.
Form<EnergyInstance> gradient_along(const char* key, Gradient what) {
  return form<KernelRun, EnergyInstance>(key, [what](const KernelRun& r, Claims& claims) {
    using std::log;
    const Vector<Dual<Number>> y = r.moving_x(), theta = r.marginals(y);
    const Dual<Number> f = r.energy(y, theta, what == Gradient::energy_with_epsilon ? r.epsilon : Number(1));
    Number sum(0);
    for (Eigen::Index i = 0; i < (what == Gradient::log_of_u_only ? r.n : r.n + r.m); ++i)
      sum += Number(log(r.x[i])) * theta[i].tangent();
    claims.equal("d/ds f*(θ(s)) = ⟨log x*, θ′(s)⟩", f.tangent(), what == Gradient::minus_log ? Number(-sum) : sum);
  });
}

/// Sinkhorn's algorithm for equal masses contracts: no claim below is 0 ≤ 0.
bool contracts(const KernelInstance& i) {
  const Number::Over fractions(Number::Kind::rational);
  const KernelRun r(i);
  const Vector<Number> v = r.x.tail(r.m);
  return certainly_less(Number(1), r.cross_ratio()) && !vanishes(v - Vector<Number>::Constant(r.m, v[0])) &&
         !vanishes(r.theta_along());
}

/// ∇θ E(x_t(θ), θ) by the tape.
Vector<Number> through_steps(const KernelRun& r, int t) {
  return reverse_gradient<Number>([&]<class V>(const Vector<V>& p) { return r.energy(r.after_steps(p, t), p, 1); },
                                  r.theta);
}

/// log(max uᵢ/wᵢ / min uᵢ/wᵢ), Hilbert's distance.
Number hilbert_distance(const Vector<Number>& u, const Vector<Number>& w) {
  using std::log;
  Number most = u[0] / w[0], least = most;
  for (Eigen::Index i = 1; i < u.size(); ++i) {
    most = larger<Number>(most, u[i] / w[i]);
    least = smaller<Number>(least, u[i] / w[i]);
  }
  return log(Number(most / least));
}

Number paired_with_log(const Vector<Number>& x, const Vector<Number>& p) {
  using std::log;
  Number sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += log(x[i]) * p[i];
  return sum;
}

Number sum_of_magnitudes(const Vector<Number>& x) {
  Number sum(0);
  for (const Number& entry : x) sum += magnitude(entry);
  return sum;
}

/// max |θ′/θ| over a's entries plus that over b's: t times it bounds d log u_t/ds, as log (Kv)ᵢ changes by a mean of
/// what the log vⱼ change by.
Number relative_change(const KernelRun& r, const Vector<Number>& theta_along) {
  Number of_a(0), of_b(0);
  for (Eigen::Index i = 0; i < r.n + r.m; ++i) {
    Number& of = i < r.n ? of_a : of_b;
    of = larger<Number>(of, magnitude<Number>(theta_along[i] / r.theta[i]));
  }
  return of_a + of_b;
}

/// With d = κ²ᵗ⁻¹d(1, v*), κ = (√R − 1)/(√R + 1) for the cross ratio R (Birkhoff): log u_t is within d of log u* + c
/// and log v_t of log v* − c, |a − u_t·Kv_t| ≤ a(exp(d) − 1), and ∂E/∂v = 0 at x_t.
Form<EnergyInstance> taped(const char* key, int powers) {
  return form<KernelRun, EnergyInstance>(key, [=](const KernelRun& r, Claims& claims) {
    using std::exp;
    using std::sqrt;
    const Number root = sqrt(r.cross_ratio()), kappa = (root - 1) / (root + 1);
    const Vector<Number> theta_along = r.theta_along(), u_star = r.x.head(r.n), v_star = r.x.tail(r.m);
    const Number limit = paired_with_log(r.x, theta_along), change = relative_change(r, theta_along);
    Number d = hilbert_distance(Vector<Number>::Constant(r.m, 1), v_star);
    for (int t = 1; t <= 3; ++t) {
      for (int power = t == 1 ? 1 : 0; power < powers; ++power) d *= kappa;
      claims.at_most("d(u_t, u*) ≤ κ²ᵗ⁻¹d(v₀, v*)", hilbert_distance(r.after_steps(r.theta, t).head(r.n), u_star), d,
                     t);
      const Number of_marginals = t * change * r.theta.head(r.n).sum() * (Number(exp(d)) - 1);
      claims.at_most("|⟨∇f_t − log x*, θ′⟩| ≤ t max|θ′/θ| Σa (exp(d) − 1) + d Σ|θ′|",
                     magnitude<Number>(dot(through_steps(r, t), theta_along) - limit),
                     of_marginals + d * sum_of_magnitudes(theta_along), t);
    }
  });
}

/// K of rank 1: one step has the marginals, and the tape through it has the gradient.
void taped_exactly(const KernelRun& r, Claims& claims) {
  claims.equal("⟨∇f₁, θ′⟩ = ⟨log x*, θ′⟩", dot(through_steps(r, 1), r.theta_along()),
               paired_with_log(r.x, r.theta_along()));
}

/// K = (1 … 1) with m columns, all multipliers 1.
KernelInstance ones(int m) {
  const Vector<double> x = Vector<double>::Ones(1 + m);
  return {.k = Matrix<double>::Ones(1, m), .x = x, .direction = x, .other = x, .epsilon = 0.5};
}
EnergyInstance ones_with_energy() {
  EnergyInstance result{ones(1)};
  result.direction = vector({1, 0});
  result.other = vector({2, 1});
  return result;
}
KernelInstance one_bin() {
  return {.k = Matrix<double>::Constant(1, 1, 0.25),
          .x = vector({0.25, 0.25}),
          .direction = vector({0, 0}),
          .other = vector({0.25, 0.5}),
          .epsilon = 0.125};
}
/// One entry of the kernel half the others.
EnergyInstance unequal_kernel() {
  return {{.k = Matrix<double>{{0.25, 0.25}, {0.25, 0.125}},
           .x = vector({0.25, 0.25, 0.25, 0.125}),
           .direction = vector({0, 0, 0, 0.5}),
           .other = vector({0.25, 0.25, 0.25, 0.25}),
           .epsilon = 0.125}};
}

FalseLine<KernelInstance> stationary_with_epsilon() {
  return {.words = {.key = "stationary energy",
                    .place = "Section 14.3.7, Sinkhorn's algorithm",
                    .printed = "E(x, θ) = ⟨a, log(u)⟩ + ⟨b, log(v)⟩ − ε⟨Ku, v⟩ … one finds a minimizer of E, so that "
                               "∇_x L(x*(θ), θ) = 0",
                    .corrected = "E = ⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩",
                    .remark = "The zeros of the printed gradient are u = a/(εKv). One ε before both logarithms repairs "
                              "this entry and the two that follow from it at once, and then ∇f* = ε log x*; without "
                              "any ε, ∇f* = log x* is right, and the value of transport lacks its factor ε.",
                    .by_hand = "a = b = K = 1, ε = 1/2, x* = (1, 1): ∂E/∂u = 1 − ½ = ½",
                    .weight = Weight::statement,
                    .survives = "with one ε before both logarithms, f = ε⟨a, log u⟩ + ε⟨b, log v⟩ − ε⟨Kv, u⟩, both "
                                "this and the value of transport are right, and ∇f* = ε log x*",
                    .of_statement = true},
          .printed = form<KernelRun>(printed_energy),
          .counterexample = ones(1),
          .corrected = {}};
}

FalseLine<KernelInstance> pairing() {
  return {.words = {.key = "pairing",
                    .place = "Section 14.3.7, Sinkhorn's algorithm",
                    .printed = "⟨Ku, v⟩ with K ∈ ℝⁿˣᵐ, u ∈ ℝⁿ, v ∈ ℝᵐ",
                    .corrected = "⟨Kv, u⟩ = ⟨Kᵀu, v⟩",
                    .remark = "The updates have Kv and Kᵀu; K has as many columns as v has entries.",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = form<KernelRun>(printed_pairing),
          .counterexample = ones(2),
          .corrected = {form<KernelRun>(right_pairing)}};
}

FalseLine<EnergyInstance> minimiser_for_maximiser() {
  return {.words = {.key = "minimiser",
                    .place = "Section 14.3.7, Sinkhorn's algorithm",
                    .printed = "Sinkhorn iteration are alternate minimization to find a minimizer of E",
                    .corrected = "alternate maximisation to find a maximiser of E: each update increases it",
                    .remark = "E is concave in (log u, log v); each update increases it.",
                    .by_hand = "a = b = K = 1: E(1, 1) = −1 and E(2, 1) = log 2 − 2 < −1.3",
                    .weight = Weight::statement,
                    .survives = "alternate maximisation to find a maximiser",
                    .of_statement = true},
          .printed = form<KernelRun, EnergyInstance>(minimised),
          .counterexample = ones_with_energy(),
          .corrected = {form<KernelRun, EnergyInstance>(maximised).where(moves)}};
}

FalseLine<EnergyInstance> gradient_of_printed_energy() {
  return {
      .words =
          {.key = "gradient at the limit",
           .place = "Section 14.3.7, last formula",
           .printed = "∇f*(θ) = log(x*(θ)) [f*(θ) = E(x*(θ), θ)]",
           .corrected = "the same for the corrected E, along θ′ with Σa′ = Σb′: elsewhere there is no x*",
           .remark =
               "Along θ′ with Σa′ = Σb′: elsewhere there is no x*. log x* is determined up to multiples of (1, −1).",
           .by_hand =
               "a = b = K = 1, ε = 1/2: along a = b, f* = a log a − a/2 has the derivative 1/2 at 1, ⟨log x*, θ′⟩ = 0",
           .weight = Weight::statement,
           .survives = "ε log x* for the energy with one ε before both logarithms, log x* for the one without any, "
                       "along changes of equal mass",
           .same_as = "mfds/14.3.7: stationary energy",
           .of_statement = true},
      .printed = gradient_along("", Gradient::energy_with_epsilon),
      .counterexample = ones_with_energy(),
      .corrected = {gradient_along("", Gradient::log)}};
}

}  // namespace

Lines<KernelInstance> kernel_lines() {
  return {.steps = {{"block form", "h(x, θ) = θ/(𝒦x) is the printed iteration, and x* = h(x*, θ)",
                     form<KernelRun>(block_form)},
                    {"[∂ₓh]ᵀ", "[∂ₓh(x, θ)]ᵀ = −𝒦ᵀ diag(θ/(𝒦x)²)", by_x("", -1, 2)},
                    {"[∂θh]ᵀ", "[∂θh(x, θ)]ᵀ = diag(1/(𝒦x))", form<KernelRun>(by_theta)}},
          .errata = {stationary_with_epsilon(), pairing()},
          .planted = {by_x("[∂ₓh]ᵀ with +", 1, 2), by_x("[∂ₓh]ᵀ without the square", -1, 1),
                      by_x("∂ₓh for [∂ₓh]ᵀ", -1, 2, false)},
          .separating = {one_bin()}};
}

Lines<EnergyInstance> taped_lines() {
  return {.steps = {{"tape through Sinkhorn's steps",
                     "the tape through t steps from (1, 1) tends to log x*: with κ = (√R − 1)/(√R + 1), R the largest "
                     "KᵢⱼKₖₗ/(KᵢₗKₖⱼ), and d = κ²ᵗ⁻¹ times Hilbert's distance of 1 and v*, |⟨∇f_t − log x*, θ′⟩| ≤ t "
                     "max|θ′/θ| Σa (exp(d) − 1) + d Σ|θ′|; for K of rank 1 equal after one step",
                     taped("", 2).where(contracts)}},
          .planted = {taped("tape through Sinkhorn's steps: κ³ a step", 3).where(contracts)},
          .separating = {unequal_kernel()}};
}

Lines<EnergyInstance> maximum_lines() { return {.errata = {minimiser_for_maximiser()}}; }

Lines<EnergyInstance> limit_lines() {
  return {.errata = {gradient_of_printed_energy()},
          .planted = {gradient_along("gradient at the limit: −log x*", Gradient::minus_log),
                      gradient_along("gradient at the limit: (log u*, 0)", Gradient::log_of_u_only)},
          .separating = {unequal_kernel()}};
}

Form<EnergyInstance> stationary_energy() { return form<KernelRun, EnergyInstance>("stationary energy", right_energy); }
Form<KernelInstance> not_regular() { return form<KernelRun>("not regular", eigenvalues_at_limit); }
Form<EnergyInstance> tape_through_one_step() {
  return form<KernelRun, EnergyInstance>("tape through one step", taped_exactly);
}

}  // namespace verigrad::recurrent_and_implicit_gradients
