// Layers and networks at a point: the upstream function, differentials, the library's dense layer and softmax, by hand.
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/dense_data.hpp"
#include "verigrad/theorem/network/network_instance.hpp"
#include "verigrad/theorem/network/softmax_run.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_layers_test {
namespace {

/// F(y) = ⟨c, y⟩ + ½⟨y, Qy⟩ with c = (1, 2), Q = (2, 1; 1, 4), after a layer with two inputs and two rows.
LayerInstance layer() {
  return {.x = vector({1, 2}),
          .h = vector({5, -7}),
          .W = Matrix<double>{{1, 0}, {3, -1}},
          .b = vector({1, 4}),
          .c = vector({1, 2}),
          .Q = Matrix<double>{{2, 1}, {1, 4}},
          .row = 1};
}

struct Layers : OverRationals {
  LayerRun data{layer()};
};

TEST_F(Layers, have_an_upstream_function_with_its_gradient) {
  const Vector<Number> y = exact(vector({3, -1}));
  EXPECT_EQ(value(upstream_value(data, y)), 9) << "3 − 2 + ½(18 − 3 − 3 + 4)";
  EXPECT_EQ(values(upstream_gradient(data, y)), (Fractions{6, 1})) << "(1 + 6 − 1, 2 + 3 − 4)";
}

/// F is of degree 2: its central difference over any step is its derivative.
TEST_F(Layers, have_an_upstream_gradient_that_is_its_derivative) {
  for (const auto& y : {vector({3, -1}), vector({0, 0}), vector({-0.5, 8})})
    for (Eigen::Index i = 0; i < 2; ++i) {
      const Vector<Number> unit = exact(Vector<double>(Vector<double>::Unit(2, i)));
      const Number rise = upstream_value(data, exact(y) + unit) - upstream_value(data, exact(y) - unit);
      EXPECT_EQ(value(upstream_gradient(data, exact(y))[i]), value(frac(1, 2) * rise));
    }
}

TEST_F(Layers, have_the_value_of_the_dense_layer_and_one_moved_row) {
  EXPECT_EQ(values(dense_value(data.x, data.W, data.b)), (Fractions{2, 5})) << "(1 + 1, 3 − 2 + 4)";
  const Matrix<Number> moved = moved_weights(data);
  EXPECT_EQ(values(Vector<Number>(moved.row(0).transpose())), (Fractions{1, 0}));
  EXPECT_EQ(values(Vector<Number>(moved.row(1).transpose())), (Fractions{8, -8}));
}

TEST_F(Layers, are_defined_where_the_shapes_fit) {
  const auto defined = [](const LayerInstance& instance) {
    Claims claims;
    claim_layer_defined(instance, claims);
    return all_hold(claims);
  };
  EXPECT_TRUE(defined(layer()));
  LayerInstance wide = layer(), long_bias = layer();
  wide.x = vector({1, 2, 3});
  long_bias.b = vector({1, 2, 3});
  EXPECT_FALSE(defined(wide));
  EXPECT_FALSE(defined(long_bias));
}

TEST_F(Layers, have_differentials_of_the_right_shape_only) {
  const Matrix<Number> jacobian = exact(Matrix<double>{{1, 2}, {3, 4}, {5, 6}});
  EXPECT_EQ(values(differential(jacobian, exact(vector({1, -1})))), (Fractions{-1, -1, -1}));
  EXPECT_EQ(differential(jacobian, exact(vector({1, -1, 0}))).size(), 0);
}

TEST_F(Layers, claim_linearity_of_values_and_shapes) {
  const Matrix<Number> jacobian = exact(Matrix<double>{{1, 2}, {3, 4}});
  const auto holds = [&](const Vector<double>& moved, const Vector<double>& f, const Vector<double>& h) {
    Claims claims;
    claim_linear(exact(moved), exact(f), jacobian, exact(h), claims);
    return all_hold(claims);
  };
  EXPECT_TRUE(holds(vector({4, 8}), vector({1, 1}), vector({1, 1})));
  EXPECT_FALSE(holds(vector({4, 7}), vector({1, 1}), vector({1, 1})));
  EXPECT_FALSE(holds(vector({4}), vector({1}), vector({1, 1}))) << "two rows for one output";
  EXPECT_FALSE(holds(vector({1, 1}), vector({1, 1}), vector({0}))) << "two columns for one input";
}

TEST_F(Layers, are_equal_matrices_in_shape_and_in_every_entry) {
  const Matrix<double> a{{1, 2, 3}, {4, 5, 6}};
  const auto equal = [&](const Matrix<double>& b) {
    Claims claims;
    claim_equal("a = b", exact(a), exact(b), claims);
    return all_hold(claims);
  };
  EXPECT_TRUE(equal(a));
  Matrix<double> other = a;
  other(1, 0) = 0;
  EXPECT_FALSE(equal(other));
  EXPECT_FALSE(equal(a.transpose()));
  EXPECT_FALSE(equal(a.topRows(1)));
  Claims claims;
  claim_equal("a = b", exact(a), exact(other), claims);
  ASSERT_EQ(claims.list().size(), 8) << "the shape, then every entry";
  for (int k = 0; k < 6; ++k) EXPECT_EQ(claims.list()[std::size_t(k) + 2].index, k);
  EXPECT_EQ(value(claims.list()[5].lhs), 4) << "index 3 is row 1, column 0";
}

TEST_F(Layers, have_the_spread_of_a_displacement) {
  EXPECT_EQ(value(spread(exact(vector({2, -3, 1})))), 5);
  EXPECT_EQ(value(spread(exact(vector({2, 2})))), 0);
}

TEST(LayerInstances, cross_a_kink_where_the_displacement_is_as_long_as_the_way_there) {
  const auto crosses = [](const Vector<double>& x, const Vector<double>& h) {
    return !crosses_no_kink({.x = x, .h = h});
  };
  EXPECT_FALSE(crosses(vector({1, 0, -2}), vector({0.5, 0, 1})));
  EXPECT_TRUE(crosses(vector({1, 0, -2}), vector({-1, 0, 1}))) << "onto the kink";
  EXPECT_TRUE(crosses(vector({1, 0, -2}), vector({0, 0.5, 0}))) << "off the kink";
  EXPECT_TRUE(is_not_constant(vector({1, 1, 2})));
  EXPECT_FALSE(is_not_constant(vector({1, 1, 1})));
  EXPECT_FALSE(is_not_constant({}));
}

/// eᶻ = (1, 2, 5): 𝒮(z) = (1, 2, 5)/8, and its Jacobian is diag(s) − ssᵀ.
TEST_F(Layers, have_softmax_by_exponentials_that_are_fractions) {
  const SoftmaxRun r(
      {.x = vector({1, 2, 5}), .h = vector({0, 0, 0}), .y_star = Vector<int>{{0, 1, 0}}, .x_is_exponential = true});
  EXPECT_EQ(value(r.sum), 8);
  EXPECT_EQ(values(r.s), (Fractions{Rational(1, 8), Rational(1, 4), Rational(5, 8)}));
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      EXPECT_EQ(value(r.jacobian(i, j)), value(r.delta(i, j) * r.s[i] - r.s[i] * r.s[j])) << i << ", " << j;
}

TEST(LayerInstances, have_exponentials_of_the_data_over_balls) {
  const Number::Over balls(Number::Kind::ball);
  const SoftmaxRun r({.x = vector({0, 0}), .h = vector({0, 0}), .exact = false});
  EXPECT_EQ(approximate(r.sum), 2);
  EXPECT_EQ(approximate(r.s[0]), 0.5);
}

TEST(LayerInstances, say_all_their_data) {
  for (const char* words : {"x (1, 2)", "h (5, -7)", "b (1, 4)", "i* = 2"}) {
    const std::string text = layer().describe();
    EXPECT_NE(text.find(words), std::string::npos) << text;
  }
}

TEST(NetworkInstances, hold_their_data_and_say_it) {
  const Number::Over rationals(Number::Kind::rational);
  NetworkInstance instance{.network = DenseNetwork({1, 2}, {Activation::relu}),
                           .theta = vector({1, 2, 3, 4}),
                           .inputs = Matrix<double>{{5}},
                           .targets = Matrix<double>{{6, 7}},
                           .step = 0.5};
  const NetworkRun data(instance);
  EXPECT_EQ(values(data.theta), (Fractions{1, 2, 3, 4}));
  EXPECT_EQ(value(data.step), Rational(1, 2));
  EXPECT_TRUE(instance.rational());
  const std::string words = instance.describe();
  instance.theta[3] = 5;
  EXPECT_NE(instance.describe(), words);
  instance.loss = Loss::softmax_cross_entropy;
  EXPECT_FALSE(instance.rational());
}

}  // namespace
}  // namespace verigrad::theorem_layers_test
