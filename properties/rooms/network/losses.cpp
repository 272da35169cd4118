// Losses, softmax and Jacobians by hand.
#include <gtest/gtest.h>

#include "verigrad/network/jacobian.hpp"
#include "verigrad/network/loss_inline.hpp"

namespace verigrad::network_losses_test {
namespace {

/// Values and gradients of two samples with labels or targets of their own.
TEST(Losses, squared_error_adds_half_squares_up) {
  const Matrix<Rational> outputs{{Rational(1), Rational(2)}, {Rational(3), Rational(4)}};
  const Batch<Rational> batch{
      Matrix<Rational>(2, 1), {}, Matrix<Rational>{{Rational(0), Rational(4)}, {Rational(3), Rational(1)}}};
  Matrix<Rational> gradient;
  loss_gradient<Rational>(Loss::squared_error, outputs, batch, gradient);
  EXPECT_EQ(loss_value<Rational>(Loss::squared_error, outputs, batch), 7);
  EXPECT_EQ(gradient, (Matrix<Rational>{{Rational(1), Rational(-2)}, {Rational(0), Rational(3)}}));
}

TEST(Losses, logistic_takes_each_sample_by_its_label) {
  const Matrix<double> outputs{{0}, {1000}};
  Matrix<double> gradient;
  loss_gradient<double>(Loss::logistic, outputs, {Matrix<double>(2, 1), {1, 0}}, gradient);
  EXPECT_EQ(gradient, (Matrix<double>{{-0.5}, {1}}));
  EXPECT_EQ(loss_value<double>(Loss::logistic, outputs, {Matrix<double>(2, 1), {1, 0}}), std::log(2.0) + 1000);
  EXPECT_EQ(loss_value<double>(Loss::logistic, outputs, {Matrix<double>(2, 1), {0, 1}}), std::log(2.0));
}

TEST(Losses, softmax_cross_entropy_takes_each_sample_by_its_label) {
  const Matrix<double> outputs{{0, 0}, {1000, 0}};
  const Batch<double> batch{Matrix<double>(2, 1), {0, 1}};
  Matrix<double> gradient;
  loss_gradient<double>(Loss::softmax_cross_entropy, outputs, batch, gradient);
  EXPECT_EQ(gradient, (Matrix<double>{{-0.5, 0.5}, {1, -1}}));
  EXPECT_EQ(loss_value<double>(Loss::softmax_cross_entropy, outputs, batch), std::log(2.0) + 1000);
}

TEST(Softmax, of_two_thirds) {
  const Vector<double> z{{0, std::log(2.0)}};
  EXPECT_DOUBLE_EQ(softmax(z)[0], 1 / 3.0);
  EXPECT_DOUBLE_EQ(softmax(z)[1], 2 / 3.0);
  EXPECT_DOUBLE_EQ(softmax_cross_entropy(z, 0), std::log(3.0));
}

TEST(CrossEntropy, and_its_derivative) {
  const Vector<double> y{{0.5, 0.25, 0.25}};
  const Vector<int> second{{0, 1, 0}};
  EXPECT_DOUBLE_EQ(cross_entropy(y, second), std::log(4.0));
  EXPECT_EQ(cross_entropy_derivative(y, second), (Vector<double>{{0, -4, 0}}));
}

TEST(Jacobians, of_softmax_activations_and_layers) {
  EXPECT_EQ(jacobian::softmax(Vector<double>{{0.5, 0.25, 0.25}}),
            (Matrix<double>{{0.25, -0.125, -0.125}, {-0.125, 0.1875, -0.0625}, {-0.125, -0.0625, 0.1875}}));
  EXPECT_EQ(jacobian::activation(Activation::square, Vector<double>{{1, -3}}), (Matrix<double>{{2, 0}, {0, -6}}));
  EXPECT_EQ(jacobian::dense_weight(Vector<double>{{5, 7}}, 1, 3), (Matrix<double>{{0, 0}, {5, 7}, {0, 0}}));
  EXPECT_EQ(jacobian::dense_bias<double>(2), (Matrix<double>{{1, 0}, {0, 1}}));
}

}  // namespace
}  // namespace verigrad::network_losses_test
