// Recurrent networks, (14.28), and residual networks as gradient steps.
#include "verigrad/autodiff/checkpoints.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

/// The entries of θ = (W₁, W₂) in one vector, and back.
template <class V>
Vector<V> joined(const Matrix<V>& w1, const Matrix<V>& w2) {
  Vector<V> theta(w1.size() + w2.size());
  theta << w1.reshaped(), w2.reshaped();
  return theta;
}

/// Deviations from (14.28).
struct Slip {
  bool next_state = false;  ///< [∂h](xₖ, θ) for [∂h](xₖ₋₁, θ) in ∇θ
  bool no_identity = false;
  bool untransposed = false;
  bool no_loss_term = false;
  bool last_only = false;
};

struct Run {
  using Instance = ResidualInstance;
  explicit Run(const ResidualInstance& i)
      : w1(exact(i.w1)),
        w2(exact(i.w2)),
        x0(exact(i.x0)),
        c(exact(i.c)),
        kappa(exact(i.kappa)),
        t(i.t),
        logistic(i.logistic) {}

  template <class V>
  V rho(const V& u) const {
    using std::exp;
    if (!logistic) return square(u);
    return V(Number(1)) / (V(Number(1)) + V(exp(V(-u))));
  }
  /// ρ′.
  Number slope(const Number& u) const {
    if (!logistic) return 2 * u;
    const Number s = rho(u);
    return s * (1 - s);
  }
  template <class V>
  Vector<V> h(const Vector<V>& x, const Matrix<V>& v1, const Matrix<V>& v2) const {
    const Vector<V> hidden = product(v1, x).unaryExpr([&](const V& u) { return rho(u); });
    return x + product(v2.transpose(), hidden);
  }
  /// L(x_t, θ) from θ alone.
  template <class V>
  V loss(const Vector<V>& theta) const {
    const Eigen::Index q = w1.rows(), n = w1.cols();
    const Matrix<V> v1 = theta.head(q * n).reshaped(q, n), v2 = theta.tail(q * n).reshaped(q, n);
    Vector<V> x = x0.unaryExpr([](const Number& entry) { return V(entry); });
    for (int k = 0; k < t; ++k) x = h(x, v1, v2);
    V sum(Number(0));
    for (Eigen::Index i = 0; i < n; ++i) sum += V(square(V(x[i] - V(c[i]))));
    for (const V& entry : theta) sum += V(kappa) * V(square(entry));
    return V(frac(1, 2)) * sum;
  }

  /// ∇θf by (14.28), with the states that `sweep` brings back.
  template <class Sweep>
  Vector<Number> gradient(const Sweep& sweep, const Slip& slip = {}) const {
    const auto step = [&](int, const Vector<Number>& x) { return h(x, w1, w2); };
    Vector<Number> z;
    Matrix<Number> by_w1 = Matrix<Number>::Constant(w1.rows(), w1.cols(), 0), by_w2 = by_w1;
    sweep(x0, t, step, [&](int k, const Vector<Number>& x) {
      if (k == t - 1) z = step(k, x) - c;
      if (!slip.last_only || k == t - 1) add(slip.next_state ? step(k, x) : x, z, by_w1, by_w2);
      const Vector<Number> d = product(w1, x).unaryExpr([&](const Number& u) { return slope(u); });
      const Vector<Number> inner = product(slip.untransposed ? w1 : w2, z).cwiseProduct(d);
      const Vector<Number> back = product((slip.untransposed ? w2 : w1).transpose(), inner);
      z = slip.no_identity ? back : Vector<Number>(z + back);
    });
    const Number weight = slip.no_loss_term ? Number(0) : kappa;
    return joined(Matrix<Number>(by_w1 + weight * w1), Matrix<Number>(by_w2 + weight * w2));
  }
  /// Adds [∂θh(x, θ)]ᵀz.
  void add(const Vector<Number>& x, const Vector<Number>& z, Matrix<Number>& by_w1, Matrix<Number>& by_w2) const {
    const Vector<Number> u = product(w1, x), w2_z = product(w2, z);
    for (Eigen::Index j = 0; j < w1.rows(); ++j)
      for (Eigen::Index i = 0; i < w1.cols(); ++i) {
        by_w1(j, i) += slope(u[j]) * w2_z[j] * x[i];
        by_w2(j, i) += rho(u[j]) * z[i];
      }
  }

  Matrix<Number> w1, w2;
  Vector<Number> x0, c;
  Number kappa;
  int t;
  bool logistic;
};

constexpr auto stored = [](const auto&... all) { return stored_sweep(all...); };
constexpr auto checkpointed = [](const auto&... all) { return checkpointed_sweep(all...); };

