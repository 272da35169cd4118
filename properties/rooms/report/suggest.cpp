// Proposals for mistyped words.
#include "verigrad/text/suggest.hpp"

#include <gtest/gtest.h>

namespace verigrad::report_suggest_test {
namespace {

TEST(Suggest, edit_distance_counts_a_swap_of_neighbours_once) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("rate", ""), 4u);
  EXPECT_EQ(edit_distance("rate", "rtae"), 1u);
  EXPECT_EQ(edit_distance("rate", "grade"), 2u);
}

TEST(Suggest, nearest_words_come_first_and_at_most_three) {
  const std::vector<std::string_view> words{"mathdnn/6.1", "mathdnn/6.5", "inna/1.16", "gradient_descent_rate"};
  EXPECT_EQ(suggestions("gradient_decsent_rate", words), std::vector<std::string>{"gradient_descent_rate"});
  EXPECT_EQ(suggestions("gradient_rate", words), std::vector<std::string>{"gradient_descent_rate"});
  EXPECT_EQ(suggestions("descent_rate", words), std::vector<std::string>{"gradient_descent_rate"});
  EXPECT_EQ(suggestions("mathdnn/6.55", words).front(), "mathdnn/6.5");
  EXPECT_TRUE(suggestions("quaternion", words).empty());
}

}  // namespace
}  // namespace verigrad::report_suggest_test
