#include "verigrad/theorem/derivative/architecture_instance.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

std::vector<int> range(int first, int count) {
  std::vector<int> result(static_cast<std::size_t>(count));
  std::iota(result.begin(), result.end(), first);
  return result;
}

/// A graph that grows: what is added reads variables that are there.
class Growing {
public:
  explicit Growing(int inputs) : inputs_(inputs) {}

  /// Adds `graph`, whose inputs are the variables `at`. Returns its outputs.
  std::vector<int> add(const Graph& graph, std::vector<int> at) {
    for (const GraphNode& node : graph.nodes()) {
      const int parents = arity(node.operation);
      at.push_back(add({node.operation, parents > 0 ? at[std::size_t(node.a)] : -1,
                        parents > 1 ? at[std::size_t(node.b)] : -1, node.constant}));
    }
    return {at.end() - graph.outputs(), at.end()};
  }
  int add(const GraphNode& node) {
    nodes_.push_back(node);
    return inputs_ + int(nodes_.size()) - 1;
  }
  Graph finish(int outputs) const { return {inputs_, nodes_, outputs}; }

private:
  int inputs_;
  std::vector<GraphNode> nodes_;
};

std::string in_words(const std::vector<Vector<double>>& theta) {
  std::string words;
  for (std::size_t k = 0; k < theta.size(); ++k) words += fmt::format(", θ{} = {}", k, verigrad::in_words(theta[k]));
  return words;
}

}  // namespace

bool ArchitectureInstance::rational() const {
  return loss.rational() && std::all_of(layers.begin(), layers.end(), [](const Graph& f) { return f.rational(); });
}

std::string ArchitectureInstance::describe() const {
  std::string words = "x₀ = " + verigrad::in_words(x0) + in_words(theta);
  for (int k = 1; k <= t(); ++k) words += fmt::format("; f{}: {}", k, layers[std::size_t(k) - 1].describe());
  return words + "; L: " + loss.describe();
}

Graph ArchitectureInstance::whole(int first) const {
  const int n = first == 0 ? int(x0.size()) : layers[std::size_t(first) - 1].outputs();
  int parameters = 0;
  for (std::size_t k = std::size_t(first); k < theta.size(); ++k) parameters += int(theta[k].size());
  Growing result(n + parameters);
  std::vector<int> x = range(0, n);
  int next = n;
  for (std::size_t k = std::size_t(first); k < layers.size(); ++k) {
    std::vector<int> at = x;
    const std::vector<int> own = range(next, int(theta[k].size()));
    at.insert(at.end(), own.begin(), own.end());
    next += int(own.size());
    x = result.add(layers[k], at);
  }
  result.add(loss, x);
  return result.finish(1);
}

std::string EulerInstance::describe() const {
  return fmt::format("u: {}, τ = {}, x₀ = {}{}; L: {}", u.describe(), tau, verigrad::in_words(x0), in_words(theta),
                     loss.describe());
}

ArchitectureInstance EulerInstance::architecture() const {
  const int n = int(x0.size());
  ArchitectureInstance result{{}, loss, x0, theta};
  for (std::size_t k = 1; k <= theta.size(); ++k) {
    Growing layer(u.inputs() - 1);
    std::vector<int> at = range(0, u.inputs() - 1);
    at.push_back(layer.add({Operation::constant, -1, -1, double(k) * tau}));
    std::vector<int> moves = layer.add(u, at);
    const int step = layer.add({Operation::constant, -1, -1, tau});
    for (int& move : moves) move = layer.add({Operation::multiply, step, move});
    for (int i = 0; i < n; ++i) layer.add({Operation::add, i, moves[std::size_t(i)]});
    result.layers.push_back(layer.finish(n));
  }
  return result;
}

}  // namespace verigrad
