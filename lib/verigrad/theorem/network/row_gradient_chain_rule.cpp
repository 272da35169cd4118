#include "verigrad/theorem/network/row_gradient_chain_rule.hpp"

#include <fmt/format.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::row_gradient_chain_rule {

using row_gradients::fitting_product;

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.9",
                  .stem = "row_gradient_chain_rule",
                  .title = "Chain rule with row gradients",
                  .source = "SGM, (5.9), with Notation 5.1.4 and Remark 5.1.5",
                  .text = "w = v ∘ u: ∇w = ∇v ∘ u × ∇u, with ∇v ∘ u ∈ M_{c,b}(ℝ), ∇u ∈ M_{b,a}(ℝ), ∇w ∈ M_{c,a}(ℝ)",
                  .code = {"autodiff/derivative.hpp: forward_jacobian", "autodiff/derivative.hpp: reverse_jacobian"},
                  .hypotheses = {{"smooth", "u ∈ C¹(ℝᵃ : ℝᵇ), v ∈ C¹(ℝᵇ : ℝᶜ)"}},
                  .formal = {.theorems = {"conclusion"}}},
                 matrix_lines());
  return result;
}

std::string MatrixInstance::describe() const {
  return fmt::format("ψ: M({}, {}) → ℝ, {}; X = {}, Z = {} (by columns)", a, b, psi.describe(), in_words(X),
                     in_words(Z));
}

namespace {

struct Run {
  using Instance = row_gradient_chain_rule::Instance;
  explicit Run(const Instance& i)
      : u(i.f[0]),
        v(i.f[1]),
        x(exact(i.a)),
        u_x(u.outputs_at(x)),
        du(forward_jacobian(u, x)),
        dv(forward_jacobian(v, u_x)),
        dw(reverse_jacobian(u.then(v), x)) {}
  const Graph &u, &v;
  Vector<Number> x, u_x;
  Matrix<Number> du, dv, dw;
};

void claim_shape(std::string_view name, const Matrix<Number>& a, int rows, int columns, Claims& claims) {
  claims.equal(name, int(a.rows()), rows);
  claims.equal(name, int(a.cols()), columns);
}

void printed(const Run& r, Claims& claims) {
  claim_shape("∇v ∘ u ∈ M_{c,b}", r.dv, r.v.outputs(), r.v.inputs(), claims);
  claim_shape("∇u ∈ M_{b,a}", r.du, r.u.outputs(), r.u.inputs(), claims);
  claim_equal("∇w = ∇v ∘ u × ∇u", r.dw, product(r.dv, r.du), claims);
}

void polynomial(const Run& r, Claims& claims) {
  const Graph w = r.u.then(r.v);
  const Matrix<Number> dw = product(r.dv, r.du);
  for (int i = 0; i < r.u.inputs(); ++i)
    claims.equal("∂_i w_c", dw(dw.rows() - 1, i), interpolated_derivative(w, r.x, i), i);
}

template <class Product>
Form<Instance> wrong(const char* key, Product product) {
  return form<Run>(key, [product](const Run& r, Claims& claims) {
    claim_equal("planted = ∇w", Matrix<Number>(product(r)), r.dw, claims);
  });
}

struct MatrixRun {
  using Instance = MatrixInstance;
  explicit MatrixRun(const MatrixInstance& i)
      : psi(i.psi), a(i.a), b(i.b), X(exact(i.X)), Z(exact(Matrix<double>(i.Z.reshaped(i.a, i.b)))) {}

  /// ∂_{(ij)}ψ in line j, column i.
  Matrix<Number> gradient() const { return reverse_jacobian(psi, X).reshaped(a, b).transpose(); }
  /// dψ(Z): the derivative along one dual direction.
  Number along_z() const {
    Vector<Dual<Number>> at(X.size());
    for (Eigen::Index i = 0; i < at.size(); ++i) at[i] = Dual<Number>(X[i], Vector<Number>::Constant(1, Z.data()[i]));
    return psi.outputs_at(at)[0].tangent();
  }

