#include "verigrad/theorem/network/row_gradient_chain_rule.hpp"

#include <fmt/format.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::row_gradient_chain_rule {

using row_gradients::times;

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.9",
      .stem = "row_gradient_chain_rule",
      .title = "Chain rule with row gradients",
      .source = "SGM, (5.9), with Notation 5.1.4 and Remark 5.1.5",
      .text = "w = v ∘ u: ∇w = ∇v ∘ u × ∇u, with ∇v ∘ u ∈ M_{c,b}(ℝ), ∇u ∈ M_{b,a}(ℝ), ∇w ∈ M_{c,a}(ℝ)",
      .hypotheses = {{"smooth", "u ∈ C¹(ℝᵃ : ℝᵇ), v ∈ C¹(ℝᵇ : ℝᶜ)"}},
      .steps = {{"matrix argument", "ψ ∈ C¹(M_{a,b}(ℝ) : ℝ): ∇ψ ∈ M_{b,a}(ℝ), with ∂_{(ij)}ψ in line j and column i"},
                {"b = 1", "both notations coincide: the gradient is in M_{1,a}(ℝ)"}},
      .errata = {}};
  return result;
}

std::string MatrixFunction::describe() const {
  return fmt::format("ψ: M({}, {}) → ℝ, {}; X = {}, Z = {} (by columns)", a, b, psi.describe(), in_words(X),
                     in_words(Z));
}

namespace {

template <class T>
struct Run {
  using Instance = row_gradient_chain_rule::Instance;
  explicit Run(const Instance& i)
      : u(i.f[0]),
        v(i.f[1]),
        x(exact<T>(i.a)),
        u_x(u.outputs_at(x)),
        du(forward_jacobian(u, x)),
        dv(forward_jacobian(v, u_x)),
        dw(reverse_jacobian(u.then(v), x)) {}
  const Graph &u, &v;
  Vector<T> x, u_x;
  Matrix<T> du, dv, dw;
};

template <class T>
void claim_shape(std::string_view name, const Matrix<T>& a, int lines, int columns, Claims<T>& claims) {
  claims.equal(name, T(int(a.rows())), T(lines));
  claims.equal(name, T(int(a.cols())), T(columns));
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claim_shape("∇v ∘ u ∈ M_{c,b}", r.dv, r.v.outputs(), r.v.inputs(), claims);
  claim_shape("∇u ∈ M_{b,a}", r.du, r.u.outputs(), r.u.inputs(), claims);
  claim_equal<T>("∇w = ∇v ∘ u × ∇u", r.dw, times<T>(r.dv, r.du), claims);
};

constexpr auto polynomial = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Graph w = r.u.then(r.v);
  const Matrix<T> product = times<T>(r.dv, r.du);
  for (int i = 0; i < r.u.inputs(); ++i)
    claims.equal("∂_i w_c", product(product.rows() - 1, i), interpolated_derivative(w, r.x, i), i);
};

template <class Product>
Form<Instance> wrong(const char* key, Product product) {
  return form<Run>(key, [product]<class T>(const Run<T>& r, Claims<T>& claims) {
    claim_equal<T>("planted = ∇w", Matrix<T>(product(r)), r.dw, claims);
  });
}

template <class T>
struct MatrixRun {
  using Instance = MatrixFunction;
  explicit MatrixRun(const MatrixFunction& i)
      : psi(i.psi), a(i.a), b(i.b), X(exact<T>(i.X)), Z(exact<T>(Matrix<double>(i.Z.reshaped(i.a, i.b)))) {}

  /// ∂_{(ij)}ψ in line j, column i.
  Matrix<T> gradient() const { return reverse_jacobian(psi, X).reshaped(a, b).transpose(); }
  /// dψ(Z): the derivative along one dual direction.
  T along_z() const {
    Vector<Dual<T>> at(X.size());
    for (Eigen::Index i = 0; i < at.size(); ++i) at[i] = Dual<T>(X[i], Vector<T>::Constant(1, Z.data()[i]));
    return psi.outputs_at(at)[0].tangent();
  }

  const Graph& psi;
  int a, b;
  Vector<T> X;
  Matrix<T> Z;
};

/// Σᵢ aᵢᵢ over as many entries as lines and columns have in common.
template <class T>
T trace(const Matrix<T>& a) {
  T sum(0);
  for (Eigen::Index i = 0; i < std::min(a.rows(), a.cols()); ++i) sum += a(i, i);
  return sum;
}

constexpr auto matrix_argument = []<class T>(const MatrixRun<T>& r, Claims<T>& claims) {
  const Matrix<T> gradient = r.gradient();
  claim_shape("∇ψ ∈ M_{b,a}", gradient, r.b, r.a, claims);
  claims.equal("dψ(Z) = trace(∇ψ × Z)", r.along_z(), trace<T>(times<T>(gradient, r.Z)));
};

constexpr auto one_column = []<class T>(const MatrixRun<T>& r, Claims<T>& claims) {
  claim_shape("∇ψ ∈ M_{1,a}", r.gradient(), 1, r.a, claims);
  claim_equal<T>("both notations", r.gradient(), forward_jacobian(r.psi, r.X), claims);
};

template <class Gradient>
Form<MatrixFunction> wrong_on_matrices(const char* key, Gradient gradient) {
  return form<MatrixRun>(key, [gradient]<class T>(const MatrixRun<T>& r, Claims<T>& claims) {
    const Matrix<T> planted = gradient(r);
    claim_shape("planted ∈ M_{b,a}", planted, r.b, r.a, claims);
    claims.equal("dψ(Z) = trace(planted × Z)", r.along_z(), trace<T>(times<T>(planted, r.Z)));
  });
}

}  // namespace

Form<Instance> conclusion() { return form<Run>("as printed", printed); }
Form<Instance> of_polynomials() { return form<Run>("polynomials", polynomial); }
Forms<MatrixFunction> notation() {
  return {form<MatrixRun>("matrix argument", matrix_argument),
          form<MatrixRun>("b = 1", one_column).where([](const MatrixFunction& i) { return i.b == 1; })};
}
Forms<Instance> planted() {
  return {wrong("order: ∇u × ∇v", []<class T>(const Run<T>& r) { return times<T>(r.du, r.dv); }),
          wrong("point: ∇v at x", []<class T>(const Run<T>& r) { return times<T>(forward_jacobian(r.v, r.x), r.du); }),
          wrong("columns: (∇v)ᵗ × ∇u", []<class T>(const Run<T>& r) { return times<T>(r.dv.transpose(), r.du); }),
          wrong("column for row: (∇v × ∇u)ᵗ",
                []<class T>(const Run<T>& r) { return Matrix<T>(times<T>(r.dv, r.du).transpose()); }),
          wrong("without ∇v", []<class T>(const Run<T>& r) { return r.du; })};
}
Forms<MatrixFunction> planted_on_matrices() {
  return {wrong_on_matrices("a lines and b columns",
                            []<class T>(const MatrixRun<T>& r) { return Matrix<T>(r.gradient().transpose()); }),
          wrong_on_matrices("entries by columns", []<class T>(const MatrixRun<T>& r) {
            return Matrix<T>(reverse_jacobian(r.psi, r.X).reshaped(r.b, r.a));
          })};
}

}  // namespace verigrad::row_gradient_chain_rule
