// Branch and bound: pieces cover the box, enclosures contain the values, ill-formed splits are refused.
#include "verigrad/algorithm/branch_and_bound.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::algorithm_branch_and_bound_test {
namespace {

const Box square{vector({-1, -2}), vector({3, 2})};

TEST(BranchAndBound, halves_share_their_face) {
  const std::vector<Box> pieces = subdivision(square, {0, -1, 1, -1, -1});
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[0].upper, vector({1, 2}));
  EXPECT_EQ(pieces[1].lower, vector({1, -2}));
  EXPECT_EQ(pieces[1].upper, vector({3, 0}));
  EXPECT_EQ(pieces[2].lower, vector({1, 0}));
}

TEST(BranchAndBound, refuses_splits_that_are_no_tree) {
  EXPECT_THROW(subdivision(square, {}), std::invalid_argument);
  EXPECT_THROW(subdivision(square, {0, -1}), std::invalid_argument);
  EXPECT_THROW(subdivision(square, {-1, -1}), std::invalid_argument);
  EXPECT_THROW(subdivision(square, {2, -1, -1}), std::invalid_argument);
}

TEST(BranchAndBound, encloses_values_on_a_box) {
  const Quadratic f(vector({1, -2}), vector({0, 1}));
  const ObjectivePtr J = make_objective(f);
  const Interval values = value_on(J->over<Interval>(), square);
  for (double x = -1; x <= 3; x += 0.5)
    for (double y = -2; y <= 2; y += 0.5) {
      const double value = J->over<double>().value(vector({x, y}));
      EXPECT_LE(values.lower(), value);
      EXPECT_LE(value, values.upper());
    }
}

TEST(BranchAndBound, finds_both_wells) {
  const ObjectivePtr J = make_objective(double_well(1, 1, 0));
  const Box box{vector({-4}), vector({5})};
  const BoxMinimum found = branch_and_bound(*J, box, 10);
  const std::vector<Box> pieces = subdivision(box, found.splits);
  const auto may_minimise = [&](double w) {
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (found.candidates[i] && pieces[i].lower[0] <= w && w <= pieces[i].upper[0]) return true;
    return false;
  };
  EXPECT_TRUE(may_minimise(-2));
  EXPECT_TRUE(may_minimise(2));
  EXPECT_FALSE(may_minimise(0));
}

TEST(BranchAndBound, refuses_an_empty_box) {
  const ObjectivePtr J = make_objective(double_well(1, 1, 0));
  EXPECT_THROW(branch_and_bound(*J, {vector({1}), vector({0})}, 8), std::invalid_argument);
  EXPECT_THROW(branch_and_bound(*J, square, 8), std::invalid_argument);
}

TEST(BranchAndBound, looks_at_both_ends_of_each_axis) {
  const ObjectivePtr f = make_objective(Quadratic(at(1), at(0)));
  EXPECT_EQ(branch_and_bound(*f, {at(0), at(2)}, 4).gap, 0.125) << "2⁻⁴ of the range [0, 2] of x²/2";
}

TEST(BranchAndBound, has_the_share_of_the_range_that_is_asked_for_as_gap) {
  const ObjectivePtr f = make_objective(Quadratic(at(1), at(0)));
  for (const int bits : {0, 3, 6}) EXPECT_EQ(branch_and_bound(*f, {at(1), at(3)}, bits).gap, std::ldexp(4, -bits));
}

/// ½(x − π/3)² on [−4, 5]: the grid misses the minimiser, and the search goes on to it.
TEST(BranchAndBound, descends_between_the_points_of_the_grid) {
  const double off_grid = 1.0471975511965976;
  const BoxMinimum found = branch_and_bound(*make_objective(Quadratic(at(1), at(off_grid))), {at(-4), at(5)}, 8);
  EXPECT_NEAR(found.best[0], off_grid, 0x1p-10);
}

/// x²/2 at 3/2 is 9/8, and [1, 2] · [−½, ½] is added; from the lower end it would be ½ + [1, 2] · [0, 1].
TEST(BranchAndBound, takes_the_mean_value_form_at_the_middle) {
  const ObjectivePtr f = make_objective(Quadratic(at(1), at(0)));
  EXPECT_LT(value_on(f->over<Interval>(), {at(1), at(2)}).upper(), 2.25);
}

}  // namespace
}  // namespace verigrad::algorithm_branch_and_bound_test
