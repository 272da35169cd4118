// The function with slopes of both signs everywhere, at the ends of its pieces.
#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

#include <gtest/gtest.h>

namespace verigrad::fat_cantor_function {
namespace {

const Rational third = rise<Rational>();

TEST(FatCantorFunction, first_stage_by_hand) {
  const std::vector<Piece<Rational>> halves = left_after(1, third);
  ASSERT_EQ(halves.size(), 2U);
  EXPECT_EQ(halves[0].right, frac<Rational>(3, 8));
  EXPECT_EQ(halves[0].at_right, frac<Rational>(5, 24));
  EXPECT_EQ(halves[1].left, frac<Rational>(5, 8));
  EXPECT_EQ(halves[1].at_left, frac<Rational>(1, 8));
}

TEST(FatCantorFunction, stages_agree_where_both_have_an_end) {
  const std::vector<Piece<Rational>> coarse = left_after(3, third), fine = left_after(4, third);
  for (std::size_t i = 0; i < coarse.size(); ++i) {
    EXPECT_EQ(fine[2 * i].at_left, coarse[i].at_left);
    EXPECT_EQ(fine[2 * i + 1].at_right, coarse[i].at_right);
  }
}

TEST(FatCantorFunction, lipschitz_across_pieces_and_copies) {
  std::vector<Piece<Rational>> pieces = left_after(3, third);
  const Piece<Rational> gap = gap_between(pieces[3], pieces[4]);
  for (const Piece<Rational>& piece : left_after(2, third)) pieces.push_back(copy_in(gap, piece));
  for (const Piece<Rational>& p : pieces)
    for (const Piece<Rational>& q : pieces) EXPECT_LE(abs(p.at_left - q.at_right), abs(p.left - q.right));
}

TEST(FatCantorFunction, copy_runs_downhill_from_end_to_end) {
  const std::vector<Piece<Rational>> halves = left_after(1, third);
  const Piece<Rational> gap = gap_between(halves[0], halves[1]), copy = copy_in(gap, left_after(0, third).front());
  EXPECT_EQ(copy.at_left, gap.at_left);
  EXPECT_EQ(copy.at_right, gap.at_right);
  EXPECT_LT(copy.rise(), 0);
}

}  // namespace
}  // namespace verigrad::fat_cantor_function
