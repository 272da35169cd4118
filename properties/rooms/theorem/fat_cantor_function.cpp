// The function with slopes of both signs everywhere, at the ends of its pieces.
#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::fat_cantor_function {
namespace {

struct FatCantorFunction : OverRationals {
  Number third = rise();
};

TEST_F(FatCantorFunction, first_stage_by_hand) {
  const std::vector<Piece> halves = left_after(1, third);
  ASSERT_EQ(halves.size(), 2U);
  EXPECT_EQ(value(halves[0].right), Rational(3, 8));
  EXPECT_EQ(value(halves[0].at_right), Rational(5, 24));
  EXPECT_EQ(value(halves[1].left), Rational(5, 8));
  EXPECT_EQ(value(halves[1].at_left), Rational(1, 8));
}

TEST_F(FatCantorFunction, stages_agree_where_both_have_an_end) {
  const std::vector<Piece> coarse = left_after(3, third), fine = left_after(4, third);
  for (std::size_t i = 0; i < coarse.size(); ++i) {
    EXPECT_EQ(value(fine[2 * i].at_left), value(coarse[i].at_left));
    EXPECT_EQ(value(fine[2 * i + 1].at_right), value(coarse[i].at_right));
  }
}

TEST_F(FatCantorFunction, lipschitz_across_pieces_and_copies) {
  std::vector<Piece> pieces = left_after(3, third);
  const Piece gap = gap_between(pieces[3], pieces[4]);
  for (const Piece& piece : left_after(2, third)) pieces.push_back(copy_in(gap, piece));
  for (const Piece& p : pieces)
    for (const Piece& q : pieces) EXPECT_LE(abs(value(p.at_left - q.at_right)), abs(value(p.left - q.right)));
}

TEST_F(FatCantorFunction, copy_runs_downhill_from_end_to_end) {
  const std::vector<Piece> halves = left_after(1, third);
  const Piece gap = gap_between(halves[0], halves[1]), copy = copy_in(gap, left_after(0, third).front());
  EXPECT_EQ(value(copy.at_left), value(gap.at_left));
  EXPECT_EQ(value(copy.at_right), value(gap.at_right));
  EXPECT_LT(value(copy.rise()), 0);
}

}  // namespace
}  // namespace verigrad::fat_cantor_function
