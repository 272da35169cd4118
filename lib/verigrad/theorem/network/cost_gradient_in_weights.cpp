#include "verigrad/theorem/network/cost_gradient_in_weights.hpp"

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::cost_gradient_in_weights {

using namespace row_gradients;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.1.8",
       .stem = "cost_gradient_in_weights",
       .title = "Gradient in the weights",
       .source = "SGM, Lemma 5.1.8",
       .text = "0 ≤ r ≤ p: ∇_{W_r}(φ ∘ f) = S_r∘f^{r−1} × ∇_{b_r}(φ ∘ f) ∈ M_{a_r,a_{r+1}}(ℝ), a column times a row",
       .code = {"network/jacobian.hpp: jacobian::activation", "network/loss.hpp: loss_gradient"},
       .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}},
       .formal = {.theorems = {"conclusion", "conclusion_entries"},
                  .corrected = "for r = 0 with x in place of S₀ ∘ f⁻¹"}},
      lines());
  return result;
}

namespace {

std::vector<Matrix<Number>> products(const Run& r) {
  std::vector<Matrix<Number>> result;
  for (int k = 0; k <= r.p; ++k) result.push_back(in_weights(r, k));
  return result;
}

void printed(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> gradients = products(r);
  claim_each("(5.13) = dual numbers", gradients, by_dual_numbers(r).W, claims);
  claim_each("(5.13) = full Jacobians", gradients, by_full_jacobians(r).W, claims);
}

/// Z_r with entries −2 … 2, of W_r's shape.
Matrix<Number> direction(const Run& r, int k) {
  Matrix<Number> z(r.a(k + 1), r.a(k));
  for (Eigen::Index i = 0; i < z.rows(); ++i)
    for (Eigen::Index j = 0; j < z.cols(); ++j) z(i, j) = int((3 * i + 2 * j + k) % 5) - 2;
  return z;
}

/// A : B = Σ aᵢⱼ bᵢⱼ, for matrices of one shape.
Number contraction(const Matrix<Number>& a, const Matrix<Number>& b) {
  Number sum(0);
  for (Eigen::Index i = 0; i < a.rows(); ++i) sum += dot(a.row(i).transpose(), b.row(i).transpose());
  return sum;
}
/// b ⊗ s = b sᵗ.
Matrix<Number> tensor(const Matrix<Number>& row, const Vector<Number>& s) {
  return product(row.transpose(), s.transpose());
}

void along_z(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.p; ++k)
    claims.equal("μ′(0) = Z : ∇_Wᵗ", slope_along(r, k, direction(r, k)),
                 contraction(direction(r, k), in_weights(r, k).transpose()), k);
}

void same_function(const Run& r, Claims& claims) {
  const Number alpha(3);
  for (int k = 0; k <= r.p; ++k) {
    const Vector<Number>& s = r.S[std::size_t(k)];
    const Matrix<Number> z = direction(r, k);
    const Matrix<Number> moved = r.W[std::size_t(k)] + alpha * z;
    const Vector<Number> b = r.network.bias(r.theta, k + 1);
    const Vector<Number> moved_b = b + alpha * product(z, s);
    claims.equal("W(α)S + b = WS + b(α)", Vector<Number>(product(moved, s) + b),
                 Vector<Number>(product(r.W[std::size_t(k)], s) + moved_b));
  }
}

void along_b(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.p; ++k)
    claims.equal("μ′(0) = ⟨ZS, ∇_b⟩", slope_along(r, k, direction(r, k)),
                 dot(product(direction(r, k), r.S[std::size_t(k)]), in_bias(r, k).transpose()), k);
}

void by_tensor(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> gradient = by_dual_numbers(r).W;
  for (int k = 0; k <= r.p; ++k)
    claims.equal("Z : ∇_Wᵗ = Z : ∇_b ⊗ S", contraction(direction(r, k), gradient[std::size_t(k)].transpose()),
                 contraction(direction(r, k), tensor(in_bias(r, k), r.S[std::size_t(k)])), k);
}

void transposed(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> gradient = by_dual_numbers(r).W;
  for (int k = 0; k <= r.p; ++k)
    claim_equal("∇_Wᵗ = ∇_b ⊗ S", gradient[std::size_t(k)].transpose(), tensor(in_bias(r, k), r.S[std::size_t(k)]),
                claims);
}

void counted(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.p; ++k) {
    const Matrix<Counted> column = Matrix<Counted>::Constant(r.a(k), 1, Counted(2));
    const Matrix<Counted> row = Matrix<Counted>::Constant(1, r.a(k + 1), Counted(3));
    const long count = Counted::count([&] { product(column, row); }).multiplications;
    claims.equal("multiplications", int(count), r.a(k) * r.a(k + 1), k);
  }
}

/// (5.13) for r = 0 with this left factor.
template <class Factor>
Form<NetworkInstance> first_layer(Factor factor) {
  return form<Run>([factor](const Run& r, Claims& claims) {
    const Vector<Number> left = r.x.unaryExpr([&](const Number& entry) { return factor(entry); });
    claim_equal("∇_{W_0} = left factor × ∇_{b_0}", by_dual_numbers(r).W.front(), product(left, in_bias(r, 0)), claims);
  });
}

/// Z_r of `count(r, k)` lines is added to W_r.
template <class Count>
Form<NetworkInstance> lines_of_z(Count count) {
  return form<Run>([count](const Run& r, Claims& claims) {
    for (int k = 0; k <= r.p; ++k) claims.equal("lines of Z_r", count(r, k), int(r.W[std::size_t(k)].rows()), k);
  });
}

