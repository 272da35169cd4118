// Multilayer perceptrons: the adjoints of a layer, and the gradient of the library's network.
#include <fmt/format.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::feed_forward_adjoints {

std::string Perceptron::describe() const {
  std::string words = fmt::format("ρ: {}, x₀ = {}", name(rho), in_words(x0));
  for (std::size_t k = 0; k < theta.size(); ++k) words += fmt::format(", θ{} = {}", k, in_words(theta[k]));
  return words + ", c = " + in_words(c);
}

namespace {

/// ρ(θx) of one layer with its pieces at a forward pass of the perceptron.
struct PerceptronRun {
  using Instance = Perceptron;
  explicit PerceptronRun(const Perceptron& p) : rho(p.rho), t(p.theta.size()), c(exact(p.c)) {
    x.push_back(exact(p.x0));
    for (const Matrix<double>& own : p.theta) {
      theta.push_back(exact(own));
      const Vector<Number> inner = product(theta.back(), x.back());
      slopes.push_back(inner.unaryExpr([&](const Number& entry) { return slope<Number>(rho, entry); }));
      x.push_back(inner.unaryExpr([&](const Number& entry) { return activate<Number>(rho, entry); }));
    }
    z.resize(t + 1);
    z[t] = x[t] - c;
    for (std::size_t k = t; k >= 1; --k) z[k - 1] = product(theta[k - 1].transpose(), wz(k));
  }
  /// wₖzₖ.
  Vector<Number> wz(std::size_t k) const { return slopes[k - 1].cwiseProduct(z[k]); }
  /// ∂ₓfₖ and ∂_θfₖ, θ by columns, by dual numbers.
  Matrix<Number> jacobian_in_x(std::size_t k) const {
    return forward_jacobian([&](const Vector<Dual<Number>>& at) { return layer<Dual<Number>>(lift(theta[k - 1]), at); },
                            x[k - 1]);
  }
  Matrix<Number> jacobian_in_theta(std::size_t k) const {
    const Matrix<Number>& own = theta[k - 1];
    const auto f = [&](const Vector<Dual<Number>>& at) {
      return layer<Dual<Number>>(Matrix<Dual<Number>>(at.reshaped(own.rows(), own.cols())),
                                 x[k - 1].unaryExpr([](const Number& entry) { return Dual<Number>(entry); }));
    };
    return forward_jacobian(f, Vector<Number>(own.reshaped()));
  }
  static Matrix<Dual<Number>> lift(const Matrix<Number>& a) {
    return a.unaryExpr([](const Number& entry) { return Dual<Number>(entry); });
  }
  template <class V>
  Vector<V> layer(const Matrix<V>& own, const Vector<V>& at) const {
    const Vector<V> inner = product(own, at);
    return inner.unaryExpr([&](const V& entry) { return activate<V>(rho, entry); });
  }

