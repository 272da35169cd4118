#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::feed_forward_adjoints {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.6",
       .stem = "feed_forward_adjoints",
       .title = "Feed-forward architectures and the adjoint state",
       .source = "MFDS, section 14.3.6",
       .text = "zₖ₋₁ = [∂ₓfₖ(xₖ₋₁, θₖ₋₁)]ᵀzₖ and ∇_{θₖ₋₁}f = [∂_θfₖ(xₖ₋₁, θₖ₋₁)]ᵀ(∇_{xₖ}f), z_t = ∇L(x_t); ż(t) = "
               "−[∂ₓu(x(t), θ(t), t)]ᵀz(t), ∇_{θ(t)}f = [∂_θu(x(t), θ(t), t)]ᵀz(t)",
       .code = {"network/backpropagation.hpp: Backpropagation"},
       .hypotheses = {{"own parameters", "each layer has its own θₖ₋₁"},
                      {"end value", "z(T) = ∇L(x(T)): of all solutions of the adjoint ODE, one is ∇_{x(t)}f"},
                      {"forward pass", "the Jacobians are taken at xₖ₋₁, the states of the forward pass"},
                      {"differentiable", "every fₖ and L is differentiable at its arguments"}},
       .errata =
           {{.key = "names and references",
             .place = "Section 14.3.6, multilayer perceptron and link with the adjoint state",
             .printed =
                 "ρ a fixed pointwise linearity; x_k → x(kτ) when k → +∞ and kτ → t; the discrete equations (14.28)",
             .corrected = "pointwise non-linearity; x_k → x(t); the discrete equations (14.23), with the end value "
                          "z(T) = ∇L(x(T))",
             .weight = Weight::notation}}},
      lines(), perceptron_lines(), euler_lines(), flow_lines(), polynomial_lines(), limit_lines());
  return result;
}

namespace {

struct Run {
  using Instance = ArchitectureInstance;
  explicit Run(const ArchitectureInstance& instance) : architecture(instance), t(instance.t()) {
    x.push_back(exact(instance.x0));
    for (const Vector<double>& own : instance.theta) theta.push_back(exact(own));
    for (int k = 1; k <= t; ++k) x.push_back(instance.layers[std::size_t(k) - 1].outputs_at(inputs(k, x.back())));
    loss_slope = forward_jacobian(instance.loss, x.back()).transpose();
  }

  /// (xₖ₋₁, θₖ₋₁).
  Vector<Number> inputs(int k, const Vector<Number>& state) const {
    const Vector<Number>& own = theta[std::size_t(k) - 1];
    Vector<Number> both(state.size() + own.size());
    both << state, own;
    return both;
  }
  /// [∂ₓfₖ ∂_θfₖ] at a state.
  Matrix<Number> jacobian(int k, const Vector<Number>& state) const {
    return forward_jacobian(architecture.layers[std::size_t(k) - 1], inputs(k, state));
  }
  /// (x_first, θ_first, …, θ_{t−1}).
  Vector<Number> remaining(int first) const {
    std::vector<Number> all(x[std::size_t(first)].begin(), x[std::size_t(first)].end());
    for (std::size_t k = std::size_t(first); k < theta.size(); ++k)
      all.insert(all.end(), theta[k].begin(), theta[k].end());
    return Eigen::Map<const Vector<Number>>(all.data(), Eigen::Index(all.size()));
  }

