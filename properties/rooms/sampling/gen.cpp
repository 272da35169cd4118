// Choices and the combinators: what they draw hangs on the seed alone, and is drawn again from the record of it.
#include "verigrad/sampling/gen.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/simpler_choices.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_gen_test {
namespace {

using Record = Choices::Record;
using Numbers = std::vector<std::uint64_t>;

constexpr std::uint64_t any_bits = std::numeric_limits<std::uint64_t>::max();

/// So many uniform numbers in [0, highest].
Gen<Numbers> numbers(std::size_t count, std::uint64_t highest) {
  return Gen<Numbers>([=](Choices& choices) {
    Numbers result;
    for (std::size_t i = 0; i < count; ++i) result.push_back(choices.up_to(highest));
    return result;
  });
}

using enum Choices::Step::Kind;

/// One group of choices.
Record group(const Numbers& choices) {
  Record result{{begin}};
  for (const std::uint64_t k : choices) result.push_back({choice, k});
  result.push_back({end});
  return result;
}
/// A group of groups.
Record group(const std::vector<Record>& parts) {
  Record result{{begin}};
  for (const Record& part : parts) result.insert(result.end(), part.begin(), part.end());
  result.push_back({end});
  return result;
}
/// A group of groups with one choice each.
Record one_each(const Numbers& choices) {
  std::vector<Record> parts;
  for (const std::uint64_t k : choices) parts.push_back(group(Numbers{k}));
  return group(parts);
}

template <class T>
T replayed(const Gen<T>& gen, Record record) {
  Choices choices = Choices::replayed(std::move(record));
  return gen(choices);
}

/// The first numbers of splitmix64 with seed 1234567, as published.
TEST(Choices, are_the_published_numbers_of_the_seed) {
  EXPECT_EQ(drawn(numbers(3, any_bits), 1, 1234567).front(),
            (Numbers{6457827717110365317u, 3203168211198807973u, 9817491932198370423u}));
}

TEST(Choices, that_are_drawn_reach_both_ends_of_every_range) {
  for (const std::uint64_t highest : {0, 1, 2, 6, 7}) {
    const Numbers all = drawn(numbers(300, highest), 1).front();
    EXPECT_EQ(*std::min_element(all.begin(), all.end()), 0);
    EXPECT_EQ(*std::max_element(all.begin(), all.end()), highest);
  }
}

/// Of 2⁶⁴ numbers, two in three would be in the first half of this range, were the rest not drawn again.
TEST(Choices, that_are_drawn_are_uniform_where_the_range_does_not_divide_all_bits) {
  const std::uint64_t range = any_bits / 4 * 3;
  EXPECT_NEAR(percent(numbers(1, range - 1), [=](const Numbers& k) { return k[0] < range / 2; }), 50, 8);
}

TEST(Choices, that_are_replayed_are_no_more_than_asked_and_0_after_the_end) {
  EXPECT_EQ(replayed(numbers(4, 10), group(Numbers{7, 11, 10})), (Numbers{7, 10, 10, 0}));
}

TEST(Choices, that_are_replayed_stay_with_their_part_when_another_takes_fewer_or_more) {
  const auto two = [](std::size_t first) { return gen::pair(numbers(first, 9), numbers(2, 9)); };
  const Record record = group({group(Numbers{1, 2, 3}), group(Numbers{4, 5})});
  for (const std::size_t first : {1, 3, 5}) EXPECT_EQ(replayed(two(first), record).second, (Numbers{4, 5})) << first;
  const auto parts_of_first = gen::pair(two(1), numbers(2, 9));
  EXPECT_EQ(replayed(parts_of_first, record).first.second, (Numbers{0, 0})) << "a group that the record lacks";
  EXPECT_EQ(replayed(parts_of_first, record).second, (Numbers{4, 5}));
  EXPECT_EQ(replayed(numbers(1, 9), record), Numbers{0}) << "the record has no choice of its own";
}

TEST(Choices, that_were_taken_draw_the_same_again) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Choices fresh = Choices::drawn(seed);
    const DescentInstance first = generate::descent()(fresh);
    Choices again = Choices::replayed(fresh.taken());
    EXPECT_EQ(generate::descent()(again).describe(), first.describe());
    EXPECT_EQ(again.taken(), fresh.taken());
  }
}

Gen<int> digit() { return gen::inRange(0, 10); }

