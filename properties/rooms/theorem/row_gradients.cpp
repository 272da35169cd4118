// What the statements on row gradients stand on: products that are not defined, one sample of a batch, and networks
// that end in an activation.
#include "verigrad/theorem/network/row_gradients.hpp"

#include <gtest/gtest.h>

#include "verigrad/number/sign.hpp"

namespace verigrad::row_gradients {
namespace {

/// Over fractions, as its numbers.
class Fractions : public testing::Test {
  const Number::Over fractions_{Number::Kind::rational};
};

Rational exactly(const Number& x) { return x.as<Rational>(); }

/// f(x) = (x₁ + 1)² − 2 · 0² + 3: the second hidden unit is 0. φ = ½(f − y)².
NetworkInstance by_hand() {
  NetworkInstance result{DenseNetwork({2, 2, 1}, {Activation::square, Activation::identity}), Loss::squared_error,
                         Vector<double>(9)};
  result.theta << 1, 0, 0, 0, 1, 0, 1, -2, 3;
  result.inputs = (Matrix<double>(2, 2) << 9, 9, 2, 5).finished();
  result.targets = (Matrix<double>(2, 1) << 9, 11).finished();
  return result;
}

TEST_F(Fractions, product_of_matrices_that_do_not_fit_is_empty) {
  const Matrix<Number> a = Matrix<Number>::Constant(2, 3, 1);
  EXPECT_EQ(fitting_product(a, a).size(), 0);
  const Matrix<Number> square = fitting_product(a, a.transpose());
  EXPECT_EQ(square.rows(), 2);
  EXPECT_EQ(exactly(square(0, 1)), 3);
}

/// f⁰ = (3, 0), f = 9 + 3 = 12, ∇φ = 1.
TEST_F(Fractions, takes_its_own_sample_of_the_batch) {
  const row_gradients::Run r(by_hand(), 1);
  EXPECT_EQ(r.p, 1);
  EXPECT_EQ(exactly(r.f.front()[0]), 3);
  EXPECT_EQ(exactly(r.f.back()[0]), 12);
  EXPECT_EQ(exactly(r.dphi(0, 0)), 1);
  EXPECT_EQ(exactly(r.dS[1](0, 0)), 6);
}

TEST_F(Fractions, has_the_gradients_found_by_hand) {
  const row_gradients::Run r(by_hand(), 1);
  const Matrix<Number> in_b0 = in_bias(r, 0), in_w0 = in_weights(r, 0);
  EXPECT_EQ(exactly(in_b0(0, 0)), 6);
  EXPECT_EQ(exactly(in_b0(0, 1)), 0);
  EXPECT_EQ(exactly(in_w0(0, 0)), 12);
  EXPECT_EQ(exactly(in_w0(1, 0)), 30);
  EXPECT_EQ(exactly(in_input(r)(0, 0)), 6);
  EXPECT_TRUE(vanishes(by_dual_numbers(r).W[0] - in_w0));
  EXPECT_TRUE(vanishes(by_full_jacobians(r).W[0] - in_w0));
  EXPECT_EQ(exactly(input_jacobians(r).back()(0, 0)), 6);
}

TEST_F(Fractions, has_the_slope_along_a_direction) {
  const row_gradients::Run r(by_hand(), 1);
  const Matrix<Number> z = Matrix<Number>::Constant(2, 2, 1);
  EXPECT_EQ(exactly(slope_along(r, 0, z)), 42);
}

TEST_F(Fractions, refuses_a_network_that_ends_in_an_activation) {
  NetworkInstance instance = by_hand();
  instance.network = DenseNetwork({2, 2, 1}, {Activation::square, Activation::relu});
  EXPECT_THROW(row_gradients::Run{instance}, std::invalid_argument);
  instance.network = DenseNetwork({2}, {});
  EXPECT_THROW(row_gradients::Run{instance}, std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::row_gradients
