// Sums and multiples of vectors and matrices of Number, against the entries.
#include <concepts>

#include <gtest/gtest.h>

#include "verigrad/number/eigen.hpp"

namespace verigrad::number_vectors_test {
namespace {

Number whole(int value) { return Number(Rational(value)); }
Rational value(const Number& x) { return x.as<Rational>(); }

template <class X>
X numbered(Eigen::Index rows, Eigen::Index columns, int factor) {
  X x(rows, columns);
  for (Eigen::Index i = 0; i < x.size(); ++i) x.data()[i] = whole(factor * int(i * i) - 3);
  return x;
}

template <class X, class Expected>
void expect_entries(const X& found, Eigen::Index rows, Eigen::Index columns, Expected expected) {
  ASSERT_EQ(found.rows(), rows);
  ASSERT_EQ(found.cols(), columns);
  for (Eigen::Index i = 0; i < found.size(); ++i) EXPECT_EQ(value(found.data()[i]), expected(i));
}

template <class X>
void expect_entrywise(Eigen::Index rows, Eigen::Index columns) {
  const Number::Over rationals(Number::Kind::rational);
  const X x = numbered<X>(rows, columns, 1), y = numbered<X>(rows, columns, 7);
  const Number a = whole(-5);
  static_assert(std::same_as<decltype(x + 2 * y), X>);
  const auto at = [&](const X& of, Eigen::Index i) { return value(of.data()[i]); };
  const auto expect = [&](const X& found, auto expected) { expect_entries(found, rows, columns, expected); };
  expect(x + y, [&](Eigen::Index i) { return Rational(at(x, i) + at(y, i)); });
  expect(x - y, [&](Eigen::Index i) { return Rational(at(x, i) - at(y, i)); });
  expect(-x, [&](Eigen::Index i) { return Rational(-at(x, i)); });
  expect(a * x, [&](Eigen::Index i) { return Rational(-5 * at(x, i)); });
  expect(x * a, [&](Eigen::Index i) { return Rational(-5 * at(x, i)); });
  expect(x / a, [&](Eigen::Index i) { return Rational(at(x, i) / -5); });
  expect(4 * x, [&](Eigen::Index i) { return Rational(4 * at(x, i)); });
  expect(x * 4, [&](Eigen::Index i) { return Rational(4 * at(x, i)); });
  expect(x / 4, [&](Eigen::Index i) { return Rational(at(x, i) / 4); });
  expect(x + 2 * y - x / 4, [&](Eigen::Index i) { return Rational(at(x, i) + 2 * at(y, i) - at(x, i) / 4); });
}

TEST(VectorsOfNumber, sums_and_multiples_are_entrywise) {
  for (const Eigen::Index size : {0, 1, 5}) expect_entrywise<Vector<Number>>(size, 1);
}

TEST(MatricesOfNumber, sums_and_multiples_are_entrywise) {
  expect_entrywise<Matrix<Number>>(0, 0);
  expect_entrywise<Matrix<Number>>(2, 3);
}

}  // namespace
}  // namespace verigrad::number_vectors_test
