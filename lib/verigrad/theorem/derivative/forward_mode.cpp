#include "verigrad/theorem/derivative/forward_mode.hpp"

#include <fmt/format.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::forward_mode {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.3",
       .stem = "forward_mode",
       .title = "Forward mode",
       .source = "MFDS, section 14.3.3",
       .text =
           "∂xₖ/∂x₁ = Σ_{ℓ ∈ parent(k)} ∂fₖ/∂xₗ(x₁, …, xₖ₋₁) × ∂xₗ/∂x₁ for k = s+1, …, t, and f(x₁ + ε, x₂, …, x_s) "
           "= f(x₁, …, x_s) + ε ∂f/∂x₁ with dual numbers",
       .code = {"autodiff/dual.hpp: Dual", "autodiff/derivative.hpp: forward_jacobian"},
       .hypotheses = {{"graph", "every node depends on nodes with smaller index only"},
                      {"differentiable", "every fₖ is differentiable at its arguments, with a known derivative"},
                      {"ε² = 0",
                       "the symbol ε obeys ε² = 0: needed for products, quotients and compositions; the ε part of one "
                       "product does without"}},
       .formal = {.theorems = {"conclusion", "conclusion_recursion", "conclusion_dual_rules",
                               "conclusion_dual_functions", "conclusion_example"}},
       .errata = {{.key = "parents' derivative",
                   .place = "Section 14.3.3, paragraph after the recursion",
                   .printed = "Assuming all the involved functions ∂f_k/∂x_k have the same complexity … the complexity "
                              "of this scheme is p times [for s inputs]",
                   .corrected = "∂f_k/∂x_ℓ; s times, by the inputs of section 14.3.2",
                   .remark = "f_k does not depend on x_k.",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      example_lines(), rule_lines());
  return result;
}

std::string Duals::describe() const {
  std::string words = fmt::format("x + εx′ = {} + {}ε, y + εy′ = {} + {}ε", x, x_prime, y, y_prime);
  if (epsilon_squared != 0) words += fmt::format(", ε² = {}", epsilon_squared);
  return words;
}
bool divides(const Duals& d) { return d.x != 0; }

namespace {

/// The recursion as printed, next to dual numbers.
struct Run {
  using Instance = GraphInstance;
  explicit Run(const GraphInstance& instance)
      : graph(instance.graph),
        at(exact(instance.x)),
        x(graph.variables(at)),
        dual(forward_jacobian(graph, at)),
        s(graph.inputs()),
        t(graph.size()) {}

