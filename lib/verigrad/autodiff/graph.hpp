// Computational graphs as data: xₖ = fₖ(x₁, …, xₖ₋₁), evaluated over any number type, with the partial derivatives of
// each node in closed form. MFDS, section 14.3.2.
#pragma once

#include <string>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// What a node does with its parents a and b.
enum class Operation {
  constant,
  add,               ///< a + b
  subtract,          ///< a − b
  multiply,          ///< ab
  bounded_quotient,  ///< a/(1 + b²)
  squared,           ///< a²
  bell,              ///< exp(−a²)
  log_one_plus,      ///< log(1 + a²)
  root_one_plus      ///< √(1 + a²)
};

/// How many parents an operation has: 0, 1 or 2.
int arity(Operation operation);

/// One variable xₖ that is no input: its operation on earlier ones, or a constant.
struct GraphNode {
  Operation operation;
  int a = -1;  ///< indices of the parents, from 0, both less than the node's own
  int b = -1;
  double constant = 0;
};

/// Inputs x₁ … x_s, then nodes; the outputs are the last m variables. A node may be used any number of times, or never;
/// both parents may be the same.
class Graph {
public:
  /// Throws std::invalid_argument when a parent does not come before its node, or outputs are not in [1, s + nodes].
  Graph(int inputs, std::vector<GraphNode> nodes, int outputs = 1);

  int inputs() const { return inputs_; }
  int outputs() const { return outputs_; }
  /// t: inputs and nodes.
  int size() const { return inputs_ + int(nodes_.size()); }
  const std::vector<GraphNode>& nodes() const { return nodes_; }
  const GraphNode& node(int k) const { return nodes_[std::size_t(k - inputs_)]; }
  /// Only + − × ÷.
  bool rational() const;
  /// Only + − ×.
  bool polynomial() const;
  /// A bound on the degree of a polynomial graph.
  int degree() const;
  /// "x3 = x1·x2; x4 = exp(−x3²)".
  std::string describe() const;
  /// The composition: `next` after this graph, whose outputs are its inputs. Throws std::invalid_argument unless there
  /// are as many of both.
  Graph then(const Graph& next) const;
  /// The sum, output by output. Throws std::invalid_argument unless inputs and outputs are as many.
  Graph plus(const Graph& other) const;

  /// x₁ … x_t. T is a number type, or a Dual or Var over one. Throws std::logic_error when T lacks exp and the graph
  /// needs it, std::invalid_argument when x has another size than inputs().
  template <class T>
  Vector<T> variables(const Vector<T>& x) const;
  /// The last m of them.
  template <class T>
  Vector<T> outputs_at(const Vector<T>& x) const {
    return variables(x).tail(outputs_);
  }
  /// ∂fₖ/∂a and ∂fₖ/∂b of node k in closed form, given x₁ … x_t; entries without a parent are 0.
  template <class T>
  std::pair<T, T> partials(int k, const Vector<T>& values) const;

private:
  int inputs_;
  std::vector<GraphNode> nodes_;
  int outputs_;
};

/// ∂x_t/∂xₖ as the sum over all paths from node k to the last of the products of the partial derivatives along them:
/// exponentially many, a third way for small graphs. `values` are x₁ … x_t.
template <class T>
T path_sum(const Graph& graph, int k, const Vector<T>& values);
/// ∂/∂xᵢ of the last variable of a polynomial graph from its values at x, x + eᵢ, …, x + deg · eᵢ: no derivative is
/// used, and the result is exact up to the arithmetic of T.
template <class T>
T interpolated_derivative(const Graph& graph, const Vector<T>& x, int i);
/// The Jacobian of the outputs, m × s, by dual numbers and by tape.
template <class T>
Matrix<T> forward_jacobian(const Graph& graph, const Vector<T>& x);
template <class T>
Matrix<T> reverse_jacobian(const Graph& graph, const Vector<T>& x);
/// ∂²f of the last variable: s × s, by dual numbers over dual numbers.
template <class T>
Matrix<T> hessian(const Graph& graph, const Vector<T>& x);

}  // namespace verigrad
