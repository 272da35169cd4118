// Instances about points of one function: the line through a point, descent, two points, a minimum, a steepest
// direction.
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/log_sum_exp.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/softplus.hpp"
#include "verigrad/theorem/convexity/along_line.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"
#include "verigrad/theorem/convexity/minimum_instance.hpp"
#include "verigrad/theorem/convexity/pair_instance.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"
#include "verigrad/theorem/descent/steepest_direction_run.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_points_test {
namespace {

ObjectivePtr parabola(double lambda = 1, double centre = 0) {
  return make_objective(Quadratic(at(lambda), at(centre)));
}

struct Lines : OverRationals {};

/// f = x² along 1 + 3t: f = (1 + 3t)², slope 6, remainder 9t².
TEST_F(Lines, have_slope_and_remainders_of_both_signs_of_t) {
  const ObjectivePtr f = parabola(2);
  const AlongLine line = along_line(f->over<Number>(), exact(at(1)), exact(at(3)), 0.5);
  EXPECT_EQ(value(line.f_a), 1);
  EXPECT_EQ(value(line.slope), 6);
  ASSERT_EQ(line.forward.size(), 5);
  ASSERT_EQ(line.backward.size(), 5);
  Rational t(1, 2);
  for (std::size_t k = 0; k < 5; ++k, t /= 16)
    for (const auto& [point, sign] : {std::pair{line.forward[k], 1}, {line.backward[k], -1}}) {
      EXPECT_EQ(value(point.t), sign * t);
      EXPECT_EQ(value(point.f), square(Rational(1 + 3 * sign * t)));
      EXPECT_EQ(value(point.remainder), 9 * t * t);
    }
  EXPECT_TRUE(along_line(f->over<Number>(), exact(at(1)), exact(at(3)), 0).forward.empty());
}

/// The bound L/2 t²‖v‖² is attained for L = 2.
TEST_F(Lines, have_small_remainders_for_the_right_L_only) {
  const AlongLine line = along_line(parabola(2)->over<Number>(), exact(at(1)), exact(at(3)), 0.5);
  const auto holds = [&](const Number& L) {
    Claims claims;
    small_remainder(line, L, claims);
    EXPECT_EQ(claims.list().size(), 10);
    return all_hold(claims);
  };
  EXPECT_TRUE(holds(Number(2)));
  EXPECT_FALSE(holds(frac(255, 128)));
}

struct Pairs : OverRationals {};

TEST_F(Pairs, hold_values_gradients_and_the_claimed_L) {
  PairInstance instance{parabola(2, 1), at(3), at(-1)};
  const auto own = instance.pair<Rational>();
  EXPECT_EQ(own.L, 2);
  EXPECT_EQ(own.f_x, 4);
  EXPECT_EQ(own.f_y, 4);
  EXPECT_EQ(own.g_x[0], 4);
  EXPECT_EQ(own.g_y[0], -4);
  instance.claimed_L = 5;
  const PairRun claimed(instance);
  EXPECT_EQ(value(claimed.L), 5);
  EXPECT_EQ(value(claimed.g_y[0]), -4);
  EXPECT_NE(instance.describe().find("L = 5"), std::string::npos);
}

TEST_F(Pairs, of_data_are_the_data) {
  const InterpolationInstance data{"a kink", {2, at(1), at(2), at(3), at(4), 5, 6}};
  const PairRun r(data);
  EXPECT_EQ((Fractions{value(r.L), value(r.x[0]), value(r.y[0]), value(r.g_x[0]), value(r.g_y[0]), value(r.f_x),
                       value(r.f_y)}),
            (Fractions{2, 1, 2, 3, 4, 5, 6}));
}

TEST(Decidable, pairs_are_rational_or_certainly_apart) {
  const ObjectivePtr smooth = make_objective(Softplus(at(1), at(0), at(2)));
  EXPECT_TRUE((PairInstance{parabola(), at(1), at(1)}.decidable()));
  EXPECT_FALSE((PairInstance{smooth, at(1), at(1)}.decidable())) << "one gradient";
  EXPECT_TRUE((PairInstance{smooth, at(1), at(1 + 0x1p-40)}.decidable()));
  EXPECT_FALSE((PairInstance{smooth, at(1), at(2), 0}.decidable())) << "τ = 0";
  EXPECT_FALSE((PairInstance{smooth, at(1), at(2), 1}.decidable())) << "τ = 1";
}

struct HessianBounds : OverRationals {};

TEST_F(HessianBounds, are_claimed_no_narrower_than_they_are) {
  const ObjectivePtr J = make_objective(Quadratic(vector({1, 4}), vector({0, 0})));
  HessianBoundsInstance instance{J, vector({1, 1}), vector({0, 0})};
  EXPECT_TRUE(extremal_and_bounded(instance));
  instance.claimed = Curvature{0.5, 8};
  EXPECT_TRUE(hessian_is_bounded(instance));
  for (const Curvature& wrong : {Curvature{2, 4}, Curvature{1, 3}, Curvature{0, 4}, Curvature{1, INFINITY}}) {
    instance.claimed = wrong;
    EXPECT_FALSE(hessian_is_bounded(instance)) << wrong.lower << ", " << wrong.upper;
  }
}

TEST_F(HessianBounds, take_the_reference_for_the_minimiser) {
  HessianBoundsInstance instance{parabola(2, 1), at(3), at(0)};
  EXPECT_EQ(values(instance.minimum().x_star), Fractions{1});
  instance.reference = at(4);
  EXPECT_EQ(values(instance.minimum().x_star), Fractions{4});
  EXPECT_EQ(value(instance.minimum().f_star), 9);
  EXPECT_FALSE(extremal_and_bounded(instance));
  EXPECT_NE(instance.describe().find("W* = "), std::string::npos);
}

struct Minima : OverRationals {};

TEST_F(Minima, are_the_objectives_or_the_reference) {
  MinimumInstance instance{parabola(2, 1), at(1), at(0)};
  EXPECT_EQ(values(instance.minimum().x_star), Fractions{1});
  EXPECT_EQ(value(instance.minimum().f_star), 0);
  instance.reference = at(3);
  EXPECT_EQ(value(instance.minimum().f_star), 4);
}

struct Descents : OverRationals {};

TEST_F(Descents, run_gradient_descent_or_judge_a_recording) {
  DescentInstance instance{parabola(), at(4), 0.5, 3};
  EXPECT_EQ(values(instance.iterates()), (Fractions{4, 2, 1, Rational(1, 2)}));
  instance.recording = {at(4), at(-1)};
  EXPECT_EQ(values(instance.iterates()), (Fractions{4, -1}));
  EXPECT_NE(instance.describe().find("recorded"), std::string::npos);
}

TEST(DescentSteps, lie_strictly_between_0_and_2_over_L) {
  const auto admissible = [](double alpha) {
    return DescentInstance{parabola(3), at(1), alpha, 1}.step_is_admissible();
  };
  EXPECT_FALSE(admissible(0));
  EXPECT_FALSE(admissible(-0.5));
  EXPECT_TRUE(admissible(0x1p-60));
  EXPECT_TRUE(admissible(0.6666666666666666)) << "the double below 2/3";
  EXPECT_FALSE(admissible(0.6666666666666667)) << "the double above 2/3";
  DescentInstance claimed{parabola(3), at(1), 0.5, 1};
  claimed.claimed_L = 4;
  EXPECT_FALSE(claimed.step_is_admissible()) << "α = 2/L of the claimed L";
}

struct SteepestDirections : OverRationals {};

/// ∇J = (3, −4) at θ = (3, −4).
steepest_direction::DirectionInstance direction(steepest_direction::Norm norm, const Vector<double>& v, double scale) {
  return {.f = make_objective(Quadratic(vector({1, 1}), vector({0, 0}))),
          .theta = vector({3, -4}),
          .v = v,
          .gamma = 0.5,
          .norm = norm,
          .scale = scale};
}

TEST_F(SteepestDirections, of_three_norms_by_hand) {
  using steepest_direction::Norm;
  using steepest_direction::Run;
  const Run euclidean(direction(Norm::euclidean, at(2), 1));
  EXPECT_EQ(values(euclidean.d), (Fractions{Rational(4, 5), Rational(3, 5)})) << "(2v, v² − 1)/(v² + 1)";
  EXPECT_EQ(value(euclidean.gradient_norm), 25) << "its square, where no root is given";
  EXPECT_EQ(value(euclidean.slope), 0);
  EXPECT_EQ(values(euclidean.next), (Fractions{Rational(3, 2), -2}));
  const Run one(direction(Norm::one, vector({1, -1}), 2));
  EXPECT_EQ(values(one.d), (Fractions{Rational(1, 4), Rational(-1, 4)})) << "‖d‖ = 2(|d₁| + |d₂|) = 1";
  EXPECT_EQ(value(one.gradient_norm), 14);
  EXPECT_EQ(value(one.dual_norm), 2);
  EXPECT_EQ(values(one.dual_d), (Fractions{0, Rational(1, 2)})) << "against the largest entry";
  const Run maximum(direction(Norm::maximum, vector({1, -4}), 2));
  EXPECT_EQ(values(maximum.d), (Fractions{Rational(1, 8), Rational(-1, 2)}));
  EXPECT_EQ(value(maximum.gradient_norm), 8);
  EXPECT_EQ(value(maximum.dual_norm), Rational(7, 2));
  EXPECT_EQ(values(maximum.dual_d), (Fractions{Rational(-1, 2), Rational(1, 2)})) << "against every entry";
}

/// J(θ + td) − J(θ) − t⟨∇J(θ), d⟩ = t²‖d‖²/2.
TEST_F(SteepestDirections, have_the_remainders_of_a_parabola) {
  const steepest_direction::Run r(direction(steepest_direction::Norm::euclidean, at(2), 1));
  ASSERT_EQ(r.step.size(), 8);
  Rational t(1, 2);
  for (std::size_t k = 0; k < 8; ++k, t /= 2) {
    EXPECT_EQ(value(r.step[k]), t);
    EXPECT_EQ(value(r.remainder[k]), t * t / 2);
  }
}

}  // namespace
}  // namespace verigrad::theorem_points_test
