#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::jacobian_chain_rule {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/1.3",
       .stem = "jacobian_chain_rule",
       .title = "Chain rule for Jacobians",
       .source = "MathDNN, Theorem 1.3",
       .text = "g ∘ f ∈ D(E, G) and J_{g∘f}: E̊ → G, a ↦ J_g(f(a)) · J_f(a)",
       .code = {"autodiff/derivative.hpp: reverse_jacobian", "autodiff/derivative.hpp: forward_jacobian"},
       .hypotheses = {{"differentiable", "f ∈ D(E, F), g ∈ D(F, G)"}, {"interior", "f(a) ∈ F̊ (missing in the text)"}},
       .formal = {.theorems = {"conclusion", "conclusion_any_depth"}, .corrected = "f(a) in the interior of F"},
       .errata = {{.key = "J maps into G",
                   .place = "Theorem 1.3, (4), and its proof",
                   .printed = "J_{g∘f}: E̊ → G; ‖∂f/∂h(a) + o(‖h‖_n)‖_n",
                   .corrected = "J_{g∘f}: E̊ → M_{p,n}; ‖…‖_m, as it is a vector of ℝᵐ",
                   .weight = Weight::notation,
                   .same_as = "mathdnn/1.2: J maps into F"}}},
      lines(), border_lines());
  return result;
}

bool Instance::rational() const {
  return std::all_of(f.begin(), f.end(), [](const Graph& graph) { return graph.rational(); });
}
std::string Instance::describe() const {
  std::string words;
  for (const Graph& graph : f) words += fmt::format("({}) then ", graph.describe());
  words.resize(words.size() - 6);
  return fmt::format("{}; a = {}, h = {}", words, in_words(a), in_words(h));
}
std::string RootOfSquare::describe() const { return fmt::format("f(x) = x², g(y) = √y, a = 0, h = {}", h); }

namespace {

struct Run {
  using Instance = jacobian_chain_rule::Instance;
  explicit Run(const Instance& i) : f(i.f), whole(i.f.front()), h(exact(i.h)) {
    x.push_back(exact(i.a));
    for (std::size_t k = 0; k < f.size(); ++k) {
      if (k > 0) whole = whole.then(f[k]);
      jacobian.push_back(forward_jacobian(f[k], x.back()));
      x.push_back(f[k].outputs_at(x.back()));
    }
    j = reverse_jacobian(whole, x.front());
  }
  const std::vector<Graph>& f;
  Graph whole;
  Vector<Number> h;
  std::vector<Vector<Number>> x;         ///< a, f₁(a), f₂(f₁(a)), …
  std::vector<Matrix<Number>> jacobian;  ///< of fₖ at x[k]
  Matrix<Number> j;                      ///< of the composition