template <class Gradients>
Form<NetworkInstance> wrong(const char* key, Gradients gradients) {
  return form<Run>(key, [gradients](const Run& r, Claims& claims) {
    std::vector<Matrix<Number>> matrices;
    for (int k = 0; k <= r.p; ++k) matrices.push_back(gradients(r, k));
    claim_each("planted = full Jacobians", matrices, by_full_jacobians(r).W, claims);
  });
}

std::vector<Step<NetworkInstance>> steps() {
  return {{"along Z", "μ′(0) = Z_r : ∇_{W_r}(φ ∘ f)ᵗ, where μ(α) is φ ∘ f with W_r + αZ_r", form<Run>(along_z)},
          {"same function", "W_r(α)S_r + b_r = W_r S_r + b_r(α), b_r(α) = b_r + αZ_r S_r", form<Run>(same_function)},
          {"along b", "μ′(0) = ⟨Z_r S_r, ∇_{b_r}(φ ∘ f)⟩", form<Run>(along_b)},
          {"tensor", "Z_r : ∇_{W_r}(φ ∘ f)ᵗ = Z_r : ∇_{b_r}(φ ∘ f) ⊗ S_r", form<Run>(by_tensor)},
          {"transposed", "∇_{W_r}(φ ∘ f)ᵗ = ∇_{b_r}(φ ∘ f) ⊗ S_r", form<Run>(transposed)}};
}

/// f = W₀x with W₀ ∈ M_{n,1} of ones, x = −1, y = 0.
NetworkInstance one_layer(int n) {
  Vector<double> theta = Vector<double>::Zero(2 * n);
  theta.head(n).setOnes();
  return one_sample(DenseNetwork::classifier({1, n}), theta, at(-1));
}

FalseLine<NetworkInstance> first_left_factor() {
  return {.words = {.key = "r = 0",
                    .place = "Lemma 5.1.8, (5.13) for r = 0",
                    .printed = "Let 0 ≤ r ≤ p. … ∇_{W^r}(φ ∘ f) = S_r ∘ f^{r−1} × ∇_{b_r}(φ ∘ f)",
                    .corrected = "∇_{W_0}(φ ∘ f) = x × ∇_{b_0}(φ ∘ f)",
                    .remark = "fʳ is defined for 0 ≤ r ≤ p only. f^{−1} = x would be the natural reading, but no "
                              "activation stands before f₀.",
                    .by_hand = "f = W₀x with W₀ = 1, x = −1, S = ReLU and φ = z²/2: the gradient in W₀ is x·W₀x = 1, "
                               "and ReLU(−1) × (−1) = 0",
                    .weight = Weight::statement,
                    .survives = "(5.13) for 1 ≤ r ≤ p; for r = 0 with x in place of S₀ ∘ f^{−1}",
                    .of_statement = true},
          .printed = first_layer([](const Number& x) { return activate<Number>(Activation::relu, x); }),
          .counterexample = one_layer(1),
          .corrected = {first_layer([](const Number& x) { return x; })}};
}

FalseLine<NetworkInstance> shape_of_z() {
  return {.words = {.key = "shape of Z_r",
                    .place = "Lemma 5.1.8, proof (three times)",
                    .printed = "W_r(α) = W_r + αZ_r where Z_r ∈ M_{a_r,a_{r+1}}(ℝ)",
                    .corrected = "Z_r ∈ M_{a_{r+1},a_r}(ℝ)",
                    .remark = "W_r ∈ M_{a_{r+1},a_r}(ℝ) by the lemma: with the printed shape neither W_r + αZ_r nor "
                              "Z_r S_r is defined unless a_r = a_{r+1}. Printed three times.",
                    .weight = Weight::notation},
          .printed = lines_of_z([](const Run& r, int k) { return r.a(k); }),
          .counterexample = one_layer(2),
          .corrected = {lines_of_z([](const Run& r, int k) { return r.a(k + 1); })}};
}

Forms<NetworkInstance> planted() {
  return {
      wrong("sign", [](const Run& r, int k) { return Matrix<Number>(-in_weights(r, k)); }),
      wrong("fʳ⁻¹ for S_r∘fʳ⁻¹",
            [](const Run& r, int k) { return fitting_product(k == 0 ? r.x : r.f[std::size_t(k) - 1], in_bias(r, k)); }),
      wrong("the column above",
            [](const Run& r, int k) { return fitting_product(r.S[std::size_t(std::min(k + 1, r.p))], in_bias(r, k)); }),
      wrong("the bias above",
            [](const Run& r, int k) { return fitting_product(r.S[std::size_t(k)], in_bias(r, std::min(k + 1, r.p))); }),
      wrong("not transposed", [](const Run& r, int k) { return Matrix<Number>(in_weights(r, k).transpose()); }),
      wrong("row times column",
            [](const Run& r, int k) { return fitting_product(in_bias(r, k), r.S[std::size_t(k)]); })};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.steps = steps(),
          .errata = {first_left_factor(), shape_of_z()},
          .planted = planted(),
          .separating = row_gradients::separating()};
}

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() {
  return form<Run>("central difference", [](const Run& r, Claims& claims) {
    claim_equal("(5.13) = central difference", in_weights(r, 0), by_central_differences(r, frac(1, 4)).W.front(),
                claims);
  });
}
Form<NetworkInstance> cost() { return form<Run>("minimal cost", counted); }

}  // namespace verigrad::cost_gradient_in_weights