void backward(const Run& r, Claims& claims) {
  const auto f = [&](const auto& theta) { return r.loss(theta); };
  const Vector<Number> theta = joined(r.w1, r.w2), printed = r.gradient(stored);
  claims.equal("tape through the iterations = (14.28)", reverse_gradient<Number>(f, theta), printed);
  claims.equal("dual numbers = (14.28)", forward_gradient<Number>(f, theta), printed);
  claims.equal("with checkpoints = with all states stored", r.gradient(checkpointed), printed);
}

/// h with W₂ = −τW₁ against x − τ∇E, E(x) = Σ ψ((W₁x)ᵢ), by the tape; τ is the instance's κ.
void gradient_step(const Run& r, Claims& claims) {
  const auto energy = [&]<class V>(const Vector<V>& x) {
    const Matrix<V> v1 = r.w1.unaryExpr([](const Number& entry) { return V(entry); });
    V sum(Number(0));
    for (const V& u : product(v1, x)) {
      sum += r.logistic ? V(log1p(V(exp(u)))) : V(V(u * square(u)) * V(frac(1, 3)));
    }
    return sum;
  };
  const Matrix<Number> w2 = -r.kappa * r.w1;
  claims.equal("h(x, θ) = x − τ∇ₓE(x, θ)", r.h(r.x0, r.w1, w2),
               r.x0 - r.kappa * reverse_gradient<Number>(energy, r.x0));
}

void printed_sizes(const Run& r, Claims& claims) {
  claims.equal("columns of W₁, n × q, = entries of x", int(r.w1.rows()), int(r.x0.size()));
}
/// One row of n entries in each of W₁ and W₂ a hidden neuron, and q of them: h − x adds up over the neurons.
void right_sizes(const Run& r, Claims& claims) {
  Vector<Number> sum = r.x0;
  for (Eigen::Index j = 0; j < r.w1.rows(); ++j)
    sum += r.h(r.x0, Matrix<Number>(r.w1.row(j)), Matrix<Number>(r.w2.row(j))) - r.x0;
  claims.equal("h(x, θ) = x + Σⱼ ρ(⟨row j of W₁, x⟩) · row j of W₂, j = 1 … q", r.h(r.x0, r.w1, r.w2), sum);
}

Form<ResidualInstance> with(const char* key, Slip slip) {
  return form<Run>(key, [slip](const Run& r, Claims& claims) {
    const auto f = [&](const auto& theta) { return r.loss(theta); };
    claims.equal("tape = planted", reverse_gradient<Number>(f, joined(r.w1, r.w2)), r.gradient(stored, slip));
  });
}

ResidualInstance two_neurons() {
  const Matrix<double> w = Matrix<double>::Ones(2, 1);
  return {.w1 = w, .w2 = w, .x0 = vector({1}), .c = vector({0})};
}
ResidualInstance along_one_weight() {
  return {.w1 = Matrix<double>{{0, 0.25}},
          .w2 = Matrix<double>{{0.25, 0}},
          .x0 = vector({0, 0.25}),
          .c = vector({0, 0}),
          .kappa = 0.125,
          .t = 2};
}

FalseLine<ResidualInstance> weight_sizes() {
  return {.words = {.key = "weight sizes",
                    .place = "Section 14.3.7, residual recurrent networks",
                    .printed = "h(x, θ) = x + W₂ᵀρ(W₁x), θ = (W₁, W₂) ∈ (ℝⁿˣᑫ)²",
                    .corrected = "θ ∈ (ℝᑫˣⁿ)²",
                    .remark = "The text's matrices have as many columns as what they multiply has entries, (14.24).",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = form<Run>(printed_sizes),
          .counterexample = two_neurons(),
          .corrected = {form<Run>(right_sizes)}};
}

}  // namespace

Lines<ResidualInstance> residual_lines() {
  return {.steps = {{"(14.28)", "∇f by (14.28) is that of the tape and of dual numbers, whichever states are stored",
                     form<Run>(backward)},
                    {"gradient step", "W₂ = −τW₁ and ρ = ψ′: h(x, θ) = x − τ∇ₓE(x, θ), E = Σ ψ((W₁x)ᵢ)",
                     form<Run>(gradient_step)}},
          .planted = {with("(14.28) with [∂θh(xₖ, θ)]ᵀ", {.next_state = true}),
                      with("(14.28) without the identity in ∂ₓh", {.no_identity = true}),
                      with("(14.28) with ∂ₓh for [∂ₓh]ᵀ", {.untransposed = true}),
                      with("(14.28) without ∇θL", {.no_loss_term = true}),
                      with("(14.28) with the last summand only", {.last_only = true})},
          .separating = {along_one_weight()}};
}

Lines<ResidualInstance> size_lines() { return {.errata = {weight_sizes()}}; }

}  // namespace verigrad::recurrent_and_implicit_gradients
