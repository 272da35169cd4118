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

template <class T>
struct Run {
  using Instance = GraphInstance;
  explicit Run(const GraphInstance& instance)
      : graph(instance.graph), s(graph.inputs()), t(graph.size()), x(graph.variables(exact<T>(instance.x))) {
    const Vector<T> at = x.head(s);
    tape = reverse_jacobian(graph, at);
    dual = forward_jacobian(graph, at);
  }

  /// Σ over the edges from k to m of term(which parent, ∂fₘ/∂xₖ).
  template <class Term>
  T over_edges(int k, int m, const Term& term) const {
    T sum(0);
    const GraphNode& node = graph.node(m);
    const int parents = arity(node.operation);
    const auto [by_a, by_b] = graph.template partials<T>(m, x);
    if (parents > 0 && node.a == k) sum += term(0, by_a);
    if (parents > 1 && node.b == k) sum += term(1, by_b);
    return sum;
  }
  /// ∂x_t/∂xₖ for all k by the recursion, nodes in the given order; term(which, ∂x_t/∂xₘ, ∂fₘ/∂xₖ) is one summand.
  template <class Term>
  Vector<T> recursion(const Term& term, bool last_first = true) const {
    Vector<T> d = Vector<T>::Constant(t, T(0));
    d[t - 1] = T(1);
    for (int i = t - 2; i >= 0; --i) {
      const int k = last_first ? i : t - 2 - i;
      for (int m = std::max(k + 1, s); m < t; ++m)
        d[k] += over_edges(k, m, [&](int which, const T& partial) { return T(term(which, d[m], partial)); });
    }
    return d;
  }

  const Graph& graph;
  int s, t;
  Vector<T> x;
  Matrix<T> tape, dual;  ///< 1 × s
};

constexpr auto product = [](int, const auto& adjoint, const auto& partial) { return adjoint * partial; };

template <class T>
void same_as_tape(const Run<T>& r, const Vector<T>& adjoints, Claims<T>& claims) {
  for (int k = 0; k < r.s; ++k) claims.equal("tape = recursion", r.tape(0, k), adjoints[k], k);
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  same_as_tape(r, r.recursion(product), claims);
  for (int k = 0; k < r.s; ++k) claims.equal("reverse = forward", r.tape(0, k), r.dual(0, k), k);
};

constexpr auto all_nodes = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> adjoints = r.recursion(product);
  for (int k = 0; k < r.t; ++k) claims.equal("recursion = sum over paths", adjoints[k], path_sum(r.graph, k, r.x), k);
};

constexpr auto wrong_order = []<class T>(const Run<T>& r, Claims<T>& claims) {
  same_as_tape(r, r.recursion(product, false), claims);
};

/// ∂x_t/∂xₖ = Σ over the nodes ℓ < k that are connected to k; these come later in the recursion, and are 0 so far.
constexpr auto sons_as_printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  Vector<T> d = Vector<T>::Constant(r.t, T(0));
  d[r.t - 1] = T(1);
  for (int k = r.t - 2; k >= r.s; --k) {
    const GraphNode& node = r.graph.node(k);
    if (arity(node.operation) > 0) d[k] += d[node.a];
    if (arity(node.operation) > 1) d[k] += d[node.b];
  }
  same_as_tape(r, d, claims);
};

constexpr auto right_sons = []<class T>(const Run<T>& r, Claims<T>& claims) {
  same_as_tape(r, r.recursion(product), claims);
};

template <class T>
struct ExampleRun {
  using Instance = LogRootExample;
  explicit ExampleRun(const LogRootExample& e) : x(exact<T>(e.x)), y(exact<T>(e.y)) {
    if constexpr (has_exp<T>) {
      using std::log;
      using std::sqrt;
      a = log(x);
      b = y * a;
      c = sqrt(b);
    }
    f_c = f_f * T(1);
    f_b = f_c * (T(1) / (T(2) * c)) + f_f * T(1);
    f_a = f_b * y;
    f_y = f_b * a;
    f_x = f_a * (T(1) / x);
  }
  T x, y, a = T(0), b = T(0), c = T(1);
  T f_f = T(1), f_c, f_b, f_a, f_y, f_x;
};