  const ArchitectureInstance& architecture;
  int t;
  std::vector<Vector<Number>> x, theta;
  Vector<Number> loss_slope;
};

/// zₖ and ∇_{θₖ}f of the recursion, from `start` in place of t.
struct Adjoints {
  std::vector<Vector<Number>> z, in_theta;
};

template <class StateOf>
Adjoints recursion(const Run& r, const StateOf& state_of) {
  Adjoints result{std::vector<Vector<Number>>(std::size_t(r.t) + 1), std::vector<Vector<Number>>(std::size_t(r.t))};
  result.z.back() = r.loss_slope;
  for (std::size_t k = std::size_t(r.t); k >= 1; --k) {
    const Matrix<Number> jacobian = r.jacobian(int(k), state_of(k));
    const Vector<Number> both = product(jacobian.transpose(), result.z[k]);
    result.z[k - 1] = both.head(r.x[k - 1].size());
    result.in_theta[k - 1] = both.tail(r.theta[k - 1].size());
  }
  return result;
}
Adjoints recursion(const Run& r) {
  return recursion(r, [&](std::size_t k) { return r.x[k - 1]; });
}

/// ∇f in (x₀, θ₀, …, θ_{t−1}) by dual numbers, cut into ∇_{θₖ}f.
std::vector<Vector<Number>> true_gradients(const Run& r) {
  const Vector<Number> all = forward_jacobian(r.architecture.whole(), r.remaining(0)).transpose();
  std::vector<Vector<Number>> result;
  Eigen::Index at = r.x[0].size();
  for (const Vector<Number>& own : r.theta) {
    result.push_back(all.segment(at, own.size()));
    at += own.size();
  }
  return result;
}

void claim_gradients(const Run& r, const std::vector<Vector<Number>>& in_theta, Claims& claims) {
  const std::vector<Vector<Number>> gradients = true_gradients(r);
  for (std::size_t k = 0; k < gradients.size(); ++k) claims.equal("∇_{θₖ}f", in_theta[k], gradients[k]);
}

void printed(const Run& r, Claims& claims) {
  const Adjoints adjoints = recursion(r);
  claim_gradients(r, adjoints.in_theta, claims);
  for (int k = 0; k < r.t; ++k) {
    const Vector<Number> by_tape = reverse_jacobian(r.architecture.whole(k), r.remaining(k)).transpose();
    const Vector<Number>& z = adjoints.z[std::size_t(k)];
    claims.equal("zₖ = ∇_{xₖ}f", z, by_tape.head(z.size()));
  }
}

/// As printed: from k = t − 1 down, where fₖ exists. What is never computed counts as 0.
void printed_range(const Run& r, Claims& claims) {
  std::vector<Vector<Number>> in_theta = recursion(r).in_theta;
  in_theta.back().fill(0);
  claim_gradients(r, in_theta, claims);
}

/// k = t first, the gradient of L ∘ f_t by the tape; then t − 1, …, 1, down to x₀.
void right_range(const Run& r, Claims& claims) {
  const std::vector<Vector<Number>> gradients = true_gradients(r);
  const Vector<Number> last = reverse_jacobian(r.architecture.whole(r.t - 1), r.remaining(r.t - 1)).transpose();
  claims.equal("k = t: ∇_{θ_{t−1}}(L ∘ f_t) = ∇_{θ_{t−1}}f", last.tail(gradients.back().size()), gradients.back());
  Vector<Number> z = last.head(r.x[std::size_t(r.t) - 1].size());
  for (std::size_t k = std::size_t(r.t) - 1; k >= 1; --k) {
    const Vector<Number> both = product((r.jacobian(int(k), r.x[k - 1])).transpose(), z);
    claims.equal("k < t: [∂_θfₖ]ᵀzₖ = ∇_{θₖ₋₁}f", both.tail(r.theta[k - 1].size()), gradients[k - 1]);
    z = both.head(r.x[k - 1].size());
  }
  const Vector<Number> whole = reverse_jacobian(r.architecture.whole(), r.remaining(0)).transpose();
  claims.equal("after k = 1, z₀ = ∇_{x₀}f", z, whole.head(z.size()));
}

void at_the_start(const Run& r, Claims& claims) {
  const auto stale = [&](std::size_t k) { return r.x[0].size() == r.x[k - 1].size() ? r.x[0] : r.x[k - 1]; };
  claim_gradients(r, recursion(r, stale).in_theta, claims);
}

void first_for_all(const Run& r, Claims& claims) {
  const std::vector<Vector<Number>> gradients = true_gradients(r);
  Vector<Number> along = gradients[0];
  for (std::size_t k = 1; k < gradients.size(); ++k) along += gradients[k];
  claims.equal("∇_{θ₀}f = derivative along a common θ", recursion(r).in_theta[0], along);
}

/// A recursion whose step k gives both parts from the Jacobian, zₖ and the sizes of xₖ₋₁ and θₖ₋₁.
template <class Step>
Form<ArchitectureInstance> wrong_recursion(const char* key, Step step) {
  return form<Run>(key, [step](const Run& r, Claims& claims) {
    const std::vector<Vector<Number>> gradients = true_gradients(r);
    Vector<Number> z = r.loss_slope;
    for (std::size_t k = std::size_t(r.t); k >= 1; --k) {
      const Matrix<Number> jacobian = r.jacobian(int(k), r.x[k - 1]);
      const Eigen::Index n = r.x[k - 1].size(), m = r.theta[k - 1].size();
      const Matrix<Number> in_x = jacobian.leftCols(n), in_theta = jacobian.rightCols(m);
      const auto [next, gradient] = step(in_x, in_theta, z);
      claims.equal("∇_{θₖ}f", gradient, gradients[k - 1]);
      z = next;
    }
  });
}

using Both = std::pair<Vector<Number>, Vector<Number>>;

struct EulerRun : Run {
  using Instance = EulerInstance;
  explicit EulerRun(const EulerInstance& e)
      : EulerRun(e, std::make_shared<const ArchitectureInstance>(e.architecture())) {}
  /// zₖ − zₖ₋₁ or ∇_{θₖ₋₁}f/τ, next to [∂u]ᵀzₖ.
  struct Line {
    Vector<Number> z_before, z, move, in_theta, by_u;
  };
  std::vector<Line> lines;

private:
  EulerRun(const EulerInstance& e, std::shared_ptr<const ArchitectureInstance> built) : Run(*built), kept(built) {
    const Adjoints adjoints = recursion(*this);
    const Number tau = exact(e.tau);
    for (std::size_t k = 1; k <= std::size_t(this->t); ++k) {
      const Vector<Number> both = this->inputs(int(k), this->x[k - 1]);
      Vector<Number> at(both.size() + 1);
      at << both, int(k) * tau;
      const Vector<Number> by_u = product(forward_jacobian(e.u, at).transpose(), adjoints.z[k]);
      const Eigen::Index n = this->x[0].size(), m = this->theta[k - 1].size();
      lines.push_back(
          {adjoints.z[k - 1], adjoints.z[k], tau * by_u.head(n), adjoints.in_theta[k - 1] / tau, by_u.segment(n, m)});
    }
  }
  std::shared_ptr<const ArchitectureInstance> kept;
};

void discrete_adjoint(const EulerRun& r, Claims& claims) {
  for (const auto& line : r.lines) claims.equal("zₖ₋₁ = zₖ + τ[∂ₓu]ᵀzₖ", line.z_before, line.z + line.move);
}
void normalised(const EulerRun& r, Claims& claims) {
  for (const auto& line : r.lines) claims.equal("∇_{θₖ₋₁}f/τ = [∂_θu]ᵀzₖ", line.in_theta, line.by_u);
}

Forms<ArchitectureInstance> planted() {
  return {
      wrong_recursion("sign: zₖ₋₁ = −[∂ₓfₖ]ᵀzₖ",
                      [](const auto& in_x, const auto& in_theta, const auto& z) {
                        return Both{-product(in_x.transpose(), z), product(in_theta.transpose(), z)};
                      }),
      wrong_recursion("missing factor: without zₖ",
                      [](const auto& in_x, const auto& in_theta, const auto& z) {
                        const Vector<Number> ones = Vector<Number>::Constant(z.size(), 1);
                        return Both{product(in_x.transpose(), z), product(in_theta.transpose(), ones)};
                      }),
      wrong_recursion("missing factor: ∂ₓfₖ squared entry by entry",
                      [](const auto& in_x, const auto& in_theta, const auto& z) {
                        return Both{product(in_x.cwiseProduct(in_x).transpose(), z), product(in_theta.transpose(), z)};
                      }),
      wrong_recursion("missing term: the first output only", [](const auto& in_x, const auto& in_theta, const auto& z) {
        return Both{product(in_x.transpose(), z), in_theta.row(0).transpose() * z[0]};
      })};
}

/// x₁ = θ₀x₀, L = x₁² at x₀ = θ₀ = 1: ∇_{θ₀}f = 2.
ArchitectureInstance one_layer() {
  return {{Graph(2, {{Operation::multiply, 0, 1}})}, Graph(1, {{Operation::squared, 0}}), at(1), {at(1)}};
}

/// f₁(x, θ) = (x², xθ), f₂(x, θ) = x₁x₂, L = x², at x = θ₀ = 1/4.
ArchitectureInstance two_layers() {
  const auto product = [](int a, int b) { return GraphNode{Operation::multiply, a, b}; };
  return {.layers = {Graph(2, {product(0, 0), product(0, 1)}, 2), Graph(3, {product(0, 1)}, 1)},
          .loss = Graph(1, {product(0, 0)}, 1),
          .x0 = at(0.25),
          .theta = {at(0.25), at(0)}};
}

}  // namespace

