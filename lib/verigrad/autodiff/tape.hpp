// The tape: the reverse mode of automatic differentiation over any number type. One sweep from the last node to the
// first gives the derivatives of one output with respect to every variable.
#pragma once

#include <stdexcept>
#include <vector>

#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

template <class T>
class Tape;

/// A number whose elementary operations a tape records; without a tape, a constant. Valid as long as its tape.
template <class T>
class Var {
public:
  using Scalar = T;
  static constexpr bool carries_derivatives = true;

  Var() : value_(0) {}
  explicit Var(int constant) : value_(constant) {}
  Var(T constant) : value_(std::move(constant)) {}

  const T& value() const { return value_; }
  bool is_constant() const { return tape_ == nullptr; }

  /// Throws std::invalid_argument when the operands belong to different tapes.
  template <class Parts>
  static Var lifted(T value, const Parts& parts) {
    Tape<T>* tape = nullptr;
    for (const Part<Var>& part : parts) {
      if (part.operand->is_constant()) continue;
      if (tape && tape != part.operand->tape_)
        throw std::invalid_argument("Var: operands on two tapes; make all variables of one computation on one tape");
      tape = part.operand->tape_;
    }
    if (!tape) return Var(std::move(value));
    for (const Part<Var>& part : parts)
      if (!part.operand->is_constant() && !is_zero(part.partial)) tape->link(part.operand->node_, part.partial);
    return Var(tape, tape->close_node(), std::move(value));
  }

private:
  friend class Tape<T>;
  Var(Tape<T>* tape, int node, T value) : tape_(tape), node_(node), value_(std::move(value)) {}

  Tape<T>* tape_ = nullptr;
  int node_ = -1;
  T value_;
};

/// A computational graph as it was run: each node with its parents and the partial derivatives with respect to them.
template <class T>
class Tape {
public:
  Tape() = default;
  Tape(const Tape&) = delete;
  Tape& operator=(const Tape&) = delete;

  Var<T> variable(T value) { return {this, close_node(), std::move(value)}; }
  /// One variable for each entry of x, in order.
  Vector<Var<T>> variables(const Vector<T>& x) {
    Vector<Var<T>> result(x.size());
    for (Eigen::Index i = 0; i < x.size(); ++i) result[i] = variable(x[i]);
    return result;
  }

  /// ∂output/∂x for each x. Throws std::invalid_argument when a number belongs to another tape.
  Vector<T> gradient(const Var<T>& output, const Vector<Var<T>>& x) const {
    Vector<T> result(x.size());
    const std::vector<T> adjoint = adjoints(output);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      require_own(x[i]);
      result[i] = is_beyond(x[i], adjoint) ? T(0) : adjoint[std::size_t(x[i].node_)];
    }
    return result;
  }

  /// How many nodes and edges it holds: what the reverse mode must remember.
  std::size_t nodes() const { return end_of_edges_.size(); }
  std::size_t edges() const { return edges_.size(); }

private:
  friend class Var<T>;
  struct Edge {
    int parent;
    T partial;
  };

  void link(int parent, const T& partial) { edges_.push_back({parent, partial}); }
  int close_node() {
    end_of_edges_.push_back(edges_.size());
    return int(end_of_edges_.size()) - 1;
  }
  bool is_beyond(const Var<T>& x, const std::vector<T>& adjoint) const {
    return x.is_constant() || std::size_t(x.node_) >= adjoint.size();
  }
  void require_own(const Var<T>& x) const {
    if (!x.is_constant() && x.tape_ != this)
      throw std::invalid_argument("Tape: the number belongs to another tape; ask that one");
  }

  /// ∂output/∂node for the nodes up to the output. A node whose adjoint is 0 passes nothing on.
  std::vector<T> adjoints(const Var<T>& output) const {
    require_own(output);
    if (output.is_constant()) return {};
    std::vector<T> adjoint(std::size_t(output.node_) + 1, T(0));
    adjoint.back() = T(1);
    for (std::size_t node = adjoint.size(); node-- > 0;) {
      if (is_zero(adjoint[node])) continue;
      const std::size_t first = node == 0 ? 0 : end_of_edges_[node - 1];
      for (std::size_t e = first; e < end_of_edges_[node]; ++e)
        adjoint[std::size_t(edges_[e].parent)] += adjoint[node] * edges_[e].partial;
    }
    return adjoint;
  }

  std::vector<std::size_t> end_of_edges_;  ///< per node, the end of its edges in edges_
  std::vector<Edge> edges_;
};

template <class T>
inline constexpr bool has_exp<Var<T>> = has_exp<T>;

}  // namespace verigrad

template <class T>
struct Eigen::NumTraits<verigrad::Var<T>> : Eigen::VerigradTraits<verigrad::Var<T>> {};

#include "verigrad/autodiff/elementary.hpp"
