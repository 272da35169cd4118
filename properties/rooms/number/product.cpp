// Matrix products: the one-pass interval product with its a-priori rounding bound, and every other type's.
#include "verigrad/number/product.hpp"

#include <limits>

#include "law.hpp"
#include "operands.hpp"

namespace verigrad::number_product_test {
namespace {

using namespace generate;

template <class T>
struct System {
  Matrix<double> a;
  Vector<T> x;
  Vector<Rational> value;
};

Matrix<double> draw_matrix(int rows, int cols, const Gen<double>& entry) {
  Matrix<double> a(rows, cols);
  for (double& element : a.reshaped()) element = *entry;
  return a;
}

template <class T>
System<T> draw_system(const Gen<double>& matrix_entry, const Gen<double>& vector_entry) {
  System<T> system;
  const int rows = *between(1, 6), cols = *gen::oneOf(between(1, 6), between(7, 70));
  system.a = draw_matrix(rows, cols, matrix_entry);
  system.x.resize(cols);
  system.value.resize(cols);
  for (int j = 0; j < cols; ++j) {
    const auto entry = *inside<T>(vector_entry);
    system.x[j] = entry.enclosure;
    system.value[j] = entry.value;
  }
  return system;
}

/// Plain loops in rationals.
Vector<Rational> exact_product(const Matrix<double>& a, const Vector<Rational>& x) {
  Vector<Rational> result = Vector<Rational>::Constant(a.rows(), Rational(0));
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) result[i] += Rational(a(i, j)) * x[j];
  return result;
}

template <class T>
bool contain(const Vector<T>& enclosures, const Vector<Rational>& values) {
  for (Eigen::Index i = 0; i < values.size(); ++i)
    if (!contains(enclosures[i], values[i])) return false;
  return enclosures.size() == values.size();
}

template <class T>
class Products : public testing::Test {};
using Enclosures = testing::Types<Interval, Ball>;
TYPED_TEST_SUITE(Products, Enclosures);

TYPED_TEST(Products, contain_the_exact_product) {
  const auto law = [](const Gen<double>& entries) {
    return [entries] {
      const Ball::Precision bits(*between(2, 200));
      const auto system = draw_system<TypeParam>(entries, entries);
      RC_ASSERT(contain(product(system.a, system.x), exact_product(system.a, system.value)));
      const Matrix<double> transposed = system.a.transpose();
      RC_ASSERT(contain(product(transposed.transpose(), system.x), exact_product(system.a, system.value)));
    };
  };
  const auto subnormal = gen::map(between(-9, 9), [](int k) { return k * 0x1p-1074; });
  const auto near_underflow = gen::map(full_double(20), [](double x) { return x * 0x1p-537; });
  expect_law("product, all sizes", law(finite_double()), 2);
  expect_law("product, ordinary", law(full_double(2)), 2);
  expect_law("product, subnormal", law(gen::oneOf(subnormal, full_double(0))), 2);
  expect_law("product, near underflow", law(near_underflow), 2);
}

TYPED_TEST(Products, contain_the_exact_inner_product_and_square) {
  expect_law(
      "dot and squared_norm",
      [] {
        const Ball::Precision bits(*between(2, 200));
        const auto source = gen::oneOf(finite_double(), full_double(2));
        const auto first = draw_system<TypeParam>(gen::just(1.0), source);
        Vector<TypeParam> y(first.x.size());
        Vector<Rational> y_value(first.x.size());
        for (Eigen::Index i = 0; i < y.size(); ++i) {
          const auto entry = *inside<TypeParam>(source);
          y[i] = entry.enclosure;
          y_value[i] = entry.value;
        }
        Rational inner = 0, squares = 0;
        for (Eigen::Index i = 0; i < y.size(); ++i) {
          inner += first.value[i] * y_value[i];
          squares += y_value[i] * y_value[i];
        }
        RC_ASSERT(contains(dot<TypeParam>(first.x, y), inner));
        RC_ASSERT(contains(squared_norm<TypeParam>(y), squares));
      },
      2);
}

/// Width at most 4 (n + 4) 2⁻⁵² Σ|aᵢⱼ||xⱼ| on points.
TEST(IntervalProduct, is_as_narrow_as_its_a_priori_bound) {
  expect_law("width of the interval product", [] {
    const auto system = draw_system<Interval>(full_double(2), full_double(2));
    Vector<double> middle(system.x.size());
    for (Eigen::Index j = 0; j < middle.size(); ++j) middle[j] = system.x[j].lower();
    const Vector<Interval> result = product(system.a, exact<Interval>(middle));
    const Vector<double> sizes = system.a.cwiseAbs() * middle.cwiseAbs();
    for (Eigen::Index i = 0; i < result.size(); ++i)
      RC_ASSERT(result[i].upper() - result[i].lower() <= 4 * double(middle.size() + 4) * 0x1p-52 * sizes[i]);
  });
}

TYPED_TEST(Products, with_entries_that_are_not_finite_decide_nothing) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double bad : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
    Matrix<double> a = Matrix<double>::Ones(2, 3);
    a(1, 2) = bad;
    for (const double last : {0.0, 1.0}) {
      Vector<TypeParam> x = Vector<TypeParam>::Constant(3, TypeParam(1));
      x[2] = exact<TypeParam>(last);
      EXPECT_EQ(sign_of(product(a, x)[1]), Sign::unknown);
      EXPECT_EQ(sign_of(TypeParam(TypeParam(1) / product(a, x)[1])), Sign::unknown);
      const Matrix<double> transposed = a.transpose();
      EXPECT_EQ(sign_of(product(transposed.transpose(), x)[1]), Sign::unknown);
    }
    Vector<TypeParam> spoiled = Vector<TypeParam>::Constant(3, TypeParam(1));
    spoiled[0] = TypeParam::point(bad);
    EXPECT_EQ(sign_of(product(Matrix<double>::Ones(2, 3), spoiled)[0]), Sign::unknown);
  }
}

