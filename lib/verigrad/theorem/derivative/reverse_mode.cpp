#include "verigrad/theorem/derivative/reverse_mode.hpp"

#include <algorithm>

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad::reverse_mode {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/14.3.4",
      .stem = "reverse_mode",
      .title = "Reverse mode",
      .source = "MFDS, section 14.3.4",
      .text =
          "∂x_t/∂x_t = Id, and for k = t−1, …, 1: ∂x_t/∂xₖ = Σ_{m ∈ son(k)} ∂x_t/∂xₘ × ∂fₘ(x₁, …, xₘ)/∂xₖ. Found: "
          "fₘ is a function of x₁, …, xₘ₋₁ by section 14.3.2; \"the pre-computation of all the intermediate "
          "variables (xₖ) from k = p\" means from k = s + 1; that backward is optimal when n_t = 1 is false, see "
          "the statement on operation counts",
      .hypotheses =
          {{"graph", "every node depends on nodes with smaller index only"},
           {"order", "the recursion goes from the last node to the first"},
           {"differentiable",
            "every fₖ is differentiable at its arguments, with a known derivative; not only their composition"}},
      .steps = {{"∂f/∂c", "∂f/∂c = ∂f/∂f · 1"},
                {"∂f/∂b", "∂f/∂b = ∂f/∂c · 1/(2√b) + ∂f/∂f · 1"},
                {"∂f/∂a", "∂f/∂a = ∂f/∂b · y"},
                {"∂f/∂y", "∂f/∂y = ∂f/∂b · a"},
                {"∂f/∂x", "∂f/∂x = ∂f/∂a · 1/x"}},
      .errata = {{.key = "sons",
                  .place = "Section 14.3.4, sentence after the recursion",
                  .printed = "the notation \"parent(k)\" denotes the nodes ℓ < k of the graph that are connected to k "
                             "(for the son(k) of the recursion)",
                  .corrected = "son(k) denotes the nodes m > k of the graph to which k is connected",
                  .remark = "the sentence of the forward mode, repeated: the recursion has no parent(k). Summed over "
                            "nodes ℓ < k, ∂x_t/∂x₁ is an empty sum"}}};
  return result;
}

namespace {

struct Run {
  using Instance = GraphInstance;
  explicit Run(const GraphInstance& instance)
      : graph(instance.graph), s(graph.inputs()), t(graph.size()), x(graph.variables(exact(instance.x))) {
    const Vector<Number> at = x.head(s);
    tape = reverse_jacobian(graph, at);
    dual = forward_jacobian(graph, at);
  }

  /// Σ over the edges from k to m of term(which parent, ∂fₘ/∂xₖ).
  template <class Term>
  Number over_edges(int k, int m, const Term& term) const {
    Number sum(0);
    const GraphNode& node = graph.node(m);
    const int parents = arity(node.operation);
    const auto [by_a, by_b] = graph.template partials<Number>(m, x);
    if (parents > 0 && node.a == k) sum += term(0, by_a);
    if (parents > 1 && node.b == k) sum += term(1, by_b);
    return sum;
  }
  /// ∂x_t/∂xₖ for all k by the recursion, nodes in the given order; term(which, ∂x_t/∂xₘ, ∂fₘ/∂xₖ) is one summand.
  template <class Term>
  Vector<Number> recursion(const Term& term, bool last_first = true) const {
    Vector<Number> d = Vector<Number>::Constant(t, 0);
    d[t - 1] = Number(1);
    for (int i = t - 2; i >= 0; --i) {
      const int k = last_first ? i : t - 2 - i;
      for (int m = std::max(k + 1, s); m < t; ++m)
        d[k] += over_edges(k, m, [&](int which, const Number& partial) { return Number(term(which, d[m], partial)); });
    }
    return d;
  }

