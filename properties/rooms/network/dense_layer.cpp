// The dense layer's products against plain loops: beyond the blocks that doubles are multiplied in, and over intervals.
#include "verigrad/network/dense_layer.hpp"

#include <gtest/gtest.h>

namespace verigrad::network_dense_layer_test {
namespace {

/// Integers, of which doubles hold every sum.
Matrix<double> integers(Eigen::Index rows, Eigen::Index columns) {
  return Matrix<double>::NullaryExpr(rows, columns,
                                     [](Eigen::Index i, Eigen::Index j) { return double((3 * i + 5 * j) % 13 - 6); });
}

/// Full mantissas of either sign.
Matrix<double> full(Eigen::Index rows, Eigen::Index columns) {
  return Matrix<double>::NullaryExpr(rows, columns, [](Eigen::Index i, Eigen::Index j) {
    return std::sin(double(7 * i + 11 * j + 1)) * (1 + double(i % 3));
  });
}

template <class T>
Matrix<T> plain_product(const Matrix<T>& a, const Matrix<T>& b) {
  Matrix<T> result = Matrix<T>::Constant(a.rows(), b.cols(), T(0));
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < b.cols(); ++j)
      for (Eigen::Index k = 0; k < a.cols(); ++k) result(i, j) += a(i, k) * b(k, j);
  return result;
}

TEST(DenseLayer, is_exact_beyond_the_blocks_of_its_products) {
  for (const Eigen::Index large : {127, 128, 129, 200, 257})
    for (const auto& [samples, inputs, units] :
         {std::tuple(large, Eigen::Index(3), Eigen::Index(2)), std::tuple(Eigen::Index(3), large, Eigen::Index(2)),
          std::tuple(Eigen::Index(3), Eigen::Index(2), large)}) {
      const Matrix<double> y = integers(samples, inputs), w = integers(units, inputs);
      const Vector<double> b = integers(units, 1);
      Matrix<double> z(samples, units), in_weights(units, inputs), in_inputs(samples, inputs);
      dense<double>(y, w, b, z);
      EXPECT_EQ(z, (plain_product<double>(y, w.transpose()).rowwise() + b.transpose()).eval()) << large;
      weight_gradient<double>(z, y, in_weights);
      EXPECT_EQ(in_weights, plain_product<double>(z.transpose(), y)) << large;
      input_gradient<double>(z, w, in_inputs);
      EXPECT_EQ(in_inputs, plain_product<double>(z, w)) << large;
    }
}

TEST(DenseLayer, of_intervals_contains_the_exact_products) {
  const Eigen::Index samples = 4, inputs = 5, units = 3;
  const Matrix<double> y = full(samples, inputs), w = full(units, inputs), delta = full(samples, units);
  const auto expect_inside = [](const Matrix<Interval>& enclosures, const Matrix<Rational>& values) {
    for (Eigen::Index i = 0; i < values.rows(); ++i)
      for (Eigen::Index j = 0; j < values.cols(); ++j) {
        EXPECT_LE(exact<Rational>(enclosures(i, j).lower()), values(i, j)) << i << ' ' << j;
        EXPECT_GE(exact<Rational>(enclosures(i, j).upper()), values(i, j)) << i << ' ' << j;
      }
  };
  Matrix<Interval> z(samples, units), in_weights(units, inputs), in_inputs(samples, inputs);
  dense<Interval>(exact<Interval>(y), exact<Interval>(w), Vector<Interval>::Constant(units, Interval(0)), z);
  expect_inside(z, plain_product<Rational>(exact<Rational>(y), exact<Rational>(w).transpose()));
  weight_gradient<Interval>(exact<Interval>(delta), exact<Interval>(y), in_weights);
  expect_inside(in_weights, plain_product<Rational>(exact<Rational>(delta).transpose(), exact<Rational>(y)));
  input_gradient<Interval>(exact<Interval>(delta), exact<Interval>(w), in_inputs);
  expect_inside(in_inputs, plain_product<Rational>(exact<Rational>(delta), exact<Rational>(w)));
}

}  // namespace
}  // namespace verigrad::network_dense_layer_test