TYPED_TEST(Products, that_overflow_are_enclosed_or_whole) {
  const double largest = std::numeric_limits<double>::max();
  const Matrix<double> a{{largest, largest, -largest, -largest}, {0.5, 0.5, 0, 0}};
  const Vector<double> x{{1, 1, 1, 1}};
  const Vector<TypeParam> result = product(a, exact<TypeParam>(x));
  EXPECT_TRUE(contains(result[0], 0));
  EXPECT_TRUE(contains(result[1], 1) && result[1].is_finite());
  const Vector<TypeParam> wide = Vector<TypeParam>::Constant(4, hull_of<TypeParam>(-largest, largest));
  EXPECT_TRUE(contains(product(a, wide)[1], Rational(largest)));
}

TEST(ExactProduct, of_a_table_and_rationals) {
  expect_law(
      "product of rationals",
      [] {
        const auto system = draw_system<Interval>(finite_double(), finite_double());
        RC_ASSERT(product(system.a, system.value) == exact_product(system.a, system.value));
        const Matrix<double> transposed = system.a.transpose();
        RC_ASSERT(product(transposed.transpose(), system.value) == exact_product(system.a, system.value));
      },
      1);
}

/// A B over T and over rationals, with entries of B inside those of an enclosure.
template <class T>
struct Factors {
  Matrix<T> a, b;
  Matrix<Rational> exact_a, exact_b;
};

template <class T>
Factors<T> draw_factors(const Gen<double>& entry) {
  const int rows = *between(1, 4), inner = *gen::oneOf(between(0, 5), between(6, 40)), columns = *between(1, 4);
  const Matrix<double> a = draw_matrix(rows, inner, entry);
  Factors<T> factors{exact<T>(a), Matrix<T>(inner, columns), exact<Rational>(a), Matrix<Rational>(inner, columns)};
  for (int j = 0; j < columns; ++j)
    for (int i = 0; i < inner; ++i) {
      const auto drawn = *inside<T>(entry);
      factors.b(i, j) = drawn.enclosure;
      factors.exact_b(i, j) = drawn.value;
    }
  return factors;
}

/// Plain loops in rationals.
Matrix<Rational> exact_product(const Matrix<Rational>& a, const Matrix<Rational>& b) {
  Matrix<Rational> result = Matrix<Rational>::Constant(a.rows(), b.cols(), Rational(0));
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < b.cols(); ++j)
      for (Eigen::Index k = 0; k < a.cols(); ++k) result(i, j) += a(i, k) * b(k, j);
  return result;
}

