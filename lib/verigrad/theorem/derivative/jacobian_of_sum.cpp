#include "verigrad/theorem/derivative/jacobian_of_sum.hpp"

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::jacobian_of_sum {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/1.2",
                  .stem = "jacobian_of_sum",
                  .title = "Jacobian of a sum",
                  .source = "MathDNN, Proposition 1.2",
                  .text = "g + f ∈ D(E, F) and J_{g+f}: E̊ → F, a ↦ J_g(a) + J_f(a)",
                  .code = {"autodiff/derivative.hpp: reverse_jacobian", "autodiff/derivative.hpp: forward_jacobian"},
                  .hypotheses = {{"differentiable", "f, g ∈ D(E, F)"}},
                  .formal = {.theorems = {"conclusion", "conclusion_differentials"},
                             .corrected = "g + f with values in ℝᵐ, and its Jacobian in ℳ(m, n), for the printed F"}},
                 lines(), range_lines());
  return result;
}

std::string Instance::describe() const {
  return fmt::format("f: {}; g: {}; a = {}, h = {}", f.describe(), g.describe(), in_words(a), in_words(h));
}
std::string InOneVariable::describe() const {
  return fmt::format("f(a) = {}, g(a) = {}, f′(a) = {}, g′(a) = {}, F between {} and {}", f, g, f_slope, g_slope,
                     F_lower, F_upper);
}

namespace {

struct Run {
  using Instance = jacobian_of_sum::Instance;
  explicit Run(const Instance& i)
      : f(i.f),
        g(i.g),
        sum(i.g.plus(i.f)),
        a(exact(i.a)),
        h(exact(i.h)),
        jf(forward_jacobian(f, a)),
        jg(forward_jacobian(g, a)),
        js(reverse_jacobian(sum, a)) {}
  const Graph &f, &g;
  Graph sum;
  Vector<Number> a, h;
  Matrix<Number> jf, jg, js;

  Vector<Number> change(const Graph& function) const {
    return function.outputs_at(Vector<Number>(a + h)) - function.outputs_at(a);
  }
};

/// J of g + f = wrong(run) or right(run), an m × n matrix.
template <class Jacobian>
Form<Instance> jacobian_is(const char* key, Jacobian jacobian) {
  return form<Run>(key, [jacobian](const Run& r, Claims& claims) {
    const Matrix<Number> expected = jacobian(r);
    for (Eigen::Index i = 0; i < r.js.rows(); ++i)
      claims.equal("row of J_{g+f}", r.js.row(i).transpose(), expected.row(i).transpose());
  });
}

constexpr auto sum_of_jacobians = [](const Run& r) { return Matrix<Number>(r.jg + r.jf); };

void polynomial(const Run& r, Claims& claims) {
  const Eigen::Index last = r.js.rows() - 1;
  for (int i = 0; i < int(r.a.size()); ++i) {
    const Number exact_sum = interpolated_derivative(r.g, r.a, i) + interpolated_derivative(r.f, r.a, i);
    claims.equal("∂(g+f)/∂xᵢ of the last output", r.js(last, i), exact_sum, i);
  }
}

void expansion(const Run& r, Claims& claims) {
  const Vector<Number> rest_f = r.change(r.f) - product(r.jf, r.h), rest_g = r.change(r.g) - product(r.jg, r.h);
  claims.equal("(g+f)(a+h) − (g+f)(a)", r.change(r.sum), product(r.js, r.h) + rest_g + rest_f);
}

void differential(const Run& r, Claims& claims) {
  claims.equal("∂(g+f)/∂h", product(r.js, r.h), product(r.jg, r.h) + product(r.jf, r.h));
}

/// A value in ℝᵐ, whatever F is.
void values(const Run& r, Claims& claims) {
  const Vector<Number> there = r.a + r.h;
  claims.equal("(g + f)(a + h) − f(a + h) = g(a + h)", r.sum.outputs_at(there) - r.f.outputs_at(there),
               r.g.outputs_at(there));
}

/// An m × n matrix, its columns by forward mode and its rows by reverse mode.
void partial_derivatives(const Run& r, Claims& claims) {
  const Matrix<Number> columns = forward_jacobian(r.sum, r.a);
  claims.equal("rows of J = entries of (g + f)(a)", int(columns.rows()), int(r.sum.outputs_at(r.a).size()));
  claims.equal("columns of J = entries of a", int(r.js.cols()), int(r.a.size()));
  for (Eigen::Index j = 0; j < columns.cols(); ++j)
    claims.equal("column j of J = ∂(g + f)/∂eⱼ", r.js.col(j), columns.col(j));
}

struct InOneVariableRun {
  using Instance = InOneVariable;
  explicit InOneVariableRun(const Instance& i)
      : sum(exact(i.g) + exact(i.f)),
        slope(exact(i.g_slope) + exact(i.f_slope)),
        lower(exact(i.F_lower)),
        upper(exact(i.F_upper)) {}
  Number sum, slope, lower, upper;
};

void sum_in_f(const InOneVariableRun& r, Claims& claims) {
  claims.at_most("inf F ≤ (g+f)(a)", r.lower, r.sum);
  claims.at_most("(g+f)(a) ≤ sup F", r.sum, r.upper);
}
void slope_in_f(const InOneVariableRun& r, Claims& claims) {
  claims.less("inf F < J(a)", r.lower, r.slope);
  claims.less("J(a) < sup F", r.slope, r.upper);
}

Forms<Instance> planted() {
  return {jacobian_is("sign: J_g − J_f", [](const Run& r) { return Matrix<Number>(r.jg - r.jf); }),
          jacobian_is("factor: (J_g + J_f)/2", [](const Run& r) { return Matrix<Number>(frac(1, 2) * (r.jg + r.jf)); }),
          jacobian_is("missing term: J_g", [](const Run& r) { return r.jg; }),
          jacobian_is("swapped: 2J_f", [](const Run& r) { return Matrix<Number>(2 * r.jf); }),
          jacobian_is("index: columns in reverse",
                      [](const Run& r) { return Matrix<Number>((r.jg + r.jf).rowwise().reverse()); })};
}

/// (x₁², x₁²) + (x₁², x₁³) at (1/16, 0).
Instance powers() {
  const GraphNode square{Operation::multiply, 0, 0}, cube{Operation::multiply, 0, 2};
  return {Graph(2, {square, square}, 2), Graph(2, {square, cube}, 2), vector({0.0625, 0}), vector({0, 0})};
}

}  // namespace

