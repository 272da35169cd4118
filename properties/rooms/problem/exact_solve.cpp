// Rational linear algebra: solutions solve, semidefiniteness is known from the spectrum, products of doubles are exact.
#include "verigrad/number/exact_solve.hpp"

#include <gtest/gtest.h>

#include "verigrad/number/product.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/quadratic.hpp"

#include "drawn.hpp"

namespace verigrad::problem_exact_solve_test {
namespace {

Matrix<double> drawn_table(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  return drawn(generate::point(rows * columns, 12, 7), 1, seed).front().reshaped(rows, columns);
}

TEST(ExactSolve, solutions_solve_regular_and_singular_systems) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Eigen::Index d = 1 + Eigen::Index(seed % 7);
    const Matrix<double> a = drawn_table(d, d, seed);
    Matrix<double> singular = a;
    singular.col(d - 1) = d > 1 ? Vector<double>(2 * a.col(0)) : Vector<double>::Zero(1);
    for (const Matrix<double>& matrix : {a, singular}) {
      const Matrix<Rational> h = exact<Rational>(matrix);
      const Vector<Rational> c = product(h, exact<Rational>(drawn_table(d, 1, seed + 1000)).col(0) / Rational(3));
      EXPECT_EQ(product(h, solve(h, c)), c);
    }
  }
}

TEST(ExactSolve, refuses_systems_without_solution) {
  const Matrix<Rational> h = exact<Rational>(Matrix<double>{{1, 2}, {2, 4}});
  EXPECT_THROW(solve(h, exact<Rational>(Vector<double>(Vector<double>::Unit(2, 0)))), std::invalid_argument);
  EXPECT_THROW(solve(h, exact<Rational>(Vector<double>(Vector<double>::Zero(3)))), std::invalid_argument);
}

TEST(ExactSolve, semidefiniteness_is_the_sign_of_the_smallest_eigenvalue) {
  const auto hessian = [](double smallest) {
    Vector<double> spectrum(5), v = Vector<double>::Zero(5);
    spectrum << 1, 3, smallest, 2, 0;
    v << 1, 1, -1, 1, 0;
    return exact<Rational>(Quadratic(spectrum, {v}, Vector<double>::Zero(5)).hessian());
  };
  EXPECT_TRUE(positive_semidefinite(hessian(0)));
  EXPECT_TRUE(positive_semidefinite(hessian(0x1p-40)));
  EXPECT_FALSE(positive_semidefinite(hessian(-0x1p-40)));
  EXPECT_FALSE(positive_semidefinite(exact<Rational>(Matrix<double>{{0, 1}, {1, 5}})));
  EXPECT_TRUE(positive_semidefinite(exact<Rational>(Matrix<double>{{0, 0}, {0, 5}})));
}

TEST(ExactSolve, normal_equations_are_the_products_in_rationals) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Matrix<double> a = drawn_table(4, 3, seed);
    a.col(1) *= 0x1p-300;
    a(0, 0) = 0.1;
    const Vector<double> b = drawn_table(4, 1, seed + 1000);
    const NormalEquations equations = normal_equations(a, b);
    const Matrix<Rational> transposed = exact<Rational>(a).transpose();
    EXPECT_EQ(equations.moment, product(transposed, exact<Rational>(b)));
    for (Eigen::Index j = 0; j < 3; ++j)
      EXPECT_EQ(Vector<Rational>(equations.gram.col(j)), product(transposed, exact<Rational>(a).col(j)));
    EXPECT_EQ(equations.square, squared_norm<Rational>(exact<Rational>(b)));
  }
}

/// Fewer rows than columns, independent and dependent, with right-hand sides in the range of A and outside.
TEST(ExactSolve, minima_of_wide_least_squares_are_stationary) {
  const Matrix<double> independent{{1, 2, 0.5, -1, 3}, {0, 1, -2, 4, 1}, {2, 0, 1, 1, -1}};
  Matrix<double> dependent = independent;
  dependent.row(2) = dependent.row(0) - 2 * dependent.row(1);
  const Vector<double> outside = (Vector<double>(3) << 1, 2, 3).finished();
  const Vector<double> inside = (Vector<double>(3) << 1, 2, -3).finished();
  for (const Matrix<double>& a : {independent, dependent})
    for (const Vector<double>& b : {outside, inside})
      for (const double ridge : {0.0, 0.25}) {
        const LeastSquares f(a, b, ridge);
        const auto minimum = f.minimum<Rational>();
        EXPECT_EQ(f.gradient<Rational>(minimum.x_star), Vector<Rational>::Constant(5, Rational(0)));
        EXPECT_EQ(f.value<Rational>(minimum.x_star), minimum.f_star);
      }
}

/// Tall enough for two blocks of rows: sums of k and k² up to n.
TEST(ExactSolve, normal_equations_are_summed_over_all_blocks) {
  constexpr long n = 40000;
  const Vector<double> counted = Vector<double>::LinSpaced(n, 1, n);
  const NormalEquations equations = normal_equations(counted, Vector<double>::Ones(n));
  EXPECT_EQ(equations.gram(0, 0), Rational(n) * (n + 1) * (2 * n + 1) / 6);
  EXPECT_EQ(equations.moment[0], Rational(n) * (n + 1) / 2);
  EXPECT_EQ(equations.square, n);
}

/// The solution of H x = c for a positive definite H, by elimination one entry at a time.
Vector<Rational> eliminated(Matrix<Rational> h, Vector<Rational> c) {
  const Eigen::Index n = c.size();
  for (Eigen::Index k = 0; k < n; ++k)
    for (Eigen::Index i = k + 1; i < n; ++i) {
      const Rational factor = h(i, k) / h(k, k);
      for (Eigen::Index j = k + 1; j < n; ++j) h(i, j) -= factor * h(k, j);
      c[i] -= factor * c[k];
    }
  for (Eigen::Index k = n - 1; k >= 0; --k) {
    for (Eigen::Index j = k + 1; j < n; ++j) c[k] -= h(k, j) * c[j];
    c[k] /= h(k, k);
  }
  return c;
}

