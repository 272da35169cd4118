#include "verigrad/autodiff/graph.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

std::string formula(const GraphNode& node) {
  const std::string a = fmt::format("x{}", node.a + 1), b = fmt::format("x{}", node.b + 1);
  switch (node.operation) {
    case Operation::constant: return fmt::format("{}", node.constant);
    case Operation::add: return a + " + " + b;
    case Operation::subtract: return a + " − " + b;
    case Operation::multiply: return a + "·" + b;
    case Operation::bounded_quotient: return a + "/(1 + " + b + "²)";
    case Operation::squared: return a + "²";
    case Operation::bell: return "exp(−" + a + "²)";
    case Operation::log_one_plus: return "log(1 + " + a + "²)";
    case Operation::root_one_plus: break;
  }
  return "√(1 + " + a + "²)";
}

template <class T>
T with_exp(Operation operation, const T& a) {
  using std::exp;
  using std::log;
  using std::sqrt;
  if constexpr (has_exp<T>) switch (operation) {
      case Operation::bell: return exp(T(-square(a)));
      case Operation::log_one_plus: return log(T(T(1) + square(a)));
      default: return sqrt(T(T(1) + square(a)));
    }
  throw std::logic_error("Graph: exp, log or √ over a number type that has none; ask rational() first");
}

/// The number type beneath dual numbers and recorded numbers.
template <class T>
struct Beneath {
  using type = T;
};
template <Lifted V>
struct Beneath<V> {
  using type = typename Beneath<typename V::Scalar>::type;
};

template <class T>
T apply(const GraphNode& node, const Vector<T>& x) {
  const auto a = [&]() -> const T& { return x[node.a]; };
  const auto b = [&]() -> const T& { return x[node.b]; };
  switch (node.operation) {
    case Operation::constant: return T(exact<typename Beneath<T>::type>(node.constant));
    case Operation::add: return a() + b();
    case Operation::subtract: return a() - b();
    case Operation::multiply: return a() * b();
    case Operation::bounded_quotient: return a() / (T(1) + square(b()));
    case Operation::squared: return square(a());
    default: return with_exp(node.operation, a());
  }
}

/// The derivatives of exp(−a²), log(1 + a²) and √(1 + a²), given the node's value.
template <class T>
T slope_with_exp(Operation operation, const T& a, const T& value) {
  switch (operation) {
    case Operation::bell: return T(-2) * a * value;
    case Operation::log_one_plus: return T(2) * a / (T(1) + square(a));
    default: return a / value;
  }
}

}  // namespace

int arity(Operation operation) {
  switch (operation) {
    case Operation::constant: return 0;
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::bounded_quotient: return 2;
    default: return 1;
  }
}

Graph::Graph(int inputs, std::vector<GraphNode> nodes, int outputs)
    : inputs_(inputs), nodes_(std::move(nodes)), outputs_(outputs) {
  if (inputs < 1) throw std::invalid_argument(fmt::format("Graph: {} inputs; at least 1", inputs));
  if (outputs < 1 || outputs > size())
    throw std::invalid_argument(fmt::format("Graph: {} outputs of {} variables; from 1 to all", outputs, size()));
  for (int k = inputs_; k < size(); ++k)
    for (int i = 0; i < arity(node(k).operation); ++i) {
      const int parent = i == 0 ? node(k).a : node(k).b;
      if (parent < 0 || parent >= k)
        throw std::invalid_argument(
            fmt::format("Graph: x{} has parent x{}; a parent comes before its node", k + 1, parent + 1));
    }
}

bool Graph::rational() const {
  return std::all_of(nodes_.begin(), nodes_.end(), [](const GraphNode& n) { return n.operation < Operation::bell; });
}

bool Graph::polynomial() const {
  return rational() && std::none_of(nodes_.begin(), nodes_.end(),
                                    [](const GraphNode& n) { return n.operation == Operation::bounded_quotient; });
}

int Graph::degree() const {
  std::vector<int> degrees(std::size_t(inputs_), 1);
  const auto of = [&](int k) { return degrees[std::size_t(k)]; };
  for (const GraphNode& n : nodes_) switch (n.operation) {
      case Operation::constant: degrees.push_back(0); break;
      case Operation::multiply: degrees.push_back(of(n.a) + of(n.b)); break;
      case Operation::squared: degrees.push_back(2 * of(n.a)); break;
      default: degrees.push_back(std::max(of(n.a), of(n.b)));
    }
  return *std::max_element(degrees.begin(), degrees.end());
}

std::string Graph::describe() const {
  std::string words = fmt::format("inputs x1 … x{}", inputs_);
  for (int k = inputs_; k < size(); ++k) words += fmt::format("; x{} = {}", k + 1, formula(node(k)));
  return outputs_ == 1 ? words : words + fmt::format("; the last {} are outputs", outputs_);
}

Graph Graph::then(const Graph& next) const {
  if (next.inputs_ != outputs_)
    throw std::invalid_argument(
        fmt::format("Graph: {} outputs, and {} inputs of the next; they must agree", outputs_, next.inputs_));
  const int shift = size() - outputs_;
  std::vector<GraphNode> nodes = nodes_;
  for (GraphNode n : next.nodes_) {
    n.a += shift;
    n.b += shift;
    nodes.push_back(n);
  }
  return {inputs_, std::move(nodes), next.outputs_};
}

