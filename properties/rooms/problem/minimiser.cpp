// Enclosed minima: they agree with exact ones, shrink with the precision, and are refused where none exists.
#include "verigrad/problem/minimiser.hpp"

#include <thread>

#include <gtest/gtest.h>

#include "verigrad/number/product.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"

#include "drawn.hpp"

namespace verigrad::problem_minimiser_test {
namespace {

const std::filesystem::path data_directory = std::filesystem::path(VERIGRAD_SOURCE_DIR) / "data";

/// What the search asks, of any objective.
struct View {
  const Objective& f;
  template <class T>
  T value(const Vector<T>& x) const {
    return f.over<T>().value(x);
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return f.over<T>().gradient(x);
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const {
    return f.over<T>().hessian_product(x, v);
  }
};

TEST(Minimiser, strong_convexity_encloses_the_exact_ridge_minimum) {
  for (const ObjectivePtr& f : drawn(generate::ridge_regression(), 60)) {
    const Minimum<Rational> known = f->over<Rational>().minimum();
    const View view{*f};
    const SmoothFunction smooth = smooth_function(view);
    const Ball::Precision precision(256);
    const auto check = [&](const Vector<Ball>& x, double widest) {
      const auto enclosed = strongly_convex_minimum(smooth, x, Ball::point(f->curvature().lower));
      EXPECT_TRUE(overlap(enclosed.f_star, enclose<Ball>(known.f_star))) << f->describe();
      EXPECT_LT(width(enclosed.f_star), widest * (1 + std::abs(approximate(known.f_star)))) << f->describe();
      for (Eigen::Index i = 0; i < x.size(); ++i)
        EXPECT_TRUE(overlap(enclosed.x_star[i], enclose<Ball>(known.x_star[i]))) << f->describe();
    };
    check(refined(smooth, newton(smooth, Vector<double>::Zero(f->dimension()))), 1e-65);
    check(exact<Ball>(drawn_point(*f, 3)), INFINITY);
  }
}

TEST(Minimiser, a_modulus_that_is_too_large_would_exclude_the_minimum) {
  const ObjectivePtr f = make_objective(LeastSquares(Matrix<double>{{1}}, Vector<double>::Constant(1, 1)));
  const View view{*f};
  const Vector<Ball> far = exact<Ball>(Vector<double>(Vector<double>::Constant(1, 3)));
  EXPECT_TRUE(contains(strongly_convex_minimum(smooth_function(view), far, Ball(1)).f_star, Ball(0)));
  EXPECT_FALSE(contains(strongly_convex_minimum(smooth_function(view), far, Ball(2)).f_star, Ball(0)));
}

Matrix<double> overlapping_table() {
  return Matrix<double>{{1, 1}, {-1, 1}, {2, 1}, {-2, 1}, {0.5, 1}, {3, 1}, {-0.25, 1}};
}
Vector<double> overlapping_classes() { return (Vector<double>(7) << 1, -1, 1, -1, -1, 1, 1).finished(); }

TEST(Minimiser, precision_shrinks_enclosures_that_overlap) {
  for (const double ridge : {0.0, 0.125}) {
    const ObjectivePtr f = make_objective(LogisticRegression(overlapping_table(), overlapping_classes(), ridge));
    const auto minimum = [&](long bits) {
      const Ball::Precision precision(bits);
      return f->over<Ball>().minimum();
    };
    Minimum<Ball> coarse = minimum(64);
    for (const long bits : {128, 256, 512, 900}) {
      const Minimum<Ball> fine = minimum(bits);
      EXPECT_TRUE(overlap(coarse.f_star, fine.f_star)) << bits;
      EXPECT_LT(width(fine.f_star), std::ldexp(1.0, -int(bits))) << bits;
      for (Eigen::Index i = 0; i < 2; ++i) {
        EXPECT_TRUE(overlap(coarse.x_star[i], fine.x_star[i])) << bits;
        EXPECT_LT(width(fine.x_star[i]), std::ldexp(1.0, -int(bits))) << bits;
        EXPECT_LT(width(fine.x_star[i]), width(coarse.x_star[i])) << bits;
      }
      coarse = fine;
    }
  }
}

TEST(Minimiser, self_concordance_encloses_from_afar_and_agrees_with_the_ridgeless_limit) {
  const LogisticRegression model(overlapping_table(), overlapping_classes(), 0);
  const ObjectivePtr f = make_objective(model);
  const View view{*f};
  const Minimum<Ball> known = f->over<Ball>().minimum();
  const Ball::Precision precision(128);
  Vector<double> near = approximate(known.x_star);
  near[0] += 0x1p-7;
  const Ball row_norm = sqrt(Ball(10));
  const auto enclosed =
      self_concordant_minimum(smooth_function(view), exact<Ball>(near), row_norm, Ball::point(0.03125));
  ASSERT_TRUE(enclosed);
  EXPECT_TRUE(overlap(enclosed->f_star, known.f_star));
  for (Eigen::Index i = 0; i < 2; ++i) EXPECT_TRUE(overlap(enclosed->x_star[i], known.x_star[i]));
  near[0] += 4;
  EXPECT_FALSE(self_concordant_minimum(smooth_function(view), exact<Ball>(near), row_norm, Ball::point(0.03125)));
}

std::string refusal(const Matrix<double>& a, const Vector<double>& s) {
  try {
    LogisticRegression(a, s, 0);
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

/// ‖∇f‖ = 1, R = ½, m = 1: t₀ = −log(½)/½ = log 4.
TEST(Minimiser, self_concordance_bounds_distance_and_value_by_its_formula) {
  const Ball::Precision precision(128);
  const SmoothFunction f{
      .value = [](const Vector<Ball>&) { return Ball(0); },
      .gradient = [](const Vector<Ball>&) { return Vector<Ball>(Vector<Ball>::Constant(1, Ball(1))); },
      .near_value = {},
      .near_gradient = {},
      .near_hessian = {}};
  const Vector<Ball> zero = Vector<Ball>::Constant(1, Ball(0));
  const auto minimum = self_concordant_minimum(f, zero, frac<Ball>(1, 2), Ball(1));
  ASSERT_TRUE(minimum);
  EXPECT_NEAR(minimum->x_star[0].upper(), std::log(4.0), 0x1p-26);
  EXPECT_NEAR(minimum->x_star[0].lower(), -std::log(4.0), 0x1p-26);
  EXPECT_NEAR(minimum->f_star.lower(), -std::log(4.0), 0x1p-26);
  EXPECT_GE(minimum->f_star.upper(), 0);
  EXPECT_FALSE(self_concordant_minimum(f, zero, frac<Ball>(3, 2), Ball(1)));
}

/// √(1 + (x − c)²) as the search sees it.
SmoothFunction hyperbola(double c) {
  return {.value = {},
          .gradient = {},
          .near_value = [=](const Vector<double>& x) { return std::hypot(1, x[0] - c); },
          .near_gradient =
              [=](const Vector<double>& x) {
                return Vector<double>(Vector<double>::Constant(1, (x[0] - c) / std::hypot(1, x[0] - c)));
              },
          .near_hessian =
              [=](const Vector<double>& x) {
                return Matrix<double>(Matrix<double>::Constant(1, 1, std::pow(std::hypot(1, x[0] - c), -3)));
              }};
}

/// The whole step from c + t goes to c − t³: without damping from c + 1 back and forth, from c + 2 away.
TEST(Minimiser, newtons_steps_are_damped_until_they_decrease) {
  for (const double offset : {1.0, 2.0, 0.5})
    EXPECT_NEAR(newton(hyperbola(3), Vector<double>::Constant(1, 3 + offset))[0], 3, 0x1p-40) << offset;
}

/// (x − 1)²/2 in the plane: the Hessian is singular.
TEST(Minimiser, newtons_steps_are_found_for_singular_hessians) {
  const SmoothFunction f{.value = {},
                         .gradient = {},
                         .near_value = [](const Vector<double>& x) { return (x[0] - 1) * (x[0] - 1) / 2; },
                         .near_gradient =
                             [](const Vector<double>& x) {
                               return Vector<double>{{x[0] - 1, 0.0}};
                             },
                         .near_hessian =
                             [](const Vector<double>&) {
                               return Matrix<double>{{1.0, 0.0}, {0.0, 0.0}};
                             }};
  const Vector<double> found = newton(f, Vector<double>{{5.0, 7.0}});
  EXPECT_NEAR(found[0], 1, 0x1p-40);
  EXPECT_EQ(found[1], 7);
}

TEST(Minimiser, separable_classes_are_refused_with_the_remedy) {
  const Matrix<double> a{{1, 1}, {2, 1}, {-1, 1}, {-3, 1}};
  const Vector<double> s = (Vector<double>(4) << 1, 1, -1, -1).finished();
  EXPECT_EQ(refusal(a, s),
            "LogisticRegression: the classes are linearly separable, so without a ridge there is no minimiser; use a "
            "ridge > 0");
  EXPECT_TRUE(make_objective(LogisticRegression(a, s, 0.5))->has_minimum());
}

TEST(Minimiser, touching_classes_and_dependent_columns_are_refused_too) {
  const std::string unproved =
      "LogisticRegression: without a ridge no minimiser could be proved (dependent columns, or classes nearly "
      "separable); use a ridge > 0";
  const Vector<double> s = (Vector<double>(4) << 1, 1, -1, -1).finished();
  EXPECT_EQ(refusal(Matrix<double>{{1, 1}, {0, 1}, {0, 1}, {-3, 1}}, s), unproved);
  const Matrix<double> a = overlapping_table();
  Matrix<double> dependent(7, 3);
  dependent << a, a.col(0) + a.col(1);
  EXPECT_EQ(refusal(dependent, overlapping_classes()), unproved);
}

TEST(Minimiser, the_shipped_classes_are_separable_and_need_a_ridge) {
  const DataSet data = standardised(read_csv(data_directory / "breast_cancer.csv", "benign"));
  EXPECT_THROW(logistic_regression(data, 0), std::invalid_argument);
  const ObjectivePtr f = make_objective(logistic_regression(data, 0.015625));
  EXPECT_EQ(f->dimension(), 31);
  const Ball::Precision precision(128);
  const Minimum<Ball> minimum = f->over<Ball>().minimum();
  EXPECT_LT(width(minimum.f_star), 1e-30);
  for (const Ball& slope : f->over<Ball>().gradient(minimum.x_star)) EXPECT_TRUE(contains(slope, Ball(0)));
  EXPECT_LT(f->over<Interval>().minimum().f_star.upper(),
            f->over<Interval>().value(Vector<Interval>::Constant(31, Interval(0))).lower());
}

TEST(Minimiser, least_squares_on_the_shipped_data_is_exact) {
  const DataSet data = standardised(read_csv(data_directory / "breast_cancer.csv", "benign"));
  const ObjectivePtr f = make_objective(least_squares(data));
  const Minimum<Rational> minimum = f->over<Rational>().minimum();
  for (const Rational& slope : f->over<Rational>().gradient(minimum.x_star)) EXPECT_EQ(slope, 0);
  EXPECT_EQ(f->over<Rational>().value(minimum.x_star), minimum.f_star);
  EXPECT_GT(f->curvature().lower, 0);
}

TEST(Minimiser, enclosures_are_safe_among_threads) {
  const ObjectivePtr f = make_objective(LogisticRegression(overlapping_table(), overlapping_classes(), 0.25));
  std::vector<Minimum<Ball>> found(4);
  std::vector<std::thread> threads;
  for (std::size_t k = 0; k < found.size(); ++k)
    threads.emplace_back([&, k] {
      const Ball::Precision precision(64 * long(1 + k % 2));
      found[k] = f->over<Ball>().minimum();
      flint_cleanup();
    });
  for (std::thread& thread : threads) thread.join();
  for (const Minimum<Ball>& one : found) EXPECT_TRUE(overlap(one.f_star, found[0].f_star));
}

}  // namespace
}  // namespace verigrad::problem_minimiser_test