  /// ∂x_t/∂xᵢ by a recursion; `term(k, parent, ∂fₖ/∂parent, ∂parent/∂xᵢ)` is one summand.
  template <class Term>
  Number recursion(int i, const Term& term) const {
    Vector<Number> d = Vector<Number>::Constant(t, 0);
    d[i] = 1;
    for (int k = s; k < t; ++k) {
      const auto [by_a, by_b] = graph.template partials<Number>(k, x);
      const GraphNode& node = graph.node(k);
      if (arity(node.operation) > 0) d[k] += term(0, by_a, d[node.a]);
      if (arity(node.operation) > 1) d[k] += term(1, by_b, d[node.b]);
    }
    return d[t - 1];
  }
  const Graph& graph;
  Vector<Number> at, x;
  Matrix<Number> dual;  ///< 1 × s
  int s, t;
};

constexpr auto printed_term = [](int, const auto& partial, const auto& derivative) { return partial * derivative; };

void printed(const Run& r, Claims& claims) {
  for (int i = 0; i < r.s; ++i) {
    claims.equal("dual number = recursion", r.dual(0, i), r.recursion(i, printed_term), i);
    claims.equal("recursion = sum over paths", r.recursion(i, printed_term), path_sum(r.graph, i, r.x), i);
  }
}

void polynomials(const Run& r, Claims& claims) {
  for (int i = 0; i < r.s; ++i)
    claims.equal("dual number = derivative", r.dual(0, i), interpolated_derivative(r.graph, r.at, i), i);
}

/// (14.19), with derivatives in closed form on the left and the recursion on the right.
struct ExampleRun {
  using Instance = LogRootInstance;
  explicit ExampleRun(const LogRootInstance& e) : x(exact(e.x)), y(exact(e.y)) {
    using std::log;
    using std::sqrt;
    a = log(x);
    b = y * a;
    c = sqrt(b);
    f = b + c;
    const Number h = frac(1, 64);
    const Number moved = y * Number(log(Number(x + h)));
    difference = moved + sqrt(moved) - f;
    a_x = 1 / x;
    b_x = y * a_x + 0;
    c_x = 1 / (2 * c) * b_x;
    f_x = 1 * b_x + 1 * c_x;
    a_y = 0;
    b_y = 0 + a * 1;
    c_y = 1 / (2 * c) * b_y;
    f_y = 1 * b_y + 1 * c_y;
    const Dual<Number> dual_x = Dual<Number>::variable(x, 0, 2), dual_y = Dual<Number>::variable(y, 1, 2);
    dual_a = log(dual_x);
    dual_b = dual_y * dual_a;
    dual_c = sqrt(dual_b);
    dual_f = dual_b + dual_c;
  }
  Number x, y, a, b, c, f, difference;
  Number a_x, b_x, c_x, f_x, a_y, b_y, c_y, f_y;
  Dual<Number> dual_a, dual_b, dual_c, dual_f;
};

/// One line of the example, as the recursion has it, as dual numbers have it, and in closed form.
template <class Closed>
Form<LogRootInstance> line(int direction, Number ExampleRun::*recursion, Dual<Number> ExampleRun::*dual,
                           Closed closed) {
  return form<ExampleRun>([=](const ExampleRun& r, Claims& claims) {
    claims.equal("recursion = closed form", r.*recursion, Number(closed(r)));
    claims.equal("recursion = dual number", r.*recursion, (r.*dual).tangent(direction));
  });
}

Number twice_root(const ExampleRun& r) { return 2 * r.c; }

struct DualRun {
  using Instance = Duals;
  explicit DualRun(const Duals& d) : x(exact(d.x)), x1(exact(d.x_prime)), y(exact(d.y)), y1(exact(d.y_prime)) {
    X = Dual<Number>(x, Vector<Number>::Constant(1, x1));
    Y = Dual<Number>(y, Vector<Number>::Constant(1, y1));
    E = Dual<Number>(x, Vector<Number>::Constant(1, 1));
  }
  Number x, x1, y, y1;
  Dual<Number> X, Y, E;  ///< x + εx′, y + εy′, x + ε
};

void product_rule(const DualRun& r, Claims& claims) {
  const Dual<Number> product = r.X * r.Y;
  claims.equal("value of the product", product.value(), r.y * r.x);
  claims.equal("ε part of the product", product.tangent(), r.y * r.x1 + r.x * r.y1);
  const Dual<Number> four = square(Dual<Number>(r.X + r.Y)) - square(Dual<Number>(r.X - r.Y));
  claims.equal("ε part of ((x + y)² − (x − y)²)/4", four.tangent() / 4, r.y * r.x1 + r.x * r.y1);
}
void inverse_rule(const DualRun& r, Claims& claims) {
  const Dual<Number> inverse = Dual<Number>(1) / r.X;
  claims.equal("ε part of the inverse", inverse.tangent(), -r.x1 / square(r.x));
  const Dual<Number> one = inverse * r.X;
  claims.equal("value of inverse times x + εx′", one.value(), 1);
  claims.equal("ε part of inverse times x + εx′", one.tangent(), 0);
}
/// p(z) = z³ − 2z + y and p(z)/z².
void polynomial_rule(const DualRun& r, Claims& claims) {
  const Dual<Number> p = r.E * r.E * r.E - Dual<Number>(2) * r.E + Dual<Number>(r.y);
  const Number slope = 3 * square(r.x) - 2;
  claims.equal("p(x + ε) = p(x) + εp′(x)", p.tangent(), slope);
  const Dual<Number> q = p / square(r.E);
  claims.equal("the same for p(z)/z²", q.tangent(), 1 + 2 / square(r.x) - 2 * r.y / (r.x * square(r.x)));
}
/// f(z) = z³, g(z) = z² + y z.
void composition_rule(const DualRun& r, Claims& claims) {
  const Dual<Number> inner = square(r.E) + Dual<Number>(r.y) * r.E;
  const Number g = square(r.x) + r.y * r.x;
  claims.equal("(f ∘ g)(x + ε)", power(inner, 3).tangent(), 3 * square(g) * (2 * r.x + r.y));
}

/// value + part · ε.
struct WithEpsilon {
  Number value, part;
};

/// Numbers a + bε with ε² = κ, which are the dual numbers for κ = 0.
struct EpsilonRun {
  using Instance = Duals;
  explicit EpsilonRun(const Duals& d)
      : X{exact(d.x), exact(d.x_prime)}, Y{exact(d.y), exact(d.y_prime)}, kappa(exact(d.epsilon_squared)) {}
  WithEpsilon times(const WithEpsilon& a, const WithEpsilon& b) const {
    return {a.value * b.value + kappa * a.part * b.part, a.value * b.part + a.part * b.value};
  }
  /// XY = ((X + Y)² − (X − Y)²)/4.
  WithEpsilon product() const {
    const WithEpsilon sum{X.value + Y.value, X.part + Y.part}, difference{X.value - Y.value, X.part - Y.part};
    const WithEpsilon a = times(sum, sum), b = times(difference, difference);
    return {(a.value - b.value) / 4, (a.part - b.part) / 4};
  }
  WithEpsilon X, Y;  ///< x + εx′, y + εy′
  Number kappa;
};

void product_part(const EpsilonRun& r, Claims& claims) {
  claims.equal("ε part of ((x + y)² − (x − y)²)/4", r.product().part, r.X.value * r.Y.part + r.Y.value * r.X.part);
}
void multiplied(const EpsilonRun& r, Claims& claims) {
  claims.equal("value of ((x + y)² − (x − y)²)/4", r.product().value, r.X.value * r.Y.value);
  product_part(r, claims);
}
void divided(const EpsilonRun& r, Claims& claims) {
  const Number part = (r.Y.part * r.X.value - r.Y.value * r.X.part) / square(r.X.value);
  const WithEpsilon back = r.times({r.Y.value / r.X.value, part}, r.X);
  claims.equal("value of (y/x + ε(y′x − yx′)/x²)(x + εx′)", back.value, r.Y.value);
  claims.equal("ε part of (y/x + ε(y′x − yx′)/x²)(x + εx′)", back.part, r.Y.part);
}
/// f(z) = z³, g(z) = z² + y z, at x + ε.
void composed(const EpsilonRun& r, Claims& claims) {
  const WithEpsilon at{r.X.value, 1};
  const WithEpsilon squared = r.times(at, at), scaled = r.times({r.Y.value, 0}, at);
  const WithEpsilon inner{squared.value + scaled.value, squared.part + scaled.part};
  const WithEpsilon outer = r.times(r.times(inner, inner), inner);
  const Number g = (r.X.value + r.Y.value) * r.X.value;
  claims.equal("value of (f ∘ g)(x + ε)", outer.value, power(g, 3));
  claims.equal("ε part of (f ∘ g)(x + ε)", outer.part, 3 * square(g) * (2 * r.X.value + r.Y.value));
}
void difference_at_most(const ExampleRun& r, Claims& claims) {
  claims.at_most("f(x + 1/64, y) − f(x, y) ≤ 4/64", r.difference, frac(4, 64));
}

/// A planted mistake in the summand of the recursion.
template <class Term>
Form<GraphInstance> with_term(const char* key, Term term) {
  return form<Run>(key, [term](const Run& r, Claims& claims) {
    for (int i = 0; i < r.s; ++i)
      claims.equal("dual number = planted recursion", r.dual(0, i), r.recursion(i, term), i);
  });
}

Forms<GraphInstance> planted() {
  return {with_term("missing factor: without ∂xₗ/∂x₁", [](int, const auto& partial, const auto&) { return partial; }),
          with_term("missing term: the first parent only",
                    [](int which, const Number& partial, const Number& d) {
                      return which == 0 ? Number(partial * d) : Number(0);
                    }),
          with_term("sign: the second parent subtracted",
                    [](int which, const Number& partial, const Number& d) {
                      return which == 0 ? Number(partial * d) : Number(-(partial * d));
                    }),
          with_term("factor: ∂fₖ/∂xₗ squared",
                    [](int, const Number& partial, const Number& d) { return Number(square(partial) * d); }),
          with_term("missing factor: without ∂fₖ/∂xₗ", [](int, const auto&, const auto& d) { return d; })};
}

Forms<Duals> planted_rules() {
  const auto product = [](const char* key, auto wrong) {
    return form<DualRun>(key, [wrong](const DualRun& r, Claims& claims) {
      claims.equal("ε part of the product", Dual<Number>(r.X * r.Y).tangent(), Number(wrong(r)));
    });
  };
  const auto inverse = [](const char* key, auto wrong) {
    return form<DualRun>(key,
                         [wrong](const DualRun& r, Claims& claims) {
                           claims.equal("ε part of the inverse", Dual<Number>(Dual<Number>(1) / r.X).tangent(),
                                        Number(wrong(r)));
                         })
        .where(divides);
  };
  return {product("sign: xy′ − yx′", [](const auto& r) { return r.x * r.y1 - r.y * r.x1; }),
          product("swapped: xx′ + yy′", [](const auto& r) { return r.x * r.x1 + r.y * r.y1; }),
          product("missing term: xy′", [](const auto& r) { return r.x * r.y1; }),
          inverse("sign: x′/x²", [](const auto& r) { return r.x1 / square(r.x); }),
          inverse("power: −x′/x", [](const auto& r) { return -r.x1 / r.x; })};
}

/// x₃x₁ of three inputs, at (0, 0, 2).
GraphInstance one_product() { return {Graph(3, {{Operation::multiply, 2, 0}}), vector({0, 0, 2})}; }

}  // namespace