template <class T>
bool contain(const Matrix<T>& enclosures, const Matrix<Rational>& values) {
  return contain(Vector<T>(enclosures.reshaped()), Vector<Rational>(values.reshaped()));
}

TYPED_TEST(Products, of_matrices_contain_the_exact_one_whatever_is_transposed) {
  expect_law(
      "product of matrices",
      [] {
        const Ball::Precision bits(*between(2, 200));
        const auto f = draw_factors<TypeParam>(gen::oneOf(finite_double(), full_double(2)));
        const Matrix<Rational> expected = exact_product(f.exact_a, f.exact_b);
        const Matrix<TypeParam> a_transposed = f.a.transpose(), b_transposed = f.b.transpose();
        RC_ASSERT(contain(product(f.a, f.b), expected));
        RC_ASSERT(contain(product(a_transposed.transpose(), f.b), expected));
        RC_ASSERT(contain(product(f.a, b_transposed.transpose()), expected));
        RC_ASSERT(contain(Matrix<TypeParam>(product(b_transposed, a_transposed).transpose()), expected));
        const Vector<TypeParam> column = f.b.col(0);
        RC_ASSERT(contain(product(f.a, column), Vector<Rational>(expected.col(0))));
        const Eigen::Matrix<TypeParam, 1, Eigen::Dynamic> row = f.a.row(0);
        RC_ASSERT(contain(Matrix<TypeParam>(product(row, f.b)), Matrix<Rational>(expected.row(0))));
        Matrix<TypeParam> stored(f.a.rows(), f.b.cols());
        product<TypeParam>(f.a, f.b, stored);
        RC_ASSERT(contain(stored, expected));
      },
      2);
}

/// Half of the least double is none.
TEST(ProductOfIntervals, with_the_least_double_reaches_both_ends) {
  const double least = std::numeric_limits<double>::denorm_min();
  const Matrix<Interval> a = Matrix<Interval>::Constant(1, 1, Interval::point(least));
  const Matrix<Interval> b = Matrix<Interval>::Constant(1, 1, Interval::hull(-8, 1024));
  Matrix<Interval> c(1, 1);
  product<Interval>(a, b, c);
  EXPECT_LE(c(0, 0).lower(), -8 * least);
  EXPECT_GE(c(0, 0).upper(), 1024 * least);
}

TEST(ExactProduct, of_matrices) {
  expect_law(
      "product of matrices of rationals",
      [] {
        const auto f = draw_factors<Interval>(finite_double());
        const Matrix<Rational> expected = exact_product(f.exact_a, f.exact_b), transposed = f.exact_b.transpose();
        RC_ASSERT(product(f.exact_a, f.exact_b) == expected);
        RC_ASSERT(product(f.exact_a, transposed.transpose()) == expected);
      },
      1);
}

/// Of one kind, whichever is made now, symbols included.
TEST(ProductOfNumbers, is_that_of_their_kind) {
  for (const Number::Kind kind :
       {Number::Kind::interval, Number::Kind::ball, Number::Kind::rational, Number::Kind::symbolic}) {
    const Number::Over numbers(kind);
    Matrix<Number> a(2, 2);
    a << 1, 2, 3, 4;
    const Matrix<Number> b = product(a, a.transpose());
    const Matrix<Number> error = b - (Matrix<Number>(2, 2) << 5, 11, 11, 25).finished();
    const bool exact = kind == Number::Kind::ball || kind == Number::Kind::rational;
    for (const Number& entry : error.reshaped())
      EXPECT_TRUE(sign_of(entry) == Sign::zero || (!exact && sign_of(entry) == Sign::unknown));
  }
}

TEST(ProductOfNumbers, that_do_not_fit_are_refused) {
  EXPECT_THROW(product(Matrix<double>(2, 3), Vector<double>(2)), std::invalid_argument);
  EXPECT_THROW(product(Matrix<Rational>(2, 3), Matrix<Rational>(2, 3)), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::number_product_test