Graph Graph::plus(const Graph& other) const {
  if (other.inputs_ != inputs_ || other.outputs_ != outputs_)
    throw std::invalid_argument("Graph: a sum of functions with different inputs or outputs; they must agree");
  const int shift = int(nodes_.size());
  const auto moved = [&](int parent) { return parent < inputs_ ? parent : parent + shift; };
  std::vector<GraphNode> nodes = nodes_;
  for (const GraphNode& n : other.nodes_) nodes.push_back({n.operation, moved(n.a), moved(n.b), n.constant});
  for (int i = 0; i < outputs_; ++i)
    nodes.push_back({Operation::add, size() - outputs_ + i, moved(other.size() - outputs_ + i)});
  return {inputs_, std::move(nodes), outputs_};
}

template <class T>
Vector<T> Graph::variables(const Vector<T>& x) const {
  if (x.size() != inputs_)
    throw std::invalid_argument(fmt::format("Graph: a point of {} entries for {} inputs", x.size(), inputs_));
  Vector<T> values(size());
  values.head(inputs_) = x;
  for (int k = inputs_; k < size(); ++k) values[k] = apply(node(k), values);
  return values;
}

template <class T>
std::pair<T, T> Graph::partials(int k, const Vector<T>& x) const {
  const GraphNode& n = node(k);
  switch (n.operation) {
    case Operation::constant: return {T(0), T(0)};
    case Operation::add: return {T(1), T(1)};
    case Operation::subtract: return {T(1), T(-1)};
    case Operation::multiply: return {x[n.b], x[n.a]};
    case Operation::squared: return {T(2) * x[n.a], T(0)};
    case Operation::bounded_quotient: {
      const T below = T(1) + square(x[n.b]);
      return {T(1) / below, T(-2) * x[n.a] * x[n.b] / square(below)};
    }
    default: return {slope_with_exp(n.operation, x[n.a], x[k]), T(0)};
  }
}

// p′(0) = −H_d p(0) + Σⱼ (−1)ʲ⁺¹ C(d, j)/j · p(j) for polynomials p of degree d ≥ 1.
template <class T>
T interpolated_derivative(const Graph& graph, const Vector<T>& x, int i) {
  const int d = std::max(graph.degree(), 1);
  T result(0), harmonic(0), binomial(1);
  for (int j = 1; j <= d; ++j) {
    binomial = binomial * T(d - j + 1) / T(j);
    harmonic += T(1) / T(j);
    Vector<T> moved = x;
    moved[i] += T(j);
    result += T(j % 2 == 1 ? 1 : -1) * binomial / T(j) * graph.variables(moved)[graph.size() - 1];
  }
  return result - harmonic * graph.variables(x)[graph.size() - 1];
}

namespace {

/// Adds `product` times each path from k to the last node.
template <class T>
void add_paths(const Graph& graph, int k, const T& product, const Vector<T>& values, T& sum) {
  if (k == graph.size() - 1) sum += product;
  for (int m = std::max(k + 1, graph.inputs()); m < graph.size(); ++m) {
    const GraphNode& node = graph.node(m);
    const int parents = arity(node.operation);
    const auto [by_a, by_b] = graph.partials<T>(m, values);
    if (parents > 0 && node.a == k) add_paths(graph, m, T(product * by_a), values, sum);
    if (parents > 1 && node.b == k) add_paths(graph, m, T(product * by_b), values, sum);
  }
}

}  // namespace

template <class T>
T path_sum(const Graph& graph, int k, const Vector<T>& values) {
  T sum(0);
  add_paths(graph, k, T(1), values, sum);
  return sum;
}

template <class T>
Matrix<T> forward_jacobian(const Graph& graph, const Vector<T>& x) {
  return forward_jacobian([&](const Vector<Dual<T>>& at) { return graph.outputs_at(at); }, x);
}

template <class T>
Matrix<T> reverse_jacobian(const Graph& graph, const Vector<T>& x) {
  return reverse_jacobian([&](const Vector<Var<T>>& at) { return graph.outputs_at(at); }, x);
}

template <class T>
Matrix<T> hessian(const Graph& graph, const Vector<T>& x) {
  using Second = Dual<Dual<T>>;
  const Eigen::Index p = x.size();
  Vector<Second> at(p);
  for (Eigen::Index i = 0; i < p; ++i) at[i] = Second::variable(Dual<T>::variable(x[i], i, p), i, p);
  const Vector<Second> values = graph.variables(at);
  const Vector<Dual<T>> slopes = values[values.size() - 1].tangents(p);
  Matrix<T> result(p, p);
  for (Eigen::Index i = 0; i < p; ++i) result.row(i) = slopes[i].tangents(p).transpose();
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                               \
  template Vector<T> Graph::variables<T>(const Vector<T>&) const;             \
  template std::pair<T, T> Graph::partials<T>(int, const Vector<T>&) const;   \
  template T path_sum<T>(const Graph&, int, const Vector<T>&);                \
  template T interpolated_derivative<T>(const Graph&, const Vector<T>&, int); \
  template Matrix<T> forward_jacobian<T>(const Graph&, const Vector<T>&);     \
  template Matrix<T> reverse_jacobian<T>(const Graph&, const Vector<T>&);     \
  template Matrix<T> hessian<T>(const Graph&, const Vector<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
