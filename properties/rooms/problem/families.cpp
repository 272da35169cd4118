// Every family of objectives: number types agree, gradients and curvature bounds belong to the values, minima are
// minima.
#include <gtest/gtest.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/number/types.hpp"

#include "drawn.hpp"

namespace verigrad::problem_families_test {
namespace {

struct Family {
  const char* name;
  Gen<ObjectivePtr> (*generator)();
};
void PrintTo(const Family& family, std::ostream* out) { *out << family.name; }

struct Families : testing::TestWithParam<Family> {
  static constexpr int count = 60;
  std::vector<ObjectivePtr> objectives = drawn(GetParam().generator(), count);

  /// The point inside the ball on which the objective's curvature holds.
  Vector<double> point(const Objective& f, std::uint64_t seed) const {
    Vector<double> x = drawn_point(f, seed);
    while (x.norm() > f.domain_radius() / 2) x /= 2;
    return x;
  }
};

/// f(x + v) − f(x) − ⟨g, v⟩ less ½ lower ‖v‖², and ½ upper ‖v‖² less it.
template <class T>
std::pair<T, T> taylor_slacks(const Objective& f, const Vector<T>& x, const Vector<T>& v, const Vector<T>& g) {
  const T rest = f.over<T>().value(x + v) - f.over<T>().value(x) - dot<T>(g, v);
  const T half_square = frac<T>(1, 2) * squared_norm<T>(v);
  return {rest - exact<T>(f.curvature().lower) * half_square, exact<T>(f.curvature().upper) * half_square - rest};
}

bool violated(const std::pair<Sign, Sign>& slacks) {
  return slacks.first == Sign::negative || slacks.second == Sign::negative;
}
bool settled(const std::pair<Sign, Sign>& slacks) {
  const auto at_least_zero = [](Sign s) { return s == Sign::positive || s == Sign::zero || s == Sign::nonnegative; };
  return violated(slacks) || (at_least_zero(slacks.first) && at_least_zero(slacks.second));
}

/// The signs of both slacks at x along v for the gradient of f at x plus `mistake`: exact where f is rational.
std::pair<Sign, Sign> taylor_signs(const Objective& f, const Vector<double>& x, const Vector<double>& v,
                                   const Vector<double>& mistake) {
  const auto signs = [&]<class T>(std::type_identity<T>) {
    const Vector<T> g = f.over<T>().gradient(exact<T>(x)) + exact<T>(mistake);
    const auto slacks = taylor_slacks<T>(f, exact<T>(x), exact<T>(v), g);
    return std::pair(sign_of(slacks.first), sign_of(slacks.second));
  };
  if (f.rational()) return signs(std::type_identity<Rational>{});
  const Ball::Precision precision(512);
  return signs(std::type_identity<Ball>{});
}

TEST_P(Families, gradient_and_curvature_bound_the_values) {
  int open = 0, cases = 0;
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    const Vector<double> x = point(f, k);
    for (const double length : {0.25, 0x1p-30, 0x1p-60})
      for (Eigen::Index i = 0; i < f.dimension(); ++i)
        for (const double sign : {1.0, -1.0}) {
          const Vector<double> v = sign * length * Vector<double>::Unit(f.dimension(), i);
          const auto signs = taylor_signs(f, x, v, Vector<double>::Zero(f.dimension()));
          EXPECT_FALSE(violated(signs)) << f.describe() << " at " << x.transpose() << " along " << v.transpose();
          open += !settled(signs);
          ++cases;
        }
  }
  EXPECT_LE(open, cases / 5);
}

TEST_P(Families, a_gradient_off_by_a_millionth_is_rejected) {
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    const Eigen::Index i = Eigen::Index(k) % f.dimension();
    const Vector<double> unit = Vector<double>::Unit(f.dimension(), i);
    const bool rejected = violated(taylor_signs(f, point(f, k), 0x1p-60 * unit, 0x1p-20 * unit)) ||
                          violated(taylor_signs(f, point(f, k), -0x1p-60 * unit, 0x1p-20 * unit));
    EXPECT_TRUE(rejected) << f.describe();
  }
}