Form<Instance> conclusion() { return jacobian_is("as printed", sum_of_jacobians).of_code(); }
Form<Instance> of_polynomials() { return form<Run>("polynomials", polynomial).of_code(); }
Form<Instance> sum_in_reals() { return form<Run>("g + f maps into F", values); }
Form<Instance> jacobian_is_matrix() { return form<Run>("J maps into F", partial_derivatives); }

Lines<Instance> lines() {
  return {
      .steps = {{"expansion", "(g + f)(a + h) = g(a) + f(a) + ∂g/∂h(a) + ∂f/∂h(a) + both remainders",
                 form<Run>(expansion)},
                {"differential of the sum", "∂(g + f)/∂h(a) = ∂g/∂h(a) + ∂f/∂h(a)", form<Run>(differential).of_code()}},
      .planted = planted(),
      .separating = {powers()}};
}

Lines<InOneVariable> range_lines() {
  return {
      .errata = {
          {.words = {.key = "g + f maps into F",
                     .place = "Proposition 1.2, conclusion",
                     .printed = "g + f ∈ D(E, F)",
                     .corrected = "g + f ∈ D(E, ℝᵐ)",
                     .remark = "F ⊆ ℝᵐ is any set.",
                     .by_hand = "F = [0, 1], f = g = 1: g + f = 2 ∉ F",
                     .weight = Weight::hypothesis,
                     .survives = "g + f ∈ D(E, ℝᵐ), with the Jacobian of (3)",
                     .of_statement = true},
           .printed = form<InOneVariableRun>(sum_in_f),
           .counterexample = {1, 1, 0, 0, 0, 1},
           .corrected = {}},
          {.words = {.key = "J maps into F",
                     .place = "Proposition 1.2, (3)",
                     .printed = "J_{g+f}: E̊ → F",
                     .corrected = "J_{g+f}: E̊ → M_{m,n}, as in Definition 1.2",
                     .remark = "Definition 1.2 has M_{m,n}. Theorem 1.3, (4), prints J_{g∘f}: E̊ → G in the same way.",
                     .weight = Weight::notation,
                     .of_statement = true},
           .printed = form<InOneVariableRun>(slope_in_f),
           .counterexample = {0.25, 0.25, 0.5, 0.5, 0, 1},
           .corrected = {}}}};
}

}  // namespace verigrad::jacobian_of_sum
