#include "verigrad/sampling/architectures.hpp"

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

using feed_forward_adjoints::LinearFlow;
using feed_forward_adjoints::Perceptron;

Gen<Vector<double>> small_point(Eigen::Index dimension) { return point(dimension, 4, 2); }

/// Widths n₀, …, n_t and t.
Gen<std::vector<int>> widths() {
  return gen::mapcat(up_to(2), [](int more) {
    return gen::container<std::vector<int>>(std::size_t(more) + 2, gen::map(up_to(2), [](int k) { return k + 1; }));
  });
}

/// A layer and its parameters.
Gen<std::pair<Graph, Vector<double>>> layer(Algebra algebra, int inputs, int outputs) {
  return gen::mapcat(up_to(1), [=](int more) {
    return gen::pair(graph(algebra, inputs + more + 1, outputs, outputs + 2), small_point(more + 1));
  });
}

/// The architecture from layer k on is added to `begun`.
Gen<ArchitectureInstance> extended(Algebra algebra, const std::vector<int>& n, std::size_t k,
                                   const ArchitectureInstance& begun) {
  if (k == n.size()) return gen::just(begun);
  return gen::mapcat(layer(algebra, n[k - 1], n[k]), [=](const std::pair<Graph, Vector<double>>& drawn) {
    ArchitectureInstance longer = begun;
    longer.layers.push_back(drawn.first);
    longer.theta.push_back(drawn.second);
    return extended(algebra, n, k + 1, longer);
  });
}

Activation activation(int number, bool smooth) {
  static const std::vector<Activation> exact{Activation::square, Activation::relu, Activation::leaky_relu,
                                             Activation::identity};
  static const std::vector<Activation> with_exp{Activation::sigmoid, Activation::tanh, Activation::softplus,
                                                Activation::silu, Activation::elu};
  const std::vector<Activation>& all = smooth ? with_exp : exact;
  return all[std::size_t(number) % all.size()];
}

Gen<Perceptron> weighted(const std::vector<int>& n, const Perceptron& begun) {
  const std::size_t k = begun.theta.size() + 1;
  if (k == n.size()) return gen::just(begun);
  return gen::mapcat(table(n[k], n[k - 1], dyadic(3, 1)), [=](const Matrix<double>& own) {
    Perceptron longer = begun;
    longer.theta.push_back(own);
    return weighted(n, longer);
  });
}

}  // namespace

Gen<ArchitectureInstance> architecture(Algebra algebra) {
  return gen::mapcat(widths(), [=](const std::vector<int>& n) {
    return gen::mapcat(gen::pair(small_point(n.front()), graph(algebra, n.back(), 1, 3)),
                       [=](const std::pair<Vector<double>, Graph>& drawn) {
                         return extended(algebra, n, 1, {{}, drawn.second, drawn.first, {}});
                       });
  });
}

Gen<EulerInstance> euler_architecture(Algebra algebra) {
  return gen::mapcat(gen::pair(dimension(2), dimension(3)), [=](const std::pair<int, int>& sizes) {
    const auto [n, t] = sizes;
    return gen::map(gen::tuple(graph(algebra, n + 2, n, n + 2), graph(algebra, n, 1, 2), small_point(n), small_point(t),
                               positive(2, -3, -1)),
                    [](const std::tuple<Graph, Graph, Vector<double>, Vector<double>, double>& drawn) {
                      const auto& [u, loss, x0, parameters, tau] = drawn;
                      EulerInstance result{u, loss, x0, {}, tau};
                      for (const double own : parameters) result.theta.push_back(Vector<double>::Constant(1, own));
                      return result;
                    });
  });
}

Gen<Perceptron> perceptron(bool smooth) {
  return gen::mapcat(widths(), [=](const std::vector<int>& n) {
    return gen::mapcat(gen::tuple(up_to(19), small_point(n.front()), small_point(n.back())),
                       [=](const std::tuple<int, Vector<double>, Vector<double>>& drawn) {
                         const auto& [number, x0, c] = drawn;
                         return weighted(n, {activation(number, smooth), x0, {}, c});
                       });
  });
}

Gen<LinearFlow> linear_flow() {
  return gen::mapcat(gen::pair(dimension(2), dimension(2)), [](const std::pair<int, int>& sizes) {
    const auto [n, m] = sizes;
    return gen::map(gen::tuple(table(n, n, dyadic(3, 2)), table(n, m, dyadic(3, 2)), small_point(n), small_point(m),
                               small_point(n), up_to(1), up_to(1)),
                    [](const auto& drawn) {
                      const auto& [a, b, x0, theta, c, longer, finer] = drawn;
                      return LinearFlow{a, b, x0, theta, c, longer ? 1.0 : 0.5, finer ? 8 : 4};
                    });
  });
}

Gen<feed_forward_adjoints::PolynomialFlow> time_dependent_flow() {
  const auto pair = small_point(2), speeds = small_point(2);
  return gen::map(gen::tuple(pair, pair, pair, pair, pair, pair, speeds, up_to(1)), [](const auto& drawn) {
    const auto& [x0, theta0, theta1, phi0, phi1, c, pq, longer] = drawn;
    return feed_forward_adjoints::PolynomialFlow{x0, theta0, theta1, phi0, phi1, c, pq[0], pq[1], longer ? 1.0 : 0.5};
  });
}

}  // namespace verigrad::generate
