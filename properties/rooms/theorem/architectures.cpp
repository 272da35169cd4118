// Feed-forward and recurrent architectures: the whole as one graph, Euler's layers, and words that say all data.
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/architecture_instance.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"
#include "verigrad/theorem/derivative/recurrent_instances.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_architectures_test {
namespace {

Graph product() { return {2, {{Operation::multiply, 0, 1}}}; }
Graph sum() { return {2, {{Operation::add, 0, 1}}}; }
Graph square_of_one() { return {1, {{Operation::squared, 0}}}; }

Rational at_point(const Graph& graph, const Vector<double>& x) {
  return graph.outputs_at<Rational>(exact<Rational>(x))[0];
}

/// L(x₂), x₁ = x₀θ₀, x₂ = x₁ + θ₁, L = x².
ArchitectureInstance product_then_sum() { return {{product(), sum()}, square_of_one(), at(3), {at(5), at(7)}}; }

TEST(Architectures, as_one_graph_take_the_input_and_then_every_parameter) {
  const ArchitectureInstance instance = product_then_sum();
  EXPECT_EQ(instance.t(), 2);
  EXPECT_EQ(instance.whole().inputs(), 3);
  EXPECT_EQ(at_point(instance.whole(), vector({3, 5, 7})), 22 * 22);
  EXPECT_EQ(at_point(instance.whole(), vector({2, -1, 4})), 4);
}

TEST(Architectures, from_a_later_layer_on_take_what_comes_after_it) {
  const ArchitectureInstance instance = product_then_sum();
  EXPECT_EQ(instance.whole(1).inputs(), 2);
  EXPECT_EQ(at_point(instance.whole(1), vector({15, 7})), 22 * 22);
  EXPECT_EQ(instance.whole(2).inputs(), 1);
  EXPECT_EQ(at_point(instance.whole(2), at(22)), 22 * 22);
}

TEST(Architectures, hand_every_output_of_a_layer_on) {
  const Graph both{2, {{Operation::multiply, 0, 1}, {Operation::subtract, 0, 1}}, 2};
  const ArchitectureInstance instance{{both}, Graph(2, {{Operation::subtract, 0, 1}}), at(3), {at(5)}};
  EXPECT_EQ(at_point(instance.whole(), vector({3, 5})), 15 - (3 - 5));
}

TEST(Architectures, are_rational_where_all_of_their_graphs_are) {
  ArchitectureInstance instance = product_then_sum();
  EXPECT_TRUE(instance.rational());
  instance.layers[1] = Graph(2, {{Operation::bell, 0}});
  EXPECT_FALSE(instance.rational());
  instance = product_then_sum();
  instance.loss = Graph(1, {{Operation::root_one_plus, 0}});
  EXPECT_FALSE(instance.rational());
}

/// u(x, θ, t) = θx + t, τ = 1/2: x₁ = x₀ + ½(θ₀x₀ + ½), x₂ = x₁ + ½(θ₁x₁ + 1).
TEST(Architectures, of_euler_step_along_u_at_their_time) {
  const Graph u{3, {{Operation::multiply, 0, 1}, {Operation::add, 3, 2}}};
  const EulerInstance instance{u, square_of_one(), at(2), {at(4), at(-1)}, 0.5};
  const ArchitectureInstance layers = instance.architecture();
  ASSERT_EQ(layers.t(), 2);
  EXPECT_EQ(at_point(layers.layers[0], vector({2, 4})), Rational(25, 4));
  EXPECT_EQ(at_point(layers.layers[1], vector({6.25, -1})), Rational(29, 8));
  EXPECT_EQ(at_point(layers.whole(), vector({2, 4, -1})), Rational(841, 64));
}

TEST(Graphs, of_the_text_are_differentiable_inside) {
  EXPECT_TRUE((LogRootInstance{2, 3}.inside()));
  EXPECT_TRUE((LogRootInstance{0.5, -3}.inside()));
  for (const LogRootInstance& outside : {LogRootInstance{1, 3}, {2, 0}, {2, -3}, {0.5, 3}, {0, -3}, {-1, -3}})
    EXPECT_FALSE(outside.inside()) << outside.describe();
}

/// A counterexample is redone by hand from its words: any datum that changes must change them.
template <class Instance, class... Changes>
void expect_in_words(const Instance& instance, Changes... changes) {
  const auto expect_change = [&](auto change) {
    Instance changed = instance;
    change(changed);
    EXPECT_NE(changed.describe(), instance.describe());
  };
  (expect_change(changes), ...);
}

TEST(RecurrentInstances, say_all_their_data) {
  const Vector<double> two = vector({1, 2});
  const Matrix<double> square{{1, 2}, {3, 4}};
  expect_in_words(
      ResidualInstance{square, square, two, two, 0.5, 2}, [](auto& i) { i.w1(0, 1) = 9; },
      [](auto& i) { i.w2(1, 0) = 9; }, [](auto& i) { i.x0[1] = 9; }, [](auto& i) { i.c[0] = 9; },
      [](auto& i) { i.kappa = 9; }, [](auto& i) { i.t = 9; }, [](auto& i) { i.logistic = true; });
  expect_in_words(
      FlowInstance{two, two, two, two, 0.5, 2}, [](auto& i) { i.x0[0] = 9; }, [](auto& i) { i.theta[0] = 9; },
      [](auto& i) { i.g[0] = 9; }, [](auto& i) { i.d[0] = 9; }, [](auto& i) { i.kappa = 9; }, [](auto& i) { i.T = 9; });
  expect_in_words(
      LeapfrogInstance{square, square, two, two, two, 0.5}, [](auto& i) { i.m(0, 0) = 9; },
      [](auto& i) { i.n(0, 0) = 9; }, [](auto& i) { i.r0[0] = 9; }, [](auto& i) { i.s0[0] = 9; },
      [](auto& i) { i.theta[1] = 9; }, [](auto& i) { i.tau = 9; });
  expect_in_words(
      AffineMapInstance{square, square, two, two, two, 3}, [](auto& i) { i.a(0, 0) = 9; },
      [](auto& i) { i.b(0, 0) = 9; }, [](auto& i) { i.theta[0] = 9; }, [](auto& i) { i.x0[0] = 9; },
      [](auto& i) { i.l[0] = 9; }, [](auto& i) { i.t = 9; });
  expect_in_words(
      TriangularMapInstance{two, two, 3}, [](auto& i) { i.theta[0] = 9; }, [](auto& i) { i.l[0] = 9; },
      [](auto& i) { i.t = 9; });
  expect_in_words(
      ArgminInstance{square, square, two, two, two, two, 0.5}, [](auto& i) { i.h(0, 0) = 9; },
      [](auto& i) { i.b(0, 0) = 9; }, [](auto& i) { i.theta[0] = 9; }, [](auto& i) { i.c[0] = 9; },
      [](auto& i) { i.d[0] = 9; }, [](auto& i) { i.x[0] = 9; }, [](auto& i) { i.tau = 9; });
  expect_in_words(
      KernelInstance{square, two, two, two, 0.5}, [](auto& i) { i.k(0, 0) = 9; }, [](auto& i) { i.x[0] = 9; },
      [](auto& i) { i.direction[0] = 9; }, [](auto& i) { i.other[0] = 9; }, [](auto& i) { i.epsilon = 9; });
  expect_in_words(
      ScalingInstance{square, two, two, 3}, [](auto& i) { i.k(0, 0) = 9; }, [](auto& i) { i.a[0] = 9; },
      [](auto& i) { i.b[0] = 9; }, [](auto& i) { i.t = 9; });
  expect_in_words(
      TransportInstance{square, two, two, 0.5, 3}, [](auto& i) { i.cost(0, 0) = 9; }, [](auto& i) { i.a[0] = 9; },
      [](auto& i) { i.b[0] = 9; }, [](auto& i) { i.epsilon = 9; }, [](auto& i) { i.t = 9; });
  expect_in_words(SweepInstance{3}, [](auto& i) { i.t = 9; });
  expect_in_words(
      product_then_sum(), [](auto& i) { i.layers[0] = sum(); },
      [](auto& i) {
        i.loss = Graph(1, {{Operation::bell, 0}});
      },
      [](auto& i) { i.x0[0] = 9; }, [](auto& i) { i.theta[1][0] = 9; });
}

TEST(RecurrentInstances, know_their_steps_and_what_fractions_hold) {
  EXPECT_EQ((LeapfrogInstance{{}, {}, {}, {}, vector({1, 2, 3, 4})}.steps()), 2);
  EXPECT_TRUE((ResidualInstance{}.rational()));
  EXPECT_FALSE((ResidualInstance{{}, {}, {}, {}, 0, 1, true}.rational()));
  EXPECT_TRUE(KernelInstance{}.rational());
  EXPECT_FALSE(EnergyInstance{}.rational());
}

}  // namespace
}  // namespace verigrad::theorem_architectures_test
