// Our generators in properties that are written with RapidCheck.
#include "verigrad/sampling/rapidcheck.hpp"

#include <gtest/gtest-spi.h>

#include "verigrad/sampling/generators.hpp"

#include "properties/rooms/number/law.hpp"

namespace verigrad::sampling_rapidcheck_test {
namespace {

TEST(RapidCheck, draws_and_checks_with_our_generators) {
  expect_law("a dyadic is a whole number of sixteenths", [] {
    const double x = *to_rapidcheck(generate::dyadic());
    RC_ASSERT(16 * x == std::floor(16 * x));
  });
}

TEST(RapidCheck, finds_what_is_false_and_shrinks_it) {
  const auto false_law = [] { RC_ASSERT(*to_rapidcheck(gen::inRange(0, 1000)) <= 100); };
  EXPECT_NONFATAL_FAILURE(expect_law("false", false_law), "101");
}

TEST(RapidCheck, draws_the_same_for_the_same_seed_at_any_size) {
  const auto numbers = to_rapidcheck(gen::inRange(0, 1000000));
  EXPECT_EQ(numbers(rc::Random(1), 0).value(), numbers(rc::Random(1), 100).value());
  EXPECT_NE(numbers(rc::Random(1), 0).value(), numbers(rc::Random(2), 0).value());
}

/// What cannot be drawn from simpler choices is passed over.
TEST(RapidCheck, does_not_shrink_to_what_cannot_be_drawn) {
  const auto large = gen::suchThat(gen::inRange(0, 1000), [](int k) { return k > 700; });
  const auto shrinkable = to_rapidcheck(large)(rc::Random(1));
  auto shrinks = shrinkable.shrinks();
  while (const auto smaller = shrinks.next()) EXPECT_GT(smaller->value(), 700);
}

TEST(RapidCheck, passes_on_what_a_generator_throws) {
  const auto never = gen::suchThat(gen::boolean(), [](bool) { return false; });
  EXPECT_THROW(to_rapidcheck(never)(rc::Random(1)).value(), std::runtime_error);
}

}  // namespace
}  // namespace verigrad::sampling_rapidcheck_test