  Activation rho;
  std::size_t t;
  Vector<Number> c;
  std::vector<Vector<Number>> x, z, slopes;
  std::vector<Matrix<Number>> theta;
};

void in_x(const PerceptronRun& r, Claims& claims) {
  for (std::size_t k = 1; k <= r.t; ++k)
    claims.equal("[∂ₓfₖ]ᵀzₖ = θₖ₋₁ᵀwₖzₖ", product(r.jacobian_in_x(k).transpose(), r.z[k]),
                 product(r.theta[k - 1].transpose(), r.wz(k)));
}

/// [∂_θfₖ]ᵀzₖ = formula(run, k) for every layer, shapes included.
template <class Formula>
void claim_in_theta(const PerceptronRun& r, const Formula& formula, Claims& claims) {
  for (std::size_t k = 1; k <= r.t; ++k) {
    const Vector<Number> adjoint = product(r.jacobian_in_theta(k).transpose(), r.z[k]);
    const Matrix<Number> planted = formula(r, k);
    claims.equal("[∂_θfₖ]ᵀzₖ", adjoint, planted.reshaped());
  }
}
constexpr auto outer_product = [](const PerceptronRun& r, std::size_t k) {
  return Matrix<Number>(product(r.wz(k), r.x[k - 1].transpose()));
};

/// wₖxₖ₋₁ᵀ: entries where the product is defined.
void printed_in_theta(const PerceptronRun& r, Claims& claims) {
  for (std::size_t k = 1; k <= r.t; ++k) {
    claims.equal("columns of wₖ = rows of xₖ₋₁ᵀ", int(r.x[k].size()), 1, int(k));
    if (r.x[k].size() != 1) return;
    const Matrix<Number> printed = r.slopes[k - 1][0] * r.x[k - 1].transpose();
    claims.equal("[∂_θfₖ]ᵀzₖ = wₖxₖ₋₁ᵀ", product(r.jacobian_in_theta(k).transpose(), r.z[k]), printed.reshaped());
  }
}
void right_in_theta(const PerceptronRun& r, Claims& claims) { claim_in_theta(r, outer_product, claims); }

DenseNetwork network_of(std::vector<int> widths, Activation rho) {
  const std::size_t layers = widths.size() - 1;
  return {std::move(widths), std::vector<Activation>(layers, rho)};
}

void network_gradient(const PerceptronRun& r, Claims& claims) {
  std::vector<int> widths;
  for (const Vector<Number>& state : r.x) widths.push_back(int(state.size()));
  const DenseNetwork network = network_of(widths, r.rho);
  Vector<Number> parameters = Vector<Number>::Constant(network.parameter_count(), 0), gradient;
  for (int k = 1; k <= int(r.t); ++k) network.weights(parameters, k) = r.theta[std::size_t(k) - 1];
  const Batch<Number> batch{r.x[0].transpose(), {}, r.c.transpose()};
  Backpropagation<Number>(network, Loss::squared_error).objective_and_gradient(parameters, batch, gradient);
  for (int k = 1; k <= int(r.t); ++k)
    claims.equal("the library's gradient in Wₖ = ∇_{θₖ₋₁}f",
                 Matrix<Number>(network.weights(std::as_const(gradient), k)).reshaped(),
                 outer_product(r, std::size_t(k)).reshaped());
}

void one_step(const PerceptronRun& r, Claims& claims) {
  const Matrix<Number> moved = r.theta[0] + Matrix<Number>::Constant(r.theta[0].rows(), r.theta[0].cols(), 1);
  const Vector<Number> by_jacobian = product(r.jacobian_in_theta(1), Vector<Number>::Constant(r.theta[0].size(), 1));
  claims.equal("ρ((θ + 1)x) = ρ(θx) + [∂_θf]1", r.template layer<Number>(moved, r.x[0]), r.x[1] + by_jacobian);
}

template <class Formula>
Form<Perceptron> wrong_in_theta(const char* key, Formula formula) {
  return form<PerceptronRun>(key,
                             [formula](const PerceptronRun& r, Claims& claims) { claim_in_theta(r, formula, claims); });
}

Forms<Perceptron> planted_in_theta() {
  return {
      wrong_in_theta("missing factor: zₖxₖ₋₁ᵀ without wₖ",
                     [](const PerceptronRun& r, std::size_t k) {
                       return Matrix<Number>(product(r.z[k], r.x[k - 1].transpose()));
                     }),
      wrong_in_theta("transposed: xₖ₋₁(wₖzₖ)ᵀ",
                     [](const PerceptronRun& r, std::size_t k) {
                       return Matrix<Number>(product(r.x[k - 1], r.wz(k).transpose()));
                     }),
      wrong_in_theta("missing index: every row the sum of all", [](const PerceptronRun& r, std::size_t k) {
        return Matrix<Number>(product(Vector<Number>::Constant(r.x[k].size(), r.wz(k).sum()), r.x[k - 1].transpose()));
      })};
}

/// x₁ = θ₀x₀ with x₀ = θ₀ = 1, c = −1: z₁ = 2, and [∂_θf₁]ᵀz₁ = 2, where w₁x₀ᵀ = 1.
Perceptron one_neuron() { return {Activation::identity, at(1), {Matrix<double>::Ones(1, 1)}, at(-1)}; }

/// ρ(u) = u², θ = [0 1/2; 0 0].
Perceptron one_weight() {
  return {Activation::square, vector({0, 0.25}), {Matrix<double>{{0, 0.5}, {0, 0}}}, vector({0, 0})};
}

}  // namespace

Form<Perceptron> shipped_gradient() { return form<PerceptronRun>("the library's network", network_gradient).of_code(); }
Form<Perceptron> linear_in_theta() { return form<PerceptronRun>("linear in θ", one_step); }

Lines<Perceptron> perceptron_lines() {
  return {.steps = {{"[∂ₓfₖ]ᵀ", "[∂ₓfₖ]ᵀ(zₖ) = θₖ₋₁ᵀwₖzₖ, wₖ = diag(ρ′(θₖ₋₁xₖ₋₁))", form<PerceptronRun>(in_x)}},
          .errata =
              {{.words =
                    {.key = "[∂_θfₖ]ᵀ",
                     .place = "after (14.24)",
                     .printed = "[∂_θfₖ(xₖ₋₁, θₖ₋₁)]ᵀ(zₖ) = wₖxₖ₋₁ᵀ, where wₖ = diag(ρ′(θₖ₋₁xₖ₋₁))",
                     .corrected = "[∂_θfₖ(xₖ₋₁, θₖ₋₁)]ᵀ(zₖ) = wₖzₖxₖ₋₁ᵀ",
                     .remark =
                         "Linear in zₖ on the left, without zₖ on the right; nₖ × nₖ times 1 × nₖ₋₁ is undefined "
                         "unless nₖ = 1. With wₖ = diag(…)zₖ, the other way to mend it, the line above would be false.",
                     .by_hand = "one neuron, ρ the identity, x₀ = 1, z₁ = 2: the gradient in θ₀ is 2, as printed 1",
                     .weight = Weight::line,
                     .of_statement = true},
                .printed = form<PerceptronRun>(printed_in_theta),
                .counterexample = one_neuron(),
                .corrected = {form<PerceptronRun>(right_in_theta)}}},
          .planted = planted_in_theta(),
          .separating = {one_weight()}};
}

}  // namespace verigrad::feed_forward_adjoints
