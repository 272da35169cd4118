// Our generators in properties that are written with RapidCheck.
#include "verigrad/sampling/rapidcheck.hpp"

#include <cmath>
#include <sstream>

#include <gtest/gtest.h>

#include "verigrad/sampling/generators.hpp"

namespace verigrad::sampling_rapidcheck_test {
namespace {

struct QuietListener : rc::detail::TestListener {
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

/// What RapidCheck says of a property that draws for itself.
std::string words(std::function<void()> property) {
  QuietListener quiet;
  const auto result = rc::detail::checkProperty(rc::detail::toProperty(std::move(property)), {}, {}, quiet, {});
  std::ostringstream out;
  rc::detail::printResultMessage(result, out);
  return out.str();
}

TEST(RapidCheck, draws_and_checks_with_our_generators) {
  EXPECT_EQ(words([] {
              const double x = *to_rapidcheck(generate::dyadic());
              RC_ASSERT(16 * x == std::floor(16 * x));
            }),
            "OK, passed 100 tests");
}

TEST(RapidCheck, finds_what_is_false_and_shrinks_it) {
  const std::string found = words([] { RC_ASSERT(*to_rapidcheck(gen::inRange(0, 1000)) <= 100); });
  EXPECT_NE(found.find("Falsifiable"), std::string::npos) << found;
  EXPECT_NE(found.find("101"), std::string::npos) << found;
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
