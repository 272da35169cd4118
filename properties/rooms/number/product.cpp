// Matrix products: the one-pass interval product with its a-priori rounding bound, and every other type's.
#include "verigrad/number/product.hpp"

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

Matrix<double> draw_matrix(int rows, int cols, const rc::Gen<double>& entry) {
  Matrix<double> a(rows, cols);
  for (double& element : a.reshaped()) element = *entry;
  return a;
}

template <class T>
System<T> draw_system(const rc::Gen<double>& matrix_entry, const rc::Gen<double>& vector_entry) {
  System<T> system;
  const int rows = *between(1, 6), cols = *rc::gen::oneOf(between(1, 6), between(7, 70));
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
  const auto law = [](const rc::Gen<double>& entries) {
    return [entries] {
      const Ball::Precision bits(*between(2, 200));
      const auto system = draw_system<TypeParam>(entries, entries);
      RC_ASSERT(contain(product<TypeParam>(system.a, system.x), exact_product(system.a, system.value)));
      const Matrix<double> transposed = system.a.transpose();
      RC_ASSERT(contain(transposed_product<TypeParam>(transposed, system.x), exact_product(system.a, system.value)));
    };
  };
  const auto subnormal = rc::gen::map(between(-9, 9), [](int k) { return k * 0x1p-1074; });
  const auto near_underflow = rc::gen::map(full_double(20), [](double x) { return x * 0x1p-537; });
  expect_law("product, all sizes", law(finite_double()), 2);
  expect_law("product, ordinary", law(full_double(2)), 2);
  expect_law("product, subnormal", law(rc::gen::oneOf(subnormal, full_double(0))), 2);
  expect_law("product, near underflow", law(near_underflow), 2);
}

TYPED_TEST(Products, contain_the_exact_inner_product_and_square) {
  expect_law(
      "dot and squared_norm",
      [] {
        const Ball::Precision bits(*between(2, 200));
        const auto source = rc::gen::oneOf(finite_double(), full_double(2));
        const auto first = draw_system<TypeParam>(rc::gen::just(1.0), source);
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
    const Vector<Interval> result = product<Interval>(system.a, exact<Interval>(middle));
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
      EXPECT_EQ(sign_of(product<TypeParam>(a, x)[1]), Sign::unknown);
      EXPECT_EQ(sign_of(TypeParam(TypeParam(1) / product<TypeParam>(a, x)[1])), Sign::unknown);
      EXPECT_EQ(sign_of(transposed_product<TypeParam>(a.transpose(), x)[1]), Sign::unknown);
    }
    Vector<TypeParam> spoiled = Vector<TypeParam>::Constant(3, TypeParam(1));
    spoiled[0] = TypeParam::point(bad);
    EXPECT_EQ(sign_of(product<TypeParam>(Matrix<double>::Ones(2, 3), spoiled)[0]), Sign::unknown);
  }
}

TYPED_TEST(Products, that_overflow_are_enclosed_or_whole) {
  const double largest = std::numeric_limits<double>::max();
  const Matrix<double> a{{largest, largest, -largest, -largest}, {0.5, 0.5, 0, 0}};
  const Vector<double> x{{1, 1, 1, 1}};
  const Vector<TypeParam> result = product<TypeParam>(a, exact<TypeParam>(x));
  EXPECT_TRUE(contains(result[0], 0));
  EXPECT_TRUE(contains(result[1], 1) && result[1].is_finite());
  const Vector<TypeParam> wide = Vector<TypeParam>::Constant(4, hull_of<TypeParam>(-largest, largest));
  EXPECT_TRUE(contains(product<TypeParam>(a, wide)[1], Rational(largest)));
}

TEST(ExactProduct, of_rationals_and_reals) {
  expect_law(
      "product of rationals",
      [] {
        const auto system = draw_system<Interval>(finite_double(), finite_double());
        RC_ASSERT(product<Rational>(system.a, system.value) == exact_product(system.a, system.value));
      },
      1);
  const Matrix<double> a{{1, 2}, {3, 4}};
  const Vector<Real50> x{{Real50(5), Real50(6)}};
  EXPECT_EQ(product<Real50>(a, x)[1], 39);
  EXPECT_EQ(transposed_product<Real50>(a, x)[1], 34);
}

}  // namespace
}  // namespace verigrad::number_product_test