TEST_P(Families, gradients_are_as_monotone_as_the_curvature_says) {
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    const Vector<double> x = point(f, 2 * k), y = point(f, 2 * k + 1);
    const auto check = [&]<class T>(std::type_identity<T>) {
      const Vector<T> moved = exact<T>(x) - exact<T>(y);
      const Vector<T> bent = f.over<T>().gradient(exact<T>(x)) - f.over<T>().gradient(exact<T>(y));
      const T product = dot<T>(bent, moved), square = squared_norm<T>(moved);
      EXPECT_NE(sign_of(T(product - exact<T>(f.curvature().lower) * square)), Sign::negative) << f.describe();
      EXPECT_NE(sign_of(T(exact<T>(f.curvature().upper) * square - product)), Sign::negative) << f.describe();
      const T L = exact<T>(f.curvature().smoothness());
      EXPECT_NE(sign_of(T(L * L * square - squared_norm<T>(bent))), Sign::negative) << f.describe();
    };
    const Ball::Precision precision(256);
    f.rational() ? check(std::type_identity<Rational>{}) : check(std::type_identity<Ball>{});
  }
}

TEST_P(Families, number_types_agree) {
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    const Vector<double> x = point(f, k);
    const auto all = [&]<class T>(std::type_identity<T>) {
      Vector<T> result(f.dimension() + 1);
      result << f.over<T>().value(exact<T>(x)), f.over<T>().gradient(exact<T>(x));
      return result;
    };
    const Ball::Precision precision(256);
    const Vector<Ball> balls = all(std::type_identity<Ball>{});
    const Vector<Interval> intervals = all(std::type_identity<Interval>{});
    const Vector<double> doubles = all(std::type_identity<double>{});
    const double scale = 1 + x.norm() * (1 + f.curvature().smoothness()) + approximate(balls).norm();
    for (Eigen::Index i = 0; i < balls.size(); ++i) {
      EXPECT_LT(width(balls[i]), 1e-60 * scale) << f.describe();
      EXPECT_TRUE(overlap(as_ball(intervals[i]), balls[i])) << f.describe();
      EXPECT_LT(width(as_ball(intervals[i])), 1e-9 * scale * scale) << f.describe();
      EXPECT_LT(std::abs(approximate(Ball(Ball::point(doubles[i]) - balls[i]))), 1e-10 * scale * scale) << f.describe();
    }
    if (!f.rational()) continue;
    const Vector<Rational> rationals = all(std::type_identity<Rational>{});
    for (Eigen::Index i = 0; i < balls.size(); ++i) {
      EXPECT_TRUE(contains(intervals[i], rationals[i])) << f.describe();
      EXPECT_TRUE(overlap(balls[i], enclose<Ball>(rationals[i]))) << f.describe();
    }
  }
}

TEST_P(Families, enclosures_of_points_hold_for_wide_arguments_too) {
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    const Vector<double> x = point(f, k);
    const Vector<Ball> inside = exact<Ball>(x);
    for (const double radius : {0x1p-30, 0.5, 40.0}) {
      const Vector<Interval> wide = exact<Interval>(x).array() + Interval::hull(-radius, radius / 2);
      const Vector<Ball> wide_balls = inside.unaryExpr([&](const Ball& c) { return c.widened(Ball::point(radius)); });
      EXPECT_TRUE(overlap(as_ball(f.over<Interval>().value(wide)), f.over<Ball>().value(inside))) << f.describe();
      EXPECT_TRUE(contains(f.over<Ball>().value(wide_balls), f.over<Ball>().value(inside).midpoint())) << f.describe();
      const Vector<Interval> gradient = f.over<Interval>().gradient(wide);
      for (Eigen::Index i = 0; i < gradient.size(); ++i)
        EXPECT_TRUE(overlap(as_ball(gradient[i]), f.over<Ball>().gradient(inside)[i])) << f.describe();
    }
  }
}

/// Whether (∇f(x + tv) − ∇f(x))/t is ∇²f(x) v up to 2⁻⁴⁰, for t = 2⁻⁶⁰ or −2⁻⁶⁰ (one of them where f″ jumps).
bool is_derivative_of_gradient(const Objective& f, const Vector<double>& x, const Vector<double>& v) {
  const Vector<Ball> at = exact<Ball>(x), direction = exact<Ball>(v);
  const Vector<Ball> product = f.over<Ball>().hessian_product(at, direction);
  const auto near = [&](double t) {
    const Vector<Ball> moved = at + Ball::point(t) * direction;
    const Vector<Ball> quotient = (f.over<Ball>().gradient(moved) - f.over<Ball>().gradient(at)) / Ball::point(t);
    return squared_norm<Ball>(quotient - product).upper() < 0x1p-80 * square(1 + f.curvature().smoothness());
  };
  return near(0x1p-60) || near(-0x1p-60);
}