  const Graph& psi;
  int a, b;
  Vector<Number> X;
  Matrix<Number> Z;
};

/// Σᵢ aᵢᵢ over as many entries as lines and columns have in common.
Number trace(const Matrix<Number>& a) {
  Number sum(0);
  for (Eigen::Index i = 0; i < std::min(a.rows(), a.cols()); ++i) sum += a(i, i);
  return sum;
}

void matrix_argument(const MatrixRun& r, Claims& claims) {
  const Matrix<Number> gradient = r.gradient();
  claim_shape("∇ψ ∈ M_{b,a}", gradient, r.b, r.a, claims);
  claims.equal("dψ(Z) = trace(∇ψ × Z)", r.along_z(), trace(product(gradient, r.Z)));
}

void one_column(const MatrixRun& r, Claims& claims) {
  claim_shape("∇ψ ∈ M_{1,a}", r.gradient(), 1, r.a, claims);
  claim_equal("both notations", r.gradient(), forward_jacobian(r.psi, r.X), claims);
}

template <class Gradient>
Form<MatrixInstance> wrong_on_matrices(const char* key, Gradient gradient) {
  return form<MatrixRun>(key, [gradient](const MatrixRun& r, Claims& claims) {
    const Matrix<Number> planted = gradient(r);
    claim_shape("planted ∈ M_{b,a}", planted, r.b, r.a, claims);
    claims.equal("dψ(Z) = trace(planted × Z)", r.along_z(), trace(fitting_product(planted, r.Z)));
  });
}

std::vector<Step<MatrixInstance>> steps() {
  return {{"matrix argument", "ψ ∈ C¹(M_{a,b}(ℝ) : ℝ): ∇ψ ∈ M_{b,a}(ℝ), with ∂_{(ij)}ψ in line j and column i",
           form<MatrixRun>(matrix_argument).of_code()},
          {"b = 1", "both notations coincide: the gradient is in M_{1,a}(ℝ)",
           form<MatrixRun>(one_column).where([](const MatrixInstance& i) { return i.b == 1; })}};
}

Forms<Instance> planted() {
  return {wrong("order: ∇u × ∇v", [](const Run& r) { return fitting_product(r.du, r.dv); }),
          wrong("point: ∇v at x", [](const Run& r) { return fitting_product(forward_jacobian(r.v, r.x), r.du); }),
          wrong("columns: (∇v)ᵗ × ∇u", [](const Run& r) { return fitting_product(r.dv.transpose(), r.du); }),
          wrong("column for row: (∇v × ∇u)ᵗ",
                [](const Run& r) { return Matrix<Number>(fitting_product(r.dv, r.du).transpose()); }),
          wrong("without ∇v", [](const Run& r) { return r.du; })};
}

Forms<MatrixInstance> planted_on_matrices() {
  return {wrong_on_matrices("a lines and b columns",
                            [](const MatrixRun& r) { return Matrix<Number>(r.gradient().transpose()); }),
          wrong_on_matrices("entries by columns", [](const MatrixRun& r) {
            return Matrix<Number>(reverse_jacobian(r.psi, r.X).reshaped(r.b, r.a));
          })};
}

/// (x₁², x₂²) then (x₂², x₁²) at (0, 2).
Instance squares() {
  const GraphNode first{Operation::multiply, 0, 0}, second{Operation::multiply, 1, 1};
  return {{Graph(2, {first, second}, 2), Graph(2, {second, first}, 2)}, vector({0, 2}), vector({0, 0})};
}

/// ψ(X) = X₂₁X₂₃, X by columns.
MatrixInstance one_product() {
  return {Graph(6, {{Operation::multiply, 5, 1}}), 2, 3, vector({0, 0, 0, 0, 0, 0.0625}),
          vector({0, 0, 0.0625, 0, 0, 0})};
}

}  // namespace

Lines<Instance> lines() { return {.planted = planted(), .separating = {squares()}}; }

Lines<MatrixInstance> matrix_lines() {
  return {.steps = steps(), .planted = planted_on_matrices(), .separating = {one_product()}};
}

Form<Instance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<Instance> of_polynomials() { return form<Run>("polynomials", polynomial).of_code(); }

}  // namespace verigrad::row_gradient_chain_rule
