// Numbers, points and sizes: in the range that is said, with 0 and both ends among them.
#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_numbers_test {
namespace {

bool is_whole(double x) { return x == std::floor(x); }

struct Precision {
  int bits, fraction_bits;
};
constexpr Precision precisions[] = {{8, 4}, {2, 0}, {6, 3}, {3, 6}};

TEST(Dyadic, numbers_have_so_many_bits_and_both_ends) {
  for (const auto [bits, fraction_bits] : precisions) {
    const double unit = std::ldexp(1, -fraction_bits);
    double lowest = 0, highest = 0;
    for (const double x : drawn(generate::dyadic(bits, fraction_bits), 4000)) {
      EXPECT_TRUE(is_whole(x / unit)) << x;
      lowest = std::min(lowest, x / unit);
      highest = std::max(highest, x / unit);
    }
    EXPECT_EQ(highest, std::ldexp(1, bits));
    EXPECT_EQ(lowest, -std::ldexp(1, bits));
  }
}

TEST(Dyadic, numbers_are_0_in_one_draw_of_ten) {
  const auto is_zero = [](double x) { return x == 0; };
  EXPECT_GT(percent(generate::dyadic(), is_zero), 6);
  EXPECT_LT(percent(generate::dyadic(), is_zero), 15);
}

TEST(Positive, numbers_lie_in_the_range_and_in_every_binade_of_it) {
  for (const auto& [bits, lowest, highest] : {std::tuple{4, -8, 4}, {3, -20, 0}, {2, 1, 3}, {1, -6, -2}}) {
    std::map<int, int> binades;
    for (const double x : drawn(generate::positive(bits, lowest, highest), 4000)) {
      EXPECT_GT(x, 0);
      EXPECT_LE(x, std::ldexp(1, highest));
      EXPECT_GE(x, std::ldexp(1, lowest - bits));
      EXPECT_TRUE(is_whole(std::ldexp(x, bits - lowest))) << x;
      ++binades[int(std::ceil(std::log2(x)))];
    }
    for (int e = lowest; e <= highest; ++e) EXPECT_GT(binades[e], 4000 / (highest - lowest + 1) / 4) << "2^" << e;
  }
}

TEST(Points, have_the_dimension_that_is_asked_for) {
  for (const int d : {1, 2, 5})
    for (const Vector<double>& x : drawn(generate::point(d, 3, 1), 50)) {
      EXPECT_EQ(x.size(), d);
      for (const double entry : x) EXPECT_TRUE(is_whole(2 * entry) && std::abs(entry) <= 4) << entry;
    }
}

TEST(Dimensions, reach_the_highest_and_are_small_more_often) {
  for (const int highest : {1, 2, 6}) {
    std::map<int, int> times;
    for (const int d : drawn(generate::dimension(highest), 6000)) ++times[d];
    EXPECT_EQ(times.begin()->first, 1);
    EXPECT_EQ(times.rbegin()->first, highest);
    for (int d = 1; d < highest; ++d) EXPECT_GT(times[d], times[d + 1]);
  }
}

TEST(UpTo, is_uniform) {
  std::map<int, int> times;
  for (const int k : drawn(generate::up_to(4), 5000)) ++times[k];
  ASSERT_EQ(times.size(), 5);
  for (const auto& [k, n] : times) EXPECT_TRUE(k >= 0 && k <= 4 && n > 850 && n < 1150) << k << ": " << n;
  EXPECT_EQ(drawn(generate::up_to(0), 10), std::vector<int>(10, 0));
}

TEST(OneIn, is_that_often) {
  const auto yes = [](bool b) { return b; };
  EXPECT_EQ(percent(generate::one_in(1), yes), 100);
  EXPECT_NEAR(percent(generate::one_in(2), yes), 50, 8);
  EXPECT_NEAR(percent(generate::one_in(8), yes), 12.5, 5);
}

TEST(Tables, have_their_shape_and_every_entry_drawn_for_itself) {
  std::set<double> entries;
  for (const Matrix<double>& a : drawn(generate::table(3, 2, generate::dyadic(20, 0)), 20)) {
    EXPECT_EQ(a.rows(), 3);
    EXPECT_EQ(a.cols(), 2);
    for (const double entry : a.reshaped()) entries.insert(entry);
  }
  EXPECT_GT(entries.size(), 90);
}

}  // namespace
}  // namespace verigrad::sampling_numbers_test