TEST_P(Families, hessian_products_are_derivatives_of_the_gradient) {
  const Ball::Precision precision(256);
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    for (Eigen::Index i = 0; i < f.dimension(); ++i)
      EXPECT_TRUE(is_derivative_of_gradient(f, point(f, k), Vector<double>::Unit(f.dimension(), i))) << f.describe();
  }
}

TEST_P(Families, minima_are_minima) {
  const Ball::Precision precision(256);
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    if (!f.has_minimum()) continue;
    const Minimum<Ball> minimum = f.over<Ball>().minimum();
    EXPECT_TRUE(overlap(f.over<Ball>().value(minimum.x_star), minimum.f_star)) << f.describe();
    EXPECT_LT(width(minimum.f_star), 1e-60 * (1 + std::abs(approximate(minimum.f_star)))) << f.describe();
    for (const Ball& slope : f.over<Ball>().gradient(minimum.x_star))
      EXPECT_TRUE(contains(slope, Ball(0))) << f.describe() << " has slope " << slope;
    for (const double distance : {1.0, 0x1p-20, 0x1p-60}) {
      const Vector<Ball> y = minimum.x_star + Ball::point(distance) * exact<Ball>(drawn_point(f, k));
      EXPECT_NE(sign_of(Ball(f.over<Ball>().value(y) - minimum.f_star)), Sign::negative) << f.describe();
    }
    const Minimum<Interval> coarse = f.over<Interval>().minimum();
    EXPECT_TRUE(overlap(as_ball(coarse.f_star), minimum.f_star)) << f.describe();
    for (Eigen::Index i = 0; i < f.dimension(); ++i)
      EXPECT_TRUE(overlap(as_ball(coarse.x_star[i]), minimum.x_star[i])) << f.describe();
  }
}

TEST_P(Families, rational_minima_are_exact) {
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const Objective& f = *objectives[k];
    if (!f.has_minimum() || !f.rational()) continue;
    const Minimum<Rational> minimum = f.over<Rational>().minimum();
    EXPECT_EQ(f.over<Rational>().value(minimum.x_star), minimum.f_star) << f.describe();
    for (const Rational& slope : f.over<Rational>().gradient(minimum.x_star)) EXPECT_EQ(slope, 0) << f.describe();
    for (const double distance : {1.0, 0x1p-20}) {
      const Vector<Rational> y = minimum.x_star + exact<Rational>(distance) * exact<Rational>(drawn_point(f, k));
      EXPECT_GE(f.over<Rational>().value(y), minimum.f_star) << f.describe();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, Families,
    testing::Values(Family{"convex_quadratic", generate::convex_quadratic},
                    Family{"indefinite_quadratic", generate::indefinite_quadratic}, Family{"huber", generate::huber},
                    Family{"convex_piecewise", generate::convex_piecewise},
                    Family{"non_convex_piecewise", generate::non_convex_piecewise},
                    Family{"double_well", generate::double_well}, Family{"geman_mcclure", generate::geman_mcclure},
                    Family{"least_squares", generate::least_squares},
                    Family{"ridge_regression", generate::ridge_regression},
                    Family{"logistic_regression", generate::logistic_regression},
                    Family{"log_sum_exp", generate::log_sum_exp}, Family{"softplus", generate::softplus},
                    Family{"softplus_network", generate::softplus_network}),
    [](const auto& parameter) { return std::string(parameter.param.name); });

TEST(Mixtures, two_thirds_of_convex_smooth_are_rational_and_all_have_what_the_theorems_ask) {
  int rational = 0;
  const auto objectives = drawn(generate::convex_smooth(), 600);
  for (const ObjectivePtr& f : objectives) {
    EXPECT_TRUE(f->curvature().convex() && f->curvature().smooth() && f->has_minimum()) << f->describe();
    EXPECT_GT(f->curvature().upper, 0) << f->describe();
    rational += f->rational();
  }
  EXPECT_GT(rational, 340);
  EXPECT_LT(rational, 460);
}

TEST(Mixtures, non_convex_smooth_is_not_convex) {
  for (const ObjectivePtr& f : drawn(generate::non_convex_smooth(), 300)) {
    EXPECT_LT(f->curvature().lower, 0) << f->describe();
    EXPECT_TRUE(f->rational() && f->curvature().smooth()) << f->describe();
  }
}

}  // namespace
}  // namespace verigrad::problem_families_test