/// One line of the example: the recursion against the derivative of b + √b or of (14.19) in closed form.
template <class Line>
Form<LogRootExample> line(const char* key, Line of) {
  return form<ExampleRun>(key, [of]<class T>(const ExampleRun<T>& r, Claims<T>& claims) {
    const std::pair<T, T> sides = of(r);
    claims.equal("recursion = closed form", sides.first, sides.second);
  });
}

/// A planted mistake in the summand of the recursion.
template <class Term>
Form<GraphInstance> with_term(const char* key, Term term) {
  return form<Run>(key,
                   [term]<class T>(const Run<T>& r, Claims<T>& claims) { same_as_tape(r, r.recursion(term), claims); });
}

/// Each node remembers the last of its sons only.
constexpr auto last_son_only = []<class T>(const Run<T>& r, Claims<T>& claims) {
  Vector<T> d = Vector<T>::Constant(r.t, T(0));
  d[r.t - 1] = T(1);
  for (int m = r.t - 1; m >= r.s; --m) {
    const GraphNode& node = r.graph.node(m);
    const auto [by_a, by_b] = r.graph.template partials<T>(m, r.x);
    if (arity(node.operation) > 0) d[node.a] = d[m] * by_a;
    if (arity(node.operation) > 1) d[node.b] = d[m] * by_b;
  }
  same_as_tape(r, d, claims);
};

}  // namespace

Form<GraphInstance> conclusion() { return form<Run>("as printed", printed); }
Form<GraphInstance> inner_nodes() { return form<Run>("inner nodes", all_nodes); }
Form<GraphInstance> in_wrong_order() { return form<Run>("wrong order", wrong_order); }

Forms<LogRootExample> example_lines() {
  return {
      line("∂f/∂c", []<class T>(const ExampleRun<T>& r) { return std::pair<T, T>(r.f_c, T(1)); }),
      line("∂f/∂b", []<class T>(const ExampleRun<T>& r) { return std::pair<T, T>(r.f_b, (r.b + r.c / T(2)) / r.b); }),
      line("∂f/∂a", []<class T>(const ExampleRun<T>& r) { return std::pair<T, T>(r.f_a, (r.b + r.c / T(2)) / r.a); }),
      line("∂f/∂y", []<class T>(const ExampleRun<T>& r) { return std::pair<T, T>(r.f_y, r.a + r.a / (T(2) * r.c)); }),
      line("∂f/∂x", []<class T>(const ExampleRun<T>& r) {
        return std::pair<T, T>(r.f_x, r.y / r.x + r.y / (T(2) * r.x * r.c));
      })};
}

Forms<GraphInstance> errata() { return {form<Run>("sons", sons_as_printed)}; }
Forms<GraphInstance> corrected() { return {form<Run>("sons", right_sons)}; }

Forms<GraphInstance> planted() {
  return {with_term("missing factor: without ∂x_t/∂xₘ", [](int, const auto&, const auto& partial) { return partial; }),
          with_term("missing factor: without ∂fₘ/∂xₖ", [](int, const auto& adjoint, const auto&) { return adjoint; }),
          with_term("sign: the second parent subtracted",
                    []<class T>(int which, const T& adjoint, const T& partial) {
                      return which == 0 ? T(adjoint * partial) : T(-(adjoint * partial));
                    }),
          with_term("factor: ∂fₘ/∂xₖ squared",
                    []<class T>(int, const T& adjoint, const T& partial) { return T(adjoint * square(partial)); }),
          form<Run>("missing terms: the first of several sons wins", last_son_only)};
}

}  // namespace verigrad::reverse_mode
