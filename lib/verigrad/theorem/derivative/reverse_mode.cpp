#include "verigrad/theorem/derivative/reverse_mode.hpp"

#include <algorithm>

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::reverse_mode {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.4",
       .stem = "reverse_mode",
       .title = "Reverse mode",
       .source = "MFDS, section 14.3.4",
       .text = "∂x_t/∂x_t = Id, and for k = t−1, …, 1: ∂x_t/∂xₖ = Σ_{m ∈ son(k)} ∂x_t/∂xₘ × ∂fₘ(x₁, …, xₘ)/∂xₖ",
       .code = {"autodiff/tape.hpp: Tape", "autodiff/derivative.hpp: reverse_jacobian"},
       .hypotheses = {{"graph", "every node depends on nodes with smaller index only"},
                      {"order", "the recursion goes from the last node to the first"},
                      {"differentiable",
                       "every fₖ is differentiable at its arguments, with a known derivative; not only their "
                       "composition"}},
       .formal = {.theorems = {"conclusion", "conclusion_any_loss", "conclusion_forward_is_reverse"}},
       .errata = {{.key = "arguments",
                   .place = "Section 14.3.4, recursion, and the paragraph after the back-propagation formula",
                   .printed = "∂f_m(x₁, …, x_m)/∂x_k; all the intermediate variables (x_k)_{k=p}^t",
                   .corrected = "∂f_m(x₁, …, x_{m−1})/∂x_k; (x_k)_{k=s+1}^t",
                   .remark = "By section 14.3.2, f_m is a function of x₁, …, x_{m−1}, and the intermediate variables "
                             "begin after the s inputs.",
                   .weight = Weight::notation}}},
      example_lines(), lines());
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
    d[t - 1] = 1;
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
  d[r.t - 1] = 1;
  for (int k = r.t - 2; k >= r.s; --k) {
    const GraphNode& node = r.graph.node(k);
    if (arity(node.operation) > 0) d[k] += d[node.a];
    if (arity(node.operation) > 1) d[k] += d[node.b];
  }
  same_as_tape(r, d, claims);
}

void right_sons(const Run& r, Claims& claims) { same_as_tape(r, r.recursion(product), claims); }

struct ExampleRun {
  using Instance = LogRootInstance;
  explicit ExampleRun(const LogRootInstance& e) : x(exact(e.x)), y(exact(e.y)) {
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
  Number x, y, a, b, c;
  Number f_f = 1, f_c, f_b, f_a, f_y, f_x;
};

/// One line of the example: the recursion against the derivative of b + √b or of (14.19) in closed form.
template <class Closed>
Form<LogRootInstance> line(Number ExampleRun::*recursion, Closed closed) {
  return form<ExampleRun>([=](const ExampleRun& r, Claims& claims) {
    claims.equal("recursion = closed form", r.*recursion, Number(closed(r)));
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
  d[r.t - 1] = 1;
  for (int m = r.t - 1; m >= r.s; --m) {
    const GraphNode& node = r.graph.node(m);
    const auto [by_a, by_b] = r.graph.template partials<Number>(m, r.x);
    if (arity(node.operation) > 0) d[node.a] = d[m] * by_a;
    if (arity(node.operation) > 1) d[node.b] = d[m] * by_b;
  }
  same_as_tape(r, d, claims);
}

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

/// x₁² at 1, in one node.
GraphInstance square_at_one() { return {Graph(1, {{Operation::squared, 0}}), at(1)}; }

/// x², with one more node that is not used.
GraphInstance unused_square() {
  const GraphNode square{Operation::multiply, 0, 0};
  return {Graph(1, {square, square}), at(2)};
}

}  // namespace

Form<GraphInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<GraphInstance> inner_nodes() { return form<Run>("inner nodes", all_nodes); }
Form<GraphInstance> in_wrong_order() { return form<Run>("wrong order", wrong_order); }

Lines<LogRootInstance> example_lines() {
  using R = ExampleRun;
  return {
      .steps = {{"∂f/∂c", "∂f/∂c = ∂f/∂f · 1", line(&R::f_c, [](const R&) { return 1; })},
                {"∂f/∂b", "∂f/∂b = ∂f/∂c · 1/(2√b) + ∂f/∂f · 1",
                 line(&R::f_b, [](const R& r) { return Number((r.b + r.c / 2) / r.b); })},
                {"∂f/∂a", "∂f/∂a = ∂f/∂b · y", line(&R::f_a, [](const R& r) { return Number((r.b + r.c / 2) / r.a); })},
                {"∂f/∂y", "∂f/∂y = ∂f/∂b · a", line(&R::f_y, [](const R& r) { return Number(r.a + r.a / (2 * r.c)); })},
                {"∂f/∂x", "∂f/∂x = ∂f/∂a · 1/x",
                 line(&R::f_x, [](const R& r) { return Number(r.y / r.x + r.y / (2 * r.x * r.c)); })}}};
}

Lines<GraphInstance> lines() {
  return {.errata =
              {{.words = {.key = "sons",
                          .place = "Section 14.3.4, sentence after the recursion",
                          .printed =
                              "The notation \"parent(k)\" denotes the nodes ℓ < k of the graph that are connected to k",
                          .corrected = "son(k) denotes the nodes m > k of the graph to which k is connected",
                          .remark = "The sentence of the forward mode, repeated: the recursion has no parent(k), and "
                                    "son(k). Summed over nodes ℓ < k, ∂x_t/∂x₁ is an empty sum.",
                          .weight = Weight::notation},
                .printed = form<Run>(sons_as_printed),
                .counterexample = square_at_one(),
                .corrected = {form<Run>(right_sons).of_code()}}},
          .planted = planted(),
          .separating = {unused_square()}};
}

}  // namespace verigrad::reverse_mode