TEST(Combinators, draw_from_left_to_right) {
  EXPECT_EQ(replayed(gen::tuple(digit(), digit(), digit()), one_each({1, 2, 3})), std::tuple(1, 2, 3));
  EXPECT_EQ(replayed(gen::pair(digit(), digit()), one_each({1, 2})), std::pair(1, 2));
  EXPECT_EQ(replayed(gen::apply([](int a, int b, int c) { return 100 * a + 10 * b + c; }, digit(), digit(), digit()),
                     one_each({1, 2, 3})),
            123);
  const auto digits = [](int count) { return gen::container<std::vector<int>>(std::size_t(count), digit()); };
  EXPECT_EQ(replayed(digits(3), one_each({1, 2, 3})), (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(replayed(gen::mapcat(digit(), digits), group({group(Numbers{2}), one_each({7, 8, 9})})),
            (std::vector<int>{7, 8}));
  EXPECT_EQ(replayed(gen::map(digit(), [](int k) { return std::to_string(k); }), one_each({4})), "4");
}

TEST(Combinators, draw_ranges_and_values) {
  EXPECT_EQ(replayed(gen::inRange(-3, 4), {}), -3);
  EXPECT_EQ(replayed(gen::inRange(-3, 4), group(Numbers{100})), 3);
  const int least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
  EXPECT_EQ(replayed(gen::inRange(least, most), group(Numbers{any_bits})), most - 1);
  EXPECT_EQ(replayed(gen::boolean(), {}), false);
  EXPECT_EQ(replayed(gen::boolean(), group(Numbers{1})), true);
  EXPECT_EQ(replayed(gen::just(5), group(Numbers{1})), 5);
  EXPECT_EQ(replayed(gen::element(5, 6, 7), group(Numbers{1})), 6);
  EXPECT_EQ(replayed(gen::elementOf(std::vector<int>{5, 6, 7}), group(Numbers{9})), 7);
  EXPECT_THROW(gen::inRange(3, 3), std::invalid_argument);
}

TEST(Combinators, draw_alternatives_as_often_as_their_weights_say) {
  const auto of = [](const Gen<int>& gen, int k) { return percent(gen, [k](int drawn) { return drawn == k; }); };
  const auto any = gen::oneOf(gen::just(0), gen::just(1));
  EXPECT_NEAR(of(any, 0), 50, 8);
  const auto weighted =
      gen::weightedOneOf<int>({{0, gen::just(0)}, {3, gen::just(1)}, {0, gen::just(2)}, {1, gen::just(3)}});
  EXPECT_NEAR(of(weighted, 1), 75, 8);
  EXPECT_NEAR(of(weighted, 3), 25, 8);
  EXPECT_EQ(replayed(weighted, {}), 1);
  EXPECT_EQ(replayed(gen::oneOf(digit(), gen::just(50)), one_each({6})), 6);
}

TEST(Combinators, draw_until_a_condition_holds_but_not_for_ever) {
  EXPECT_EQ(replayed(gen::suchThat(digit(), [](int k) { return k > 4; }), one_each({1, 4, 7})), 7);
  Choices choices = Choices::drawn(1);
  EXPECT_THROW(gen::suchThat(digit(), [](int) { return false; })(choices), std::runtime_error);
}

/// The choices of every candidate.
std::vector<Numbers> all(SimplerChoices simpler) {
  std::vector<Numbers> result;
  while (const auto record = simpler.next()) {
    result.emplace_back();
    for (const Choices::Step& step : *record)
      if (step.kind == choice) result.back().push_back(step.value);
  }
  return result;
}

TEST(SimplerChoices, are_runs_of_0_and_then_less_in_one_place) {
  EXPECT_EQ(all(SimplerChoices(Record{{choice, 6}, {choice, 0}, {choice, 1}, {choice, 2}})),
            (std::vector<Numbers>{{0, 0, 0, 0},
                                  {0, 0, 1, 2},
                                  {6, 0, 0, 0},
                                  {6, 0, 0, 2},
                                  {6, 0, 1, 0},
                                  {3, 0, 1, 2},
                                  {5, 0, 1, 2},
                                  {6, 0, 1, 1}}));
  EXPECT_EQ(all(SimplerChoices(group(Numbers{0, 0, 2}))), (std::vector<Numbers>{{0, 0, 0}, {0, 0, 1}}));
  EXPECT_TRUE(all(SimplerChoices({})).empty());
}

/// From {6, 5} to {0, 5}: the runs and single choices that are left; then all once more.
TEST(SimplerChoices, go_on_after_one_that_fails_and_begin_anew_once) {
  SimplerChoices simpler(Record{{choice, 6}, {choice, 5}});
  simpler.next();
  simpler.next();
  EXPECT_EQ(all(simpler.onward(Record{{choice, 0}, {choice, 5}})),
            (std::vector<Numbers>{{0, 3}, {0, 4}, {0, 0}, {0, 3}, {0, 4}}));
}

}  // namespace
}  // namespace verigrad::sampling_gen_test
