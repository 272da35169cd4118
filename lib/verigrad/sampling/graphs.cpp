#include "verigrad/sampling/graphs.hpp"

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

/// Numbers from which a node is made, whatever comes before it.
struct Draw {
  int operation, a, b;
  double constant;
};

Gen<Draw> draw() {
  return gen::map(gen::tuple(up_to(1000), up_to(1000), up_to(1000), dyadic(4, 2)),
                  [](const std::tuple<int, int, int, double>& t) {
                    return Draw{std::get<0>(t), std::get<1>(t), std::get<2>(t), std::get<3>(t)};
                  });
}

Operation operation(Algebra algebra, int number) {
  static const std::vector<Operation> all{
      Operation::multiply, Operation::add,          Operation::subtract,         Operation::multiply,
      Operation::squared,  Operation::constant,     Operation::bounded_quotient, Operation::bounded_quotient,
      Operation::bell,     Operation::log_one_plus, Operation::root_one_plus};
  const int count = algebra == Algebra::polynomial ? 6 : algebra == Algebra::rational ? 8 : int(all.size());
  return all[std::size_t(number % count)];
}

/// Parents are drawn from the last few variables more often, so that graphs are deep and variables shared.
int parent(int number, int k) { return number % 2 == 0 ? (number / 2) % k : k - 1 - (number / 2) % std::min(k, 2); }

Graph graph_of(Algebra algebra, int inputs, int outputs, const std::vector<Draw>& draws) {
  std::vector<GraphNode> nodes;
  for (const Draw& d : draws) {
    const int k = inputs + int(nodes.size());
    nodes.push_back({operation(algebra, d.operation), parent(d.a, k), parent(d.b, k), d.constant});
  }
  return {inputs, std::move(nodes), outputs};
}

}  // namespace

Gen<Graph> graph(Algebra algebra, int inputs, int outputs, int highest_nodes) {
  const auto nodes = gen::map(up_to(std::max(highest_nodes - outputs, 0)), [=](int more) { return outputs + more; });
  return gen::mapcat(nodes, [=](int count) {
    return gen::map(gen::container<std::vector<Draw>>(std::size_t(count), draw()),
                    [=](const std::vector<Draw>& draws) { return graph_of(algebra, inputs, outputs, draws); });
  });
}

Gen<jacobian_chain_rule::Instance> two_maps(Algebra algebra, int a, int b, int c) {
  return gen::map(gen::tuple(graph(algebra, a, b, b + 2), graph(algebra, b, c, c + 2), point(2 * a, 5, 4)),
                  [a](const std::tuple<Graph, Graph, Vector<double>>& t) {
                    const Vector<double>& v = std::get<2>(t);
                    return jacobian_chain_rule::Instance{{std::get<0>(t), std::get<1>(t)}, v.head(a), v.tail(a)};
                  });
}

Gen<GraphInstance> graph_at_point(Algebra algebra, int highest_nodes) {
  return gen::mapcat(dimension(3), [=](int inputs) {
    return gen::map(gen::pair(graph(algebra, inputs, 1, highest_nodes), point(inputs, 5, 4)),
                    [](const std::pair<Graph, Vector<double>>& p) {
                      return GraphInstance{p.first, p.second};
                    });
  });
}

Gen<GraphInstance> any_graph_at_point(int highest_nodes) {
  return gen::weightedOneOf<GraphInstance>(
      {{2, graph_at_point(Algebra::rational, highest_nodes)}, {1, graph_at_point(Algebra::smooth, highest_nodes)}});
}

}  // namespace verigrad::generate