bool depends_on_parameters(const ArchitectureInstance& instance) {
  const Run r(instance);
  const Vector<double> gradient =
      approximate(Vector<Number>(reverse_jacobian(instance.whole(), r.remaining(0)).transpose()));
  return !gradient.tail(gradient.size() - r.x[0].size()).isZero(0);
}

Form<ArchitectureInstance> conclusion() { return form<Run>("(14.23), k = t, …, 1", printed); }
Form<ArchitectureInstance> stale_states() { return form<Run>("stale states", at_the_start); }
Form<ArchitectureInstance> shared_parameters() { return form<Run>("shared parameters", first_for_all); }

Lines<ArchitectureInstance> lines() {
  return {.errata = {{.words = {.key = "range of k",
                                .place = "(14.23)",
                                .printed = "and then recurse from k = t − 1 to 0, z_{k−1} = [∂_x f_k(x_{k−1}, "
                                           "θ_{k−1})]^⊤z_k and ∇_{θ_{k−1}}f = …",
                                .corrected = "… from k = t to 1: the form of every check of this statement",
                                .remark = "By (14.21) k = 1, …, t. From t − 1 on, z_{t−1} and ∇_{θ_{t−1}}f are never "
                                          "computed, and k = 0 asks for f₀, x₋₁ and θ₋₁, which do not exist.",
                                .by_hand = "t = 1: k runs from 0 to 0, so that ∇_{θ₀}f is not computed",
                                .weight = Weight::line,
                                .of_statement = true},
                      .printed = form<Run>(printed_range),
                      .counterexample = one_layer(),
                      .corrected = {form<Run>(right_range)}}},
          .planted = planted(),
          .separating = {two_layers()}};
}

Lines<EulerInstance> euler_lines() {
  return {.steps = {{"discrete adjoint", "zₖ₋₁ = zₖ + τ[∂ₓu(xₖ₋₁, θₖ₋₁, kτ)]ᵀzₖ for fₖ of (14.25)",
                     form<EulerRun>(discrete_adjoint)},
                    {"normalisation", "∇_{θₖ₋₁}f/τ = [∂_θu(xₖ₋₁, θₖ₋₁, kτ)]ᵀzₖ", form<EulerRun>(normalised)}}};
}

}  // namespace verigrad::feed_forward_adjoints
