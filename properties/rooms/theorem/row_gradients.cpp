// What the statements on row gradients stand on: products that are not defined, one sample of a batch, and networks
// that end in an activation.
#include "verigrad/theorem/network/row_gradients.hpp"

#include <gtest/gtest.h>

namespace verigrad::row_gradients {
namespace {

using ExactRun = Run<Rational>;

/// f(x) = (x₁ + 1)² − 2 · 0² + 3: the second hidden unit is 0. φ = ½(f − y)².
NetworkInstance by_hand() {
  NetworkInstance result{DenseNetwork({2, 2, 1}, {Activation::square, Activation::identity}), Loss::squared_error,
                         Vector<double>(9)};
  result.theta << 1, 0, 0, 0, 1, 0, 1, -2, 3;
  result.inputs = (Matrix<double>(2, 2) << 9, 9, 2, 5).finished();
  result.targets = (Matrix<double>(2, 1) << 9, 11).finished();
  return result;
}

TEST(times, of_matrices_that_do_not_fit_is_empty) {
  const Matrix<Rational> a = Matrix<Rational>::Constant(2, 3, Rational(1));
  EXPECT_EQ(times<Rational>(a, a).size(), 0);
  const Matrix<Rational> product = times<Rational>(a, a.transpose());
  EXPECT_EQ(product.rows(), 2);
  EXPECT_EQ(product(0, 1), 3);
}

/// f⁰ = (3, 0), f = 9 + 3 = 12, ∇φ = 1.
TEST(run, takes_its_own_sample_of_the_batch) {
  const ExactRun r(by_hand(), 1);
  EXPECT_EQ(r.p, 1);
  EXPECT_EQ(r.f.front()[0], 3);
  EXPECT_EQ(r.f.back()[0], 12);
  EXPECT_EQ(r.dphi(0, 0), 1);
  EXPECT_EQ(r.dS[1](0, 0), 6);
}

TEST(run, has_the_gradients_found_by_hand) {
  const ExactRun r(by_hand(), 1);
  const Matrix<Rational> in_b0 = in_bias(r, 0), in_w0 = in_weights(r, 0);
  EXPECT_EQ(in_b0(0, 0), 6);
  EXPECT_EQ(in_b0(0, 1), 0);
  EXPECT_EQ(in_w0(0, 0), 12);
  EXPECT_EQ(in_w0(1, 0), 30);
  EXPECT_EQ(in_input(r)(0, 0), 6);
  EXPECT_EQ(by_dual_numbers(r).W[0], in_w0);
  EXPECT_EQ(by_full_jacobians(r).W[0], in_w0);
  EXPECT_EQ(input_jacobians(r).back()(0, 0), 6);
}

TEST(run, has_the_slope_along_a_direction) {
  const ExactRun r(by_hand(), 1);
  const Matrix<Rational> z = Matrix<Rational>::Constant(2, 2, Rational(1));
  EXPECT_EQ(slope_along<Rational>(r, 0, z), 42);
}

TEST(run, refuses_a_network_that_ends_in_an_activation) {
  NetworkInstance instance = by_hand();
  instance.network = DenseNetwork({2, 2, 1}, {Activation::square, Activation::relu});
  EXPECT_THROW(ExactRun{instance}, std::invalid_argument);
  instance.network = DenseNetwork({2}, {});
  EXPECT_THROW(ExactRun{instance}, std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::row_gradients