/// AAᵀ + shift·I.
Matrix<Rational> shifted_gram(const Matrix<Rational>& a, const Rational& shift) {
  Matrix<Rational> gram(a.rows(), a.rows());
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.rows(); ++j) {
      gram(i, j) = i == j ? shift : Rational(0);
      for (Eigen::Index k = 0; k < a.cols(); ++k) gram(i, j) += a(i, k) * a(j, k);
    }
  return gram;
}

/// The minimiser of ‖Ax − b‖²/(2N) + λ‖x‖²/2 and the value there, from the definition.
Minimum<Rational> eliminated_minimum(const Matrix<Rational>& a, const Vector<Rational>& b, const Rational& ridge) {
  const Rational rows = int(a.rows());
  const Matrix<Rational> transposed = a.transpose();
  const bool wide = a.rows() < a.cols();
  const Vector<Rational> x = wide ? product(transposed, eliminated(shifted_gram(a, rows * ridge), b))
                                  : eliminated(shifted_gram(transposed, rows * ridge), product(transposed, b));
  const Vector<Rational> residual = product(a, x) - b;
  return {x, squared_norm<Rational>(residual) / (2 * rows) + ridge * squared_norm<Rational>(x) / 2};
}

bool holds(const Ball& enclosure, const Rational& x) {
  const Ball::Precision beyond(1024);
  return contains(enclosure, enclose<Ball>(x));
}

/// More unknowns than are solved for in rationals where an enclosure is asked for: it holds the minimum that
/// elimination gives, and nothing a part in 2⁸⁰ away.
TEST(ExactSolve, minima_of_many_unknowns_are_enclosed) {
  const Ball::Precision precision(128);
  const Rational nearly_one = 1 + exact<Rational>(0x1p-80);
  for (const auto& [rows, columns] : {std::pair{90, 65}, std::pair{80, 80}, std::pair{70, 90}})
    for (const double ridge : {0.0, 0.25}) {
      const Matrix<double> a = drawn_table(rows, columns, 5);
      const Vector<double> b = drawn_table(rows, 1, 6).col(0);
      const auto known = eliminated_minimum(exact<Rational>(a), exact<Rational>(b), exact<Rational>(ridge));
      const Minimum<Ball> enclosed = LeastSquares(a, b, ridge).minimum<Ball>();
      EXPECT_TRUE(holds(enclosed.f_star, known.f_star)) << rows << " × " << columns;
      EXPECT_TRUE(known.f_star == 0 || !holds(enclosed.f_star, known.f_star * nearly_one)) << rows << " × " << columns;
      for (Eigen::Index j = 0; j < columns; ++j) {
        EXPECT_TRUE(holds(enclosed.x_star[j], known.x_star[j])) << rows << " × " << columns << ", " << j;
        EXPECT_FALSE(holds(enclosed.x_star[j], known.x_star[j] * nearly_one)) << rows << " × " << columns << ", " << j;
      }
    }
}

/// Planted: the minima with the ridge's sign wrong, not times N or halved, and of a row less.
TEST(ExactSolve, enclosed_minima_refuse_those_of_other_functions) {
  const Ball::Precision precision(128);
  const Matrix<double> a = drawn_table(90, 66, 5);
  const Vector<double> b = drawn_table(90, 1, 6).col(0);
  const Matrix<Rational> rows = exact<Rational>(a);
  const Vector<Rational> values = exact<Rational>(b);
  const Minimum<Ball> enclosed = LeastSquares(a, b, 0.25).minimum<Ball>();
  const auto is_refused = [&](const Minimum<Rational>& wrong) {
    bool refused = !holds(enclosed.f_star, wrong.f_star);
    for (Eigen::Index j = 0; j < a.cols(); ++j) refused = refused && !holds(enclosed.x_star[j], wrong.x_star[j]);
    return refused;
  };
  const Rational ridge = exact<Rational>(0.25);
  EXPECT_FALSE(is_refused(eliminated_minimum(rows, values, ridge)));
  EXPECT_TRUE(is_refused(eliminated_minimum(rows, values, -ridge)));
  EXPECT_TRUE(is_refused(eliminated_minimum(rows, values, ridge / 90)));
  EXPECT_TRUE(is_refused(eliminated_minimum(rows, values, ridge / 2)));
  EXPECT_TRUE(is_refused(eliminated_minimum(rows.topRows(89), values.head(89), ridge)));
}

TEST(ExactSolve, sums_over_a_large_tall_table_are_those_of_its_rows) {
  const Matrix<double> a = drawn_table(1700, 10, 7);
  const Vector<double> b = drawn_table(1700, 1, 8).col(0);
  const LeastSquares f(a, b, 0.25);
  const Vector<Rational> x = exact<Rational>(Vector<double>(drawn_table(10, 1, 9).col(0)));
  const Vector<Rational> residual = product(a, x) - exact<Rational>(b);
  EXPECT_EQ(f.value<Rational>(x), squared_norm<Rational>(residual) / 3400 + squared_norm<Rational>(x) / 8);
  const Vector<Rational> gradient = product(a.transpose(), residual) / Rational(1700) + x / Rational(4);
  EXPECT_EQ(f.gradient<Rational>(x), gradient);
  const Vector<Rational> along = product(a.transpose(), product(a, x)) / Rational(1700) + x / Rational(4);
  EXPECT_EQ(f.hessian_product<Rational>(x, x), along);
}

}  // namespace
}  // namespace verigrad::problem_exact_solve_test
