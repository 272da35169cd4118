// Forward mode = reverse mode = closed form on random graphs: shared sub-expressions, fan-out, constants, inputs that
// are repeated or never used. Over rationals the three are equal, not close.
#include <random>

#include <gtest/gtest.h>

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/autodiff/forward_differences.hpp"
#include "verigrad/autodiff/graph.hpp"

namespace verigrad::autodiff_graphs_test {
namespace {

/// Parents are drawn from all variables before the node, so that some are shared and some never used.
Graph random_graph(std::mt19937& draw, int inputs, int nodes, int outputs, bool rational) {
  const std::vector<Operation> all{Operation::add,     Operation::subtract,     Operation::multiply,
                                   Operation::squared, Operation::constant,     Operation::bounded_quotient,
                                   Operation::bell,    Operation::log_one_plus, Operation::root_one_plus};
  const std::size_t operations = rational ? 6 : all.size();
  std::vector<GraphNode> list;
  for (int k = inputs; k < inputs + nodes; ++k)
    list.push_back({all[draw() % operations], int(draw() % unsigned(k)), int(draw() % unsigned(k)),
                    double(int(draw() % 9) - 4) / 4});
  return {inputs, list, outputs};
}

template <class T>
Vector<T> random_point(std::mt19937& draw, int inputs) {
  Vector<T> x(inputs);
  for (T& entry : x) entry = T(int(draw() % 17) - 8) / T(4);
  return x;
}

TEST(RandomGraphs, forward_is_reverse_is_the_sum_over_paths) {
  std::mt19937 draw(1);
  int different_from_zero = 0;
  for (int i = 0; i < 300; ++i) {
    const int inputs = 1 + int(draw() % 3);
    const Graph graph = random_graph(draw, inputs, 1 + int(draw() % 7), 1, true);
    const Vector<Rational> x = random_point<Rational>(draw, inputs);
    const Matrix<Rational> forward = forward_jacobian(graph, x), reverse = reverse_jacobian(graph, x);
    const Vector<Rational> values = graph.variables(x);
    EXPECT_EQ(forward, reverse) << graph.describe();
    for (int k = 0; k < inputs; ++k) EXPECT_EQ(forward(0, k), path_sum(graph, k, values)) << graph.describe();
    if (!forward.isZero(0)) ++different_from_zero;
  }
  EXPECT_GT(different_from_zero, 100);
}

TEST(RandomGraphs, polynomials_have_the_derivative_that_their_values_say) {
  std::mt19937 draw(2);
  int checked = 0;
  for (int i = 0; i < 300; ++i) {
    const Graph graph = random_graph(draw, 2, 1 + int(draw() % 5), 1, true);
    if (!graph.polynomial()) continue;
    const Vector<Rational> x = random_point<Rational>(draw, 2);
    const Matrix<Rational> forward = forward_jacobian(graph, x);
    for (int k = 0; k < 2; ++k) EXPECT_EQ(forward(0, k), interpolated_derivative(graph, x, k)) << graph.describe();
    ++checked;
  }
  EXPECT_GT(checked, 50);
}

TEST(RandomGraphs, both_modes_overlap_in_balls_with_exp_log_and_root) {
  std::mt19937 draw(3);
  for (int i = 0; i < 200; ++i) {
    const Graph graph = random_graph(draw, 2, 3 + int(draw() % 5), 2, false);
    const Vector<Ball> x = random_point<Ball>(draw, 2);
    const Matrix<Ball> difference = forward_jacobian(graph, x) - reverse_jacobian(graph, x);
    for (Eigen::Index r = 0; r < 2; ++r)
      for (Eigen::Index c = 0; c < 2; ++c) {
        EXPECT_LE(difference(r, c).lower(), 0) << graph.describe();
        EXPECT_GE(difference(r, c).upper(), 0) << graph.describe();
        EXPECT_LT(difference(r, c).upper() - difference(r, c).lower(), 0x1p-20) << graph.describe();
      }
  }
}

TEST(RandomGraphs, the_hessian_is_symmetric) {
  std::mt19937 draw(4);
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_graph(draw, 3, 2 + int(draw() % 5), 1, true);
    const Vector<Rational> x = random_point<Rational>(draw, 3);
    const Matrix<Rational> second = hessian(graph, x);
    EXPECT_EQ(second, Matrix<Rational>(second.transpose())) << graph.describe();
  }
}

/// One node on x₁ = 3 and x₂ = 2: its value and both partial derivatives.
void expect_node(const GraphNode& node, const Rational& value, const Rational& by_a, const Rational& by_b) {
  const Graph graph(2, {node});
  const Vector<Rational> variables = graph.variables(Vector<Rational>{{Rational(3), Rational(2)}});
  const std::pair<Rational, Rational> slopes = graph.partials<Rational>(2, variables);
  EXPECT_EQ(variables[2], value) << graph.describe();
  EXPECT_EQ(slopes.first, by_a) << graph.describe();
  EXPECT_EQ(slopes.second, by_b) << graph.describe();
}

TEST(Graph, operations_are_their_formulas) {
  expect_node({Operation::add, 0, 1}, 5, 1, 1);
  expect_node({Operation::subtract, 0, 1}, 1, 1, -1);
  expect_node({Operation::multiply, 0, 1}, 6, 2, 3);
  expect_node({Operation::squared, 0}, 9, 6, 0);
  expect_node({Operation::constant, 0, 0, 0.5}, Rational(1, 2), 0, 0);
  expect_node({Operation::bounded_quotient, 0, 1}, Rational(3, 5), Rational(1, 5), Rational(-12, 25));
}

/// e⁻⁹, log 10 and √10, with −6e⁻⁹, 6/10 and 3/√10.
TEST(Graph, functions_are_their_formulas) {
  const Vector<Ball> three = Vector<Ball>::Constant(1, Ball(3));
  const Ball bell = exp(Ball(-9)), root = sqrt(Ball(10));
  const auto expect = [&](Operation operation, const Ball& value, const Ball& slope) {
    const Graph graph(1, {{operation, 0}});
    for (const Ball& off : {Ball(graph.variables(three)[1] - value), Ball(forward_jacobian(graph, three)(0, 0) - slope),
                            Ball(reverse_jacobian(graph, three)(0, 0) - slope),
                            Ball(graph.partials<Ball>(1, graph.variables(three)).first - slope)}) {
      EXPECT_LE(off.lower(), 0) << graph.describe();
      EXPECT_GE(off.upper(), 0) << graph.describe();
      EXPECT_LT(off.upper() - off.lower(), 0x1p-40) << graph.describe();
    }
  };
  expect(Operation::bell, bell, Ball(-6) * bell);
  expect(Operation::log_one_plus, log(Ball(10)), Ball(3) / Ball(5));
  expect(Operation::root_one_plus, root, Ball(3) / root);
}

/// (x₁ + x₂, x₁x₂), then y₂² − y₁: 31 at (3, 2), with the gradient (2·6·2 − 1, 2·6·3 − 1).
TEST(Graph, one_after_another_is_the_composition) {
  const Graph both(2, {{Operation::add, 0, 1}, {Operation::multiply, 0, 1}}, 2);
  const Graph last(2, {{Operation::squared, 1}, {Operation::subtract, 2, 0}});
  const Graph composed = both.then(last);
  const Vector<Rational> x{{Rational(3), Rational(2)}};
  EXPECT_EQ(composed.variables(x)[composed.size() - 1], 31);
  EXPECT_EQ(forward_jacobian(composed, x), (Matrix<Rational>{{Rational(23), Rational(35)}}));
  EXPECT_EQ(reverse_jacobian(composed, x), (Matrix<Rational>{{Rational(23), Rational(35)}}));
}

/// (x₁x₂, x₁ + x₁x₂) + (x₁² + x₂, (x₁² + x₂)²): (17, 130) at (3, 2).
TEST(Graph, sums_add_each_output) {
  const Graph first(2, {{Operation::multiply, 0, 1}, {Operation::add, 0, 2}}, 2);
  const Graph second(2, {{Operation::squared, 0}, {Operation::add, 2, 1}, {Operation::squared, 3}}, 2);
  const Graph sum = first.plus(second);
  const Vector<Rational> x{{Rational(3), Rational(2)}};
  const Vector<Rational> values = sum.variables(x);
  EXPECT_EQ(values[sum.size() - 2], 6 + 11);
  EXPECT_EQ(values[sum.size() - 1], 9 + 121);
}

TEST(Graph, degrees_add_in_products_and_double_in_squares) {
  EXPECT_EQ(Graph(2, {{Operation::squared, 0}, {Operation::squared, 2}, {Operation::multiply, 3, 1}}).degree(), 5);
  EXPECT_EQ(Graph(2, {{Operation::squared, 0}, {Operation::add, 2, 1}}).degree(), 2);
}

TEST(RandomGraphs, a_shared_node_is_counted_once_an_edge) {
  const Graph fan_out(1, {{Operation::squared, 0},
                          {Operation::multiply, 1, 1},
                          {Operation::add, 1, 2},
                          {Operation::add, 3, 0},
                          {Operation::subtract, 4, 0}});
  const Vector<Rational> x = Vector<Rational>::Constant(1, Rational(3));
  EXPECT_EQ(forward_jacobian(fan_out, x)(0, 0), 2 * 3 + 4 * 27);
  EXPECT_EQ(reverse_jacobian(fan_out, x)(0, 0), 2 * 3 + 4 * 27);
  EXPECT_EQ(hessian(fan_out, x)(0, 0), 2 + 12 * 9);
}

TEST(RandomGraphs, an_output_that_is_an_input_has_its_basis_vector) {
  const Graph identity(2, {}, 2);
  const Vector<Rational> x = Vector<Rational>::Constant(2, Rational(1));
  EXPECT_EQ(forward_jacobian(identity, x), Matrix<Rational>(Matrix<Rational>::Identity(2, 2)));
  EXPECT_EQ(reverse_jacobian(identity, x), Matrix<Rational>(Matrix<Rational>::Identity(2, 2)));
}

TEST(RandomGraphs, refuses_parents_that_come_later) {
  EXPECT_THROW(Graph(1, {{Operation::squared, 1}}), std::invalid_argument);
  EXPECT_THROW(Graph(0, {}), std::invalid_argument);
  EXPECT_THROW(Graph(1, {}, 2), std::invalid_argument);
}

TEST(ForwardDifferences, of_a_quadratic_are_half_a_step_off) {
  int evaluations = 0;
  const auto f = [&](const Vector<Rational>& x) {
    ++evaluations;
    return Rational(square(x[0]) + x[0] * x[1]);
  };
  const Vector<Rational> x{{Rational(1), Rational(2)}};
  const Vector<Rational> q = forward_differences(f, x, Rational(1, 4));
  EXPECT_EQ(q[0], 4 + Rational(1, 4));
  EXPECT_EQ(q[1], 1);
  EXPECT_EQ(evaluations, 3);
}

TEST(Counted, counts_what_is_done_and_nests) {
  const Counted a(2), b(3);
  const OperationCount count = Counted::count([&] {
    const Counted sum = a * b + a / b - sqrt(exp(a));
    EXPECT_EQ(Counted::count([&] { -(sum * sum); }).total(), 1);
  });
  EXPECT_EQ(count.additions, 2);
  EXPECT_EQ(count.multiplications, 1);
  EXPECT_EQ(count.divisions, 1);
  EXPECT_EQ(count.functions, 2);
}

}  // namespace
}  // namespace verigrad::autodiff_graphs_test