Form<GraphInstance> conclusion() { return form<Run>("as printed", printed); }
Form<GraphInstance> of_polynomials() { return form<Run>("polynomials", polynomials).of_code(); }

Form<LogRootInstance> small_difference() { return form<ExampleRun>("small difference", difference_at_most); }

Forms<Duals> rules_by_multiplication() {
  return {form<EpsilonRun>("product", multiplied), form<EpsilonRun>("quotient", divided).where(divides),
          form<EpsilonRun>("composition", composed)};
}
Form<Duals> epsilon_part_of_product() { return form<EpsilonRun>("ε part of a product", product_part); }

Lines<GraphInstance> lines() { return {.planted = planted(), .separating = {one_product()}}; }

Lines<LogRootInstance> example_lines() {
  using R = ExampleRun;
  return {
      .steps = {
          {"∂a/∂x", "∂a/∂x = 1/x · ∂x/∂x, a = log x", line(0, &R::a_x, &R::dual_a, [](const R& r) { return 1 / r.x; })},
          {"∂b/∂x", "∂b/∂x = y ∂a/∂x + 0, b = ya", line(0, &R::b_x, &R::dual_b, [](const R& r) { return r.y / r.x; })},
          {"∂c/∂x", "∂c/∂x = 1/(2√b) ∂b/∂x, c = √b",
           line(0, &R::c_x, &R::dual_c, [](const R& r) { return Number(r.y / (r.x * twice_root(r))); })},
          {"∂f/∂x", "∂f/∂x = 1 ∂b/∂x + 1 ∂c/∂x, f = b + c",
           line(0, &R::f_x, &R::dual_f, [](const R& r) { return Number(r.y / r.x * (1 + 1 / twice_root(r))); })},
          {"∂a/∂y", "∂a/∂y = 0", line(1, &R::a_y, &R::dual_a, [](const R&) { return 0; })},
          {"∂b/∂y", "∂b/∂y = 0 + a ∂y/∂y", line(1, &R::b_y, &R::dual_b, [](const R& r) { return r.b / r.y; })},
          {"∂c/∂y", "∂c/∂y = 1/(2√b) ∂b/∂y",
           line(1, &R::c_y, &R::dual_c, [](const R& r) { return Number(r.c / (2 * r.y)); })},
          {"∂f/∂y", "∂f/∂y = 1 ∂b/∂y + 1 ∂c/∂y",
           line(1, &R::f_y, &R::dual_f, [](const R& r) { return Number(r.a * (1 + 1 / twice_root(r))); })}}};
}

Lines<Duals> rule_lines() {
  return {.steps = {{"product", "(x + εx′)(y + εy′) = xy + ε(xy′ + yx′)", form<DualRun>(product_rule).of_code()},
                    {"inverse", "1/(x + εx′) = 1/x − εx′/x², the inverse for this product",
                     form<DualRun>(inverse_rule).where(divides).of_code()},
                    {"polynomial", "f(x + ε) = f(x) + εf′(x) for polynomials and rational functions",
                     form<DualRun>(polynomial_rule).where(divides).of_code()},
                    {"composition", "(f ∘ g)(x + ε) = f(g(x)) + εf′(g(x))g′(x)",
                     form<DualRun>(composition_rule).of_code()}},
          .planted = planted_rules(),
          .separating = {{0.0625, 0.0625, -0.0625, 0}}};
}

}  // namespace verigrad::forward_mode