  /// f₁(a + h) − f₁(a).
  Vector<Number> inner_change() const { return f[0].outputs_at(Vector<Number>(x[0] + h)) - x[1]; }
};

/// J of the composition is product(jacobians), multiplied from the first on.
template <class Product>
Form<Instance> jacobian_is(const char* key, Product product) {
  return form<Run>(key, [product](const Run& r, Claims& claims) {
    const Matrix<Number> expected = product(r);
    for (Eigen::Index i = 0; i < r.j.rows(); ++i)
      claims.equal("row of J_{g∘f}", r.j.row(i).transpose(), expected.row(i).transpose());
  });
}

constexpr auto product_of_jacobians = [](const Run& r) {
  Matrix<Number> result = r.jacobian.front();
  for (std::size_t k = 1; k < r.jacobian.size(); ++k) result = product(r.jacobian[k], result);
  return result;
};

void polynomial(const Run& r, Claims& claims) {
  const Matrix<Number> product = product_of_jacobians(r);
  for (int i = 0; i < int(r.h.size()); ++i)
    claims.equal("product of Jacobians = derivative", product(product.rows() - 1, i),
                 interpolated_derivative(r.whole, r.x[0], i), i);
}

void inner(const Run& r, Claims& claims) {
  const Vector<Number> rest = r.inner_change() - product(r.jacobian[0], r.h);
  claims.equal("(g ∘ f)(a + h)", r.whole.outputs_at(Vector<Number>(r.x[0] + r.h)),
               r.f[1].outputs_at(Vector<Number>(r.x[1] + product(r.jacobian[0], r.h) + rest)));
}

/// g(f(a) + k) − g(f(a)) − ∂g k for k = f(a + h) − f(a).
Vector<Number> outer_rest(const Run& r) {
  const Vector<Number> k = r.inner_change();
  return r.f[1].outputs_at(Vector<Number>(r.x[1] + k)) - r.x[2] - product(r.jacobian[1], k);
}

void outer(const Run& r, Claims& claims) {
  claims.equal("(g ∘ f)(a + h)", r.whole.outputs_at(Vector<Number>(r.x[0] + r.h)),
               r.x[2] + product(r.jacobian[1], r.inner_change()) + outer_rest(r));
}

/// What is left of (g ∘ f)(a + h) after J h is ∂g of f's remainder and g's remainder.
void linear(const Run& r, Claims& claims) {
  const Vector<Number> rest = r.inner_change() - product(r.jacobian[0], r.h);
  const Vector<Number> whole_rest = r.whole.outputs_at(Vector<Number>(r.x[0] + r.h)) - r.x[2] - product(r.j, r.h);
  claims.equal("remainder of g ∘ f", whole_rest, product(r.jacobian[1], rest) + outer_rest(r));
}

void differential(const Run& r, Claims& claims) {
  claims.equal("∂(g ∘ f)/∂h", product(r.j, r.h), product(r.jacobian[1], Vector<Number>(product(r.jacobian[0], r.h))));
}

struct RootRun {
  using Instance = RootOfSquare;
  explicit RootRun(const RootOfSquare& i) : h(exact(i.h)) {}
  Number h;
};

/// A differential of |x| at 0 would be the slope to both sides.
void one_slope(const RootRun& r, Claims& claims) {
  const Number right = magnitude<Number>(r.h) / r.h, left = magnitude<Number>(-r.h) / -r.h;
  claims.equal("(g(f(h)) − g(f(0)))/h = (g(f(−h)) − g(f(0)))/(−h)", right, left);
}

Forms<Instance> planted() {
  return {
      jacobian_is("order: J_f J_g", [](const Run& r) { return Matrix<Number>(product(r.jacobian[0], r.jacobian[1])); }),
      jacobian_is(
          "point: J_g(a)",
          [](const Run& r) { return Matrix<Number>(product(forward_jacobian(r.f[1], r.x[0]), r.jacobian[0])); }),
      jacobian_is("transposed: J_gᵀ J_f",
                  [](const Run& r) { return Matrix<Number>(product(r.jacobian[1].transpose(), r.jacobian[0])); }),
      jacobian_is("missing factor: J_g", [](const Run& r) { return r.jacobian[1]; }),
      jacobian_is("sum: J_g + J_f", [](const Run& r) { return Matrix<Number>(r.jacobian[0] + r.jacobian[1]); })};
}

/// (x₁², x₂²) then (x₂², x₁²) at (0, 2).
Instance squares() {
  const GraphNode first{Operation::multiply, 0, 0}, second{Operation::multiply, 1, 1};
  return {{Graph(2, {first, second}, 2), Graph(2, {second, first}, 2)}, vector({0, 2}), vector({0, 0})};
}

}  // namespace

Form<Instance> conclusion() { return jacobian_is("as printed", product_of_jacobians).of_code(); }
Form<Instance> of_polynomials() { return form<Run>("polynomials", polynomial).of_code(); }
Lines<Instance> lines() {
  return {.steps = {{"inner", "(g ∘ f)(a + h) = g(f(a) + ∂f/∂h(a) + o(‖h‖))", form<Run>(inner)},
                    {"outer", "… = g(f(a)) + ∂g/∂(∂f/∂h(a) + o(‖h‖))(f(a)) + o(‖∂f/∂h(a) + o(‖h‖)‖)", form<Run>(outer)},
                    {"linear", "∂g/∂(∂f/∂h(a) + o(‖h‖))(f(a)) = ∂g/∂(∂f/∂h(a))(f(a)) + ∂g/∂(o(‖h‖))(f(a))",
                     form<Run>(linear)},
                    {"differential", "∂(g ∘ f)/∂h(a) = ∂g/∂(∂f/∂h(a))(f(a))", form<Run>(differential).of_code()}},
          .planted = planted(),
          .separating = {squares()}};
}

Lines<RootOfSquare> border_lines() {
  return {
      .errata = {
          {.words = {.key = "f(a) at the border of F",
                     .place = "Theorem 1.3, hypotheses",
                     .printed = "f ∈ D(E, F) and g ∈ D(F, G): g ∘ f ∈ D(E, G)",
                     .corrected = "f ∈ D(E, F), g ∈ D(F, G) and f(a) ∈ F̊: g ∘ f has the differential at a",
                     .remark = "Definition 1.1 asks for a differential of g on F̊ only; the proof expands g at f(a).",
                     .by_hand = "f(x) = x² maps ℝ into F = [0, ∞[, g(y) = √y is differentiable on F̊: g ∘ f = |x| has "
                                "no differential at 0",
                     .weight = Weight::hypothesis,
                     .survives = "(4) at every a with f(a) ∈ F̊; all of it for open F",
                     .of_statement = true},
           .printed = differentiable_at_border(),
           .counterexample = {1},
           .corrected = {}}}};
}

Form<RootOfSquare> differentiable_at_border() { return form<RootRun>("f(a) at the border of F", one_slope); }

}  // namespace verigrad::jacobian_chain_rule
