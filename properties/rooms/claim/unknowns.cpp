// Unknowns: the same in the same order over symbols and rationals, small values first, and in words that a reader can
// put in by hand.
#include "verigrad/claim/unknowns.hpp"

#include <set>

#include <gtest/gtest.h>

namespace verigrad::claim_unknowns_test {
namespace {

/// A run that asks for every sort of unknown.
struct State {
  explicit State(const Unknowns& unknowns)
      : nu(unknowns.nonnegative("ν")),
        z(unknowns.vector("Z")),
        p(unknowns.positive("p")),
        a(unknowns.real("a")),
        g(unknowns.vector("∇J(W)")) {}

  Number nu;
  Vector<Number> z;
  Number p, a;
  Vector<Number> g;
};

struct Drawn {
  State state;
  std::string words;
};

Drawn rationals(int draw) {
  const Number::Over numbers(Number::Kind::rational);
  const Unknowns unknowns(draw);
  State state(unknowns);
  return {std::move(state), unknowns.describe()};
}

Rational value(const Number& x) { return x.as<Rational>(); }

std::vector<Rational> values(const State& s) {
  std::vector<Rational> result{value(s.nu), value(s.p), value(s.a)};
  for (const auto* vector : {&s.z, &s.g})
    for (const Number& entry : *vector) result.push_back(value(entry));
  return result;
}

/// Whether x = k/2ᵉ.
bool is_dyadic(const Rational& x) {
  auto rest = denominator(x);
  while (rest % 2 == 0) rest /= 2;
  return rest == 1;
}

TEST(Unknowns, are_named_with_what_is_assumed_of_them) {
  const Number::Over symbols(Number::Kind::symbolic);
  const Unknowns unknowns;
  const State state(unknowns);
  EXPECT_EQ(unknowns.describe(), "all ν ≥ 0, p > 0, a, vectors Z, ∇J(W)");
  const Unknowns numbers, vectors;
  numbers.real("a");
  vectors.vector("x");
  EXPECT_EQ(numbers.describe(), "all a");
  EXPECT_EQ(vectors.describe(), "all vectors x");
}

TEST(Unknowns, state_the_values_that_were_drawn) {
  EXPECT_EQ(rationals(0).words, "ν = 1, p = 1, a = 1, Z = (1), ∇J(W) = (1)");
  for (int draw = 0; draw < 40; ++draw) {
    const auto [s, words] = rationals(draw);
    const auto list = [](const Vector<Number>& v) {
      std::string result;
      for (const Number& entry : v) result += (result.empty() ? "" : ", ") + value(entry).str();
      return "(" + result + ")";
    };
    EXPECT_EQ(words, "ν = " + value(s.nu).str() + ", p = " + value(s.p).str() + ", a = " + value(s.a).str() +
                         ", Z = " + list(s.z) + ", ∇J(W) = " + list(s.g));
  }
}

/// Numbers and vectors that a run asks for, over any kind: a counterexample is put in for what was to be proved.
TEST(Unknowns, come_in_the_same_order_over_symbols_and_rationals) {
  const auto names = [](std::string words) {
    std::vector<std::size_t> places;
    for (const char* name : {"ν", "p", "a", "Z", "∇J(W)"}) {
      places.push_back(words.find(name));
      EXPECT_NE(places.back(), std::string::npos) << words;
    }
    return std::is_sorted(places.begin(), places.end());
  };
  const Number::Over symbols(Number::Kind::symbolic);
  const Unknowns unknowns;
  const State state(unknowns);
  EXPECT_TRUE(names(unknowns.describe().substr(std::string("all ").size())));
  for (int draw = 0; draw < 40; ++draw) EXPECT_TRUE(names(rationals(draw).words));
}

TEST(Unknowns, of_one_draw_are_the_same_whenever_they_are_drawn) {
  for (int draw = 0; draw < 40; ++draw) {
    const std::vector<Rational> first = values(rationals(draw).state);
    rationals(draw + 1);
    EXPECT_EQ(values(rationals(draw).state), first);
  }
}

TEST(Unknowns, draws_differ) {
  std::set<std::vector<Rational>> seen;
  for (int draw = 0; draw < 400; ++draw) seen.insert(values(rationals(draw).state));
  EXPECT_GT(seen.size(), 390);
}

TEST(Unknowns, meet_what_is_assumed) {
  int at_zero = 0, negative = 0;
  for (int draw = 0; draw < 400; ++draw) {
    const auto [s, words] = rationals(draw);
    EXPECT_GE(value(s.nu), 0) << words;
    EXPECT_GT(value(s.p), 0) << words;
    at_zero += value(s.nu) == 0;
    negative += value(s.a) < 0;
  }
  EXPECT_GT(at_zero, 10) << "the boundary of ν ≥ 0";
  EXPECT_GT(negative, 100) << "a real has either sign";
}

TEST(Unknowns, draw_small_values_first) {
  for (int draw = 0; draw < 400; ++draw)
    for (const Rational& x : values(rationals(draw).state)) {
      EXPECT_LE(abs(x), 2 + draw / 8) << draw;
      EXPECT_TRUE(is_dyadic(x)) << x;
      EXPECT_TRUE(draw >= 8 || denominator(x) == 1) << "whole numbers before fractions, draw " << draw;
    }
  bool fraction = false;
  for (int draw = 8; draw < 40; ++draw)
    for (const Rational& x : values(rationals(draw).state)) fraction |= denominator(x) != 1;
  EXPECT_TRUE(fraction);
}

TEST(Unknowns, vectors_of_one_draw_have_one_dimension_and_draws_go_through_three) {
  for (int draw = 0; draw < 9; ++draw) {
    const State s = rationals(draw).state;
    EXPECT_EQ(s.z.size(), 1 + draw % 3);
    EXPECT_EQ(s.g.size(), s.z.size());
  }
}

/// Two symbols of one name are different, and a failure could not tell them apart.
TEST(Unknowns, are_asked_for_once_each_by_name) {
  const Number::Over symbols(Number::Kind::symbolic);
  const auto refused = [](auto first, auto second) {
    const Unknowns unknowns;
    first(unknowns);
    EXPECT_THROW(second(unknowns), std::logic_error);
  };
  const auto real = [](const Unknowns& u) { u.real("a"); };
  const auto nonnegative = [](const Unknowns& u) { u.nonnegative("a"); };
  const auto positive = [](const Unknowns& u) { u.positive("a"); };
  const auto vector = [](const Unknowns& u) { u.vector("a"); };
  const std::vector<std::function<void(const Unknowns&)>> ways{real, nonnegative, positive, vector};
  for (const auto& first : ways)
    for (const auto& second : ways) refused(first, second);
}

}  // namespace
}  // namespace verigrad::claim_unknowns_test