  const Graph& graph;
  int s, t;
  Vector<Number> x;
  Matrix<Number> tape, dual;  ///< 1 × s
};

constexpr auto product = [](int, const auto& adjoint, const auto& partial) { return adjoint * partial; };

void same_as_tape(const Run& r, const Vector<Number>& adjoints, Claims& claims) {
  for (int k = 0; k < r.s; ++k) claims.equal("tape = recursion", r.tape(0, k), adjoints[k], k);
}

void printed(const Run& r, Claims& claims) {
  same_as_tape(r, r.recursion(product), claims);
  for (int k = 0; k < r.s; ++k) claims.equal("reverse = forward", r.tape(0, k), r.dual(0, k), k);
}

void all_nodes(const Run& r, Claims& claims) {
  const Vector<Number> adjoints = r.recursion(product);
  for (int k = 0; k < r.t; ++k) claims.equal("recursion = sum over paths", adjoints[k], path_sum(r.graph, k, r.x), k);
}

void wrong_order(const Run& r, Claims& claims) { same_as_tape(r, r.recursion(product, false), claims); }

/// ∂x_t/∂xₖ = Σ over the nodes ℓ < k that are connected to k; these come later in the recursion, and are 0 so far.
void sons_as_printed(const Run& r, Claims& claims) {
  Vector<Number> d = Vector<Number>::Constant(r.t, 0);
  d[r.t - 1] = Number(1);
  for (int k = r.t - 2; k >= r.s; --k) {
    const GraphNode& node = r.graph.node(k);
    if (arity(node.operation) > 0) d[k] += d[node.a];
    if (arity(node.operation) > 1) d[k] += d[node.b];
  }
  same_as_tape(r, d, claims);
}

void right_sons(const Run& r, Claims& claims) { same_as_tape(r, r.recursion(product), claims); }

struct ExampleRun {
  using Instance = LogRootExample;
  explicit ExampleRun(const LogRootExample& e) : x(exact(e.x)), y(exact(e.y)) {
    using std::log;
    using std::sqrt;
    a = log(x);
    b = y * a;
    c = sqrt(b);
    f_c = f_f * 1;
    f_b = f_c * (1 / (2 * c)) + f_f * 1;
    f_a = f_b * y;
    f_y = f_b * a;
    f_x = f_a * (1 / x);
  }
  Number x, y, a = Number(0), b = Number(0), c = Number(1);
  Number f_f = Number(1), f_c, f_b, f_a, f_y, f_x;
};

/// One line of the example: the recursion against the derivative of b + √b or of (14.19) in closed form.
template <class Line>
Form<LogRootExample> line(const char* key, Line of) {
  return form<ExampleRun>(key, [of](const ExampleRun& r, Claims& claims) {
    const std::pair<Number, Number> sides = of(r);
    claims.equal("recursion = closed form", sides.first, sides.second);
  });
}

/// A planted mistake in the summand of the recursion.
template <class Term>
Form<GraphInstance> with_term(const char* key, Term term) {
  return form<Run>(key, [term](const Run& r, Claims& claims) { same_as_tape(r, r.recursion(term), claims); });
}

/// Each node remembers the last of its sons only.
void last_son_only(const Run& r, Claims& claims) {
  Vector<Number> d = Vector<Number>::Constant(r.t, 0);
  d[r.t - 1] = Number(1);
  for (int m = r.t - 1; m >= r.s; --m) {
    const GraphNode& node = r.graph.node(m);
    const auto [by_a, by_b] = r.graph.template partials<Number>(m, r.x);
    if (arity(node.operation) > 0) d[node.a] = d[m] * by_a;
    if (arity(node.operation) > 1) d[node.b] = d[m] * by_b;
  }
  same_as_tape(r, d, claims);
}

}  // namespace

Form<GraphInstance> conclusion() { return form<Run>("as printed", printed); }
Form<GraphInstance> inner_nodes() { return form<Run>("inner nodes", all_nodes); }
Form<GraphInstance> in_wrong_order() { return form<Run>("wrong order", wrong_order); }

Forms<LogRootExample> example_lines() {
  return {line("∂f/∂c", [](const ExampleRun& r) { return std::pair<Number, Number>(r.f_c, Number(1)); }),
          line("∂f/∂b", [](const ExampleRun& r) { return std::pair<Number, Number>(r.f_b, (r.b + r.c / 2) / r.b); }),
          line("∂f/∂a", [](const ExampleRun& r) { return std::pair<Number, Number>(r.f_a, (r.b + r.c / 2) / r.a); }),
          line("∂f/∂y", [](const ExampleRun& r) { return std::pair<Number, Number>(r.f_y, r.a + r.a / (2 * r.c)); }),
          line("∂f/∂x", [](const ExampleRun& r) {
            return std::pair<Number, Number>(r.f_x, r.y / r.x + r.y / (2 * r.x * r.c));
          })};
}

Forms<GraphInstance> errata() { return {form<Run>("sons", sons_as_printed)}; }
Forms<GraphInstance> corrected() { return {form<Run>("sons", right_sons)}; }

Forms<GraphInstance> planted() {
  return {with_term("missing factor: without ∂x_t/∂xₘ", [](int, const auto&, const auto& partial) { return partial; }),
          with_term("missing factor: without ∂fₘ/∂xₖ", [](int, const auto& adjoint, const auto&) { return adjoint; }),
          with_term("sign: the second parent subtracted",
                    [](int which, const Number& adjoint, const Number& partial) {
                      return which == 0 ? Number(adjoint * partial) : Number(-(adjoint * partial));
                    }),
          with_term("factor: ∂fₘ/∂xₖ squared", [](int, const Number& adjoint,
                                                  const Number& partial) { return Number(adjoint * square(partial)); }),
          form<Run>("missing terms: the first of several sons wins", last_son_only)};
}

}  // namespace verigrad::reverse_mode
