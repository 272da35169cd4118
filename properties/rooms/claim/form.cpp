// Forms: what where and in_balls change and what they keep, which kinds of number hold a form, and how lists are read.
#include "verigrad/claim/form.hpp"

#include <gtest/gtest.h>

namespace verigrad::claim_form_test {
namespace {

struct Integer {
  int k;
  bool exact = true;
  bool rational() const { return exact; }
  std::string describe() const { return std::to_string(k); }
};

/// What a claim on an integer speaks of.
struct Run {
  using Instance = Integer;
  explicit Run(const Integer& instance) : square(instance.k * instance.k) {}

  Number square;
};

void squares_are_small(const Run& r, Claims& claims) { claims.at_most("k² ≤ 100", r.square, 100); }

Form<Integer> squares() { return form<Run>("squares", squares_are_small); }
constexpr auto even = [](const Integer& i) { return i.k % 2 == 0; };

std::vector<Claim> claims_of(const Form<Integer>& form, const Integer& instance) {
  return claims_over(Number::Kind::rational, [&](Claims& claims) { form.claims(instance, claims); }).list();
}

/// What is common to all that is made from squares().
void expect_squares(const Form<Integer>& form) {
  EXPECT_EQ(form.key, "squares");
  const std::vector<Claim> list = claims_of(form, {4});
  ASSERT_EQ(list.size(), 1);
  EXPECT_EQ(list.front().name, "k² ≤ 100");
  EXPECT_EQ(list.front().lhs.as<Rational>(), 16);
}

TEST(Forms, make_their_run_from_the_instance) {
  expect_squares(squares());
  EXPECT_TRUE(squares().applies_to({3}));
  EXPECT_TRUE(squares().interval);
}

TEST(Forms, where_asks_of_instances_and_changes_nothing_else) {
  const Form<Integer> narrowed = squares().where(even);
  expect_squares(narrowed);
  EXPECT_TRUE(narrowed.applies_to({4}));
  EXPECT_FALSE(narrowed.applies_to({3}));
  EXPECT_TRUE(narrowed.rational && narrowed.interval);
}

TEST(Forms, in_balls_are_held_by_balls_alone_and_still_ask_what_they_asked) {
  for (const Form<Integer>& form : {squares().where(even).in_balls(), squares().in_balls().where(even)}) {
    expect_squares(form);
    EXPECT_FALSE(form.interval);
    EXPECT_FALSE(form.rational);
    EXPECT_FALSE(form.rational_on({4}));
    EXPECT_TRUE(form.applies_to({4}));
    EXPECT_FALSE(form.applies_to({3}));
  }
}

TEST(Forms, are_rational_where_form_and_instance_are) {
  Form<Integer> with_root = squares();
  with_root.rational = false;
  EXPECT_TRUE(squares().rational_on({1, true}));
  EXPECT_FALSE(squares().rational_on({1, false}));
  EXPECT_FALSE(with_root.rational_on({1, true}));
  EXPECT_FALSE(with_root.rational_on({1, false}));
  EXPECT_FALSE(with_root.where(even).rational_on({1, true}));
}

}  // namespace
}  // namespace verigrad::claim_form_test
