// decide: signs without tolerance, the order of the rungs, and what it refuses.
#include "verigrad/check/decide.hpp"

#include <gtest/gtest.h>

namespace verigrad::check_decide_test {
namespace {

template <class F>
Decision only(F claims, bool rational = true, const Ladder& ladder = {}) {
  return decide(claims, Kinds{.rational = rational}, ladder).at(0);
}

/// Claims with exp, log or √, which do not exist over rationals.
constexpr Kinds irrational{.rational = false};

TEST(Decide, tells_strict_from_weak_at_zero) {
  const auto thirds = [] { return frac(1, 3) + frac(2, 3); };
  EXPECT_EQ(only([&](Claims& c) { c.at_most("≤", thirds(), Number(1)); }).verdict, Verdict::holds);
  EXPECT_EQ(only([&](Claims& c) { c.less("<", thirds(), Number(1)); }).verdict, Verdict::fails);
  EXPECT_EQ(only([&](Claims& c) { c.equal("=", thirds(), Number(1)); }).rung, "rational");
}

TEST(Decide, stops_at_the_first_rung_that_knows) {
  const auto clear = only([](Claims& c) { c.less("1/3 < 1/2", frac(1, 3), frac(1, 2)); });
  EXPECT_EQ(clear.verdict, Verdict::holds);
  EXPECT_EQ(clear.rung, "interval");
  const auto near = [](double gap) {
    return only([gap](Claims& c) { c.less("near", frac(1, 3), frac(1, 3) + exact(gap)); });
  };
  EXPECT_EQ(near(0x1p-58).rung, "ball 64");
  EXPECT_EQ(near(0x1p-100).rung, "ball 128");
  EXPECT_EQ(near(0x1p-200).rung, "rational");
  EXPECT_EQ(near(-0x1p-200).verdict, Verdict::fails);
  EXPECT_EQ(near(0x1p-200).verdict, Verdict::holds);
}

/// The kinds of number that a claim about 1/3 is asked for, in their order.
std::vector<Number::Kind> kinds_asked(Relation relation, double gap, bool rational) {
  std::vector<Number::Kind> kinds;
  const MakeClaims claims = [&](Claims& c) {
    kinds.push_back(Number::kind());
    c.add({"near", -1, relation, frac(1, 3), frac(1, 3) + exact(gap)});
  };
  decide(claims, Kinds{.rational = rational});
  return kinds;
}

TEST(Decide, asks_no_ball_for_an_identity_that_fractions_hold) {
  using Kind = Number::Kind;
  EXPECT_EQ(kinds_asked(Relation::equal, 0, true), (std::vector{Kind::interval, Kind::rational}));
  EXPECT_EQ(kinds_asked(Relation::equal, 0x1p-100, true), (std::vector{Kind::interval, Kind::rational}));
  EXPECT_EQ(kinds_asked(Relation::at_most, 0, true),
            (std::vector{Kind::interval, Kind::ball, Kind::ball, Kind::rational}));
}

TEST(Decide, asks_no_ball_that_is_too_wide_for_an_identity) {
  using Kind = Number::Kind;
  EXPECT_EQ(kinds_asked(Relation::equal, 0, false), (std::vector{Kind::interval, Kind::ball}));
  EXPECT_EQ(kinds_asked(Relation::less, 0x1p-100, false), (std::vector{Kind::interval, Kind::ball, Kind::ball}));
}

TEST(Decide, climbs_to_the_last_ball_without_rationals) {
  const auto near = [](Claims& c) { c.less("near", frac(1, 3), frac(1, 3) + exact(0x1p-500) * exact(0x1p-300)); };
  EXPECT_EQ(only(near, false).rung, "ball 1024");
  EXPECT_EQ(only(near, false).verdict, Verdict::holds);
  const Decision open = only(near, false, {.ball_bits = {64, 128}});
  EXPECT_EQ(open.verdict, Verdict::undecided);
  EXPECT_EQ(open.rung, "ball 128");
  EXPECT_FALSE(open.lhs.empty() || open.rhs.empty());
}

TEST(Decide, identities_are_decided_in_rationals) {
  const auto binomial = [](int a, int off) {
    return only([=](Claims& c) {
      const Number x = frac(a, 7), y = frac(1, 3);
      c.equal("(x+y)² = x² + 2xy + y²", square(Number(x + y)), square(x) + 2 * x * y + square(y) + Number(off));
    });
  };
  EXPECT_EQ(binomial(5, 0).verdict, Verdict::holds);
  EXPECT_EQ(binomial(5, 0).within, 0);
  EXPECT_EQ(binomial(5, 1).verdict, Verdict::fails);
}

TEST(Decide, identities_with_exp_hold_within_a_stated_radius) {
  const auto exponentials = [](double off) {
    return decide(
               [off](Claims& c) {
                 const Number x = frac(5, 7);
                 c.equal("eˣe⁻ˣ = 1", Number(exp(x) * exp(Number(-x))), 1 + exact(off));
               },
               irrational)
        .at(0);
  };
  EXPECT_EQ(exponentials(0).verdict, Verdict::holds);
  EXPECT_EQ(exponentials(0).within, identity_radius);
  EXPECT_EQ(exponentials(0).rung, "ball 256");
  for (const double off : {1.0, -1.0, 0x1p-30, 0x1p-100, -0x1p-150}) {
    EXPECT_EQ(exponentials(off).verdict, Verdict::fails) << off;
    EXPECT_EQ(exponentials(off).within, 0) << off;
  }
}

/// Sides far below the radius are held against each other, not against it.
TEST(Decide, the_radius_is_relative) {
  const auto tiny = [](double factor) {
    return decide(
               [factor](Claims& c) {
                 const Number x = exact(0x1p-600), e = exp(frac(5, 7));
                 c.equal("xe = factor · xe", Number(x * e), Number(exact(factor) * (e * x)));
               },
               irrational)
        .at(0);
  };
  EXPECT_EQ(tiny(1).verdict, Verdict::holds);
  EXPECT_EQ(tiny(2).verdict, Verdict::fails);
}

/// Where both sides are 0 there is no larger one: the last rung takes the radius as it is.
TEST(Decide, a_ball_wider_than_the_radius_leaves_an_identity_open) {
  const auto wide = [](Claims& c) { c.equal("1 + wide = 1", 1 + Number(Ball::hull(-0x1p-17, 0x1p-17)), Number(1)); };
  EXPECT_EQ(only(wide, false, {.interval = false}).verdict, Verdict::undecided);
}

TEST(Decide, what_may_be_zero_is_not_certainly_less) {
  const auto above = [](Relation relation) {
    return [relation](Claims& c) { c.add({"0 and [0, 1]", -1, relation, Number(0), Number(Interval::hull(0, 1))}); };
  };
  EXPECT_EQ(only(above(Relation::less), false, {.ball_bits = {}}).verdict, Verdict::undecided);
  EXPECT_EQ(only(above(Relation::at_most), false, {.ball_bits = {}}).verdict, Verdict::holds);
}

TEST(Decide, zeros_are_accepted_on_the_last_rung) {
  const Decision zero = decide(
                            [](Claims& c) {
                              const Number x = frac(5, 7);
                              c.equal("log eˣ − x = 0", Number(log(exp(x)) - x), Number(0));
                            },
                            irrational)
                            .at(0);
  EXPECT_EQ(zero.verdict, Verdict::holds);
  EXPECT_EQ(zero.rung, "ball 1024");
  EXPECT_EQ(zero.within, identity_radius);
}

/// The same tolerance must not reach inequalities, nor identities that have a rational rung.
TEST(Decide, nothing_else_has_a_radius) {
  const auto tie = [](Claims& c) {
    const Number x = frac(5, 7);
    c.at_most("eˣe⁻ˣ ≤ 1", Number(exp(x) * exp(Number(-x))), Number(1));
  };
  EXPECT_EQ(decide(tie, irrational).at(0).verdict, Verdict::undecided);
  const auto tiny = only([](Claims& c) { c.equal("1/3 = 1/3 + 2⁻³⁰⁰", frac(1, 3), frac(1, 3) + exact(0x1p-300)); });
  EXPECT_EQ(tiny.verdict, Verdict::fails);
  EXPECT_EQ(tiny.rung, "rational");
}

TEST(Decide, what_has_no_value_is_undecided_at_any_precision) {
  for (const bool less : {false, true}) {
    const Decision root = decide(
                              [less](Claims& c) {
                                if (less)
                                  c.less("√−1 < 0", sqrt(Number(-1)), Number(0));
                                else
                                  c.equal("√−1 = √−1", sqrt(Number(-1)), sqrt(Number(-1)));
                              },
                              irrational)
                              .at(0);
    EXPECT_EQ(root.verdict, Verdict::undecided);
    EXPECT_EQ(root.rung, "ball 1024");
  }
  const auto quotient = [](Claims& c) { c.at_most("0 ≤ 1/0", Number(0), 1 / Number(0)); };
  EXPECT_EQ(decide(quotient, irrational).at(0).verdict, Verdict::undecided);
}

TEST(Decide, a_root_that_is_no_fraction_passes_the_claim_on_to_balls) {
  const Decision far =
      only([](Claims& c) { c.less("√2 < √2 + 2⁻²⁰⁰", sqrt(Number(2)), sqrt(Number(2)) + exact(0x1p-200)); });
  EXPECT_EQ(far.verdict, Verdict::holds);
  EXPECT_EQ(far.rung, "ball 256");
  const Decision false_claim =
      only([](Claims& c) { c.less("√2 + 2⁻²⁰⁰ < √2", sqrt(Number(2)) + exact(0x1p-200), sqrt(Number(2))); });
  EXPECT_EQ(false_claim.verdict, Verdict::fails);
  const Decision tie = only([](Claims& c) { c.at_most("√2 ≤ √2", sqrt(Number(2)), sqrt(Number(2))); });
  EXPECT_EQ(tie.verdict, Verdict::undecided) << "no rung can tell, and none claims to";
}

TEST(Decide, refuses_a_source_whose_claims_depend_on_the_kind_of_number) {
  const auto counts = [](Claims& c) {
    c.equal("open", frac(1, 3), frac(1, 3));
    if (Number::kind() == Number::Kind::rational) c.equal("one more", Number(0), Number(0));
  };
  EXPECT_THROW(only(counts), std::logic_error);
  const auto names = [](Claims& c) {
    c.equal(Number::kind() == Number::Kind::rational ? "this" : "that", frac(1, 3), frac(1, 3));
  };
  EXPECT_THROW(only(names), std::logic_error);
  const auto orders = [](Claims& c) {
    c.equal("open", frac(1, 3), frac(1, 3), Number::kind() == Number::Kind::rational ? 1 : 0);
  };
  EXPECT_THROW(only(orders), std::logic_error);
}

TEST(Decide, keeps_what_a_lower_rung_decided) {
  const auto decisions = decide(
      [](Claims& c) {
        c.less("clear", Number(0), Number(1), 0);
        c.equal("tie", frac(1, 3), frac(1, 3), 1);
        c.less("false", Number(1), Number(0), 2);
      },
      Kinds{});
  EXPECT_EQ(decisions[0].rung, "interval");
  EXPECT_EQ(decisions[1].rung, "rational");
  EXPECT_EQ(decisions[2].rung, "interval");
  EXPECT_EQ(decisions[2].verdict, Verdict::fails);
  EXPECT_EQ(decisions[1].index, 1);
}

TEST(Decide, measures_the_margin_relative_to_the_larger_side) {
  const auto margin = [](int lhs, int rhs) {
    return only([=](Claims& c) { c.at_most("a ≤ b", Number(lhs), Number(rhs)); }).relative_margin;
  };
  EXPECT_EQ(margin(1, 4), 0.75);
  EXPECT_EQ(margin(4, 1), -0.75);
  EXPECT_EQ(margin(-4, -1), 0.75);
  EXPECT_EQ(margin(2, 2), 0);
  EXPECT_EQ(margin(0, 0), std::numeric_limits<double>::infinity()) << "0 ≤ 0 says nothing about tightness";
}

TEST(Decide, states_failing_sides_as_fractions) {
  const auto claims = [](Claims& c) {
    c.less("2/3 < 1/7", frac(2, 3), frac(1, 7));
    c.less("0 < 1", Number(0), Number(1));
  };
  auto decisions = decide(claims, {});
  state_exact_sides(claims, {}, decisions);
  EXPECT_EQ(decisions[0].lhs, "2/3");
  EXPECT_EQ(decisions[0].rhs, "1/7");
  EXPECT_TRUE(decisions[1].lhs.empty());
}

TEST(Decide, a_ball_precision_is_restored) {
  const Ball::Precision outer(77);
  only([](Claims& c) { c.equal("tie", frac(1, 3), frac(1, 3)); });
  EXPECT_EQ(Ball::precision(), 77);
  EXPECT_THROW(Ball::Precision(1), std::invalid_argument);
  EXPECT_EQ(Ball::precision(), 77);
}

/// λ ≤ λ + e^(−10⁵), with the share beyond λ apart, times `factor`.
auto beyond_the_last_bit(int factor) {
  return [factor](Claims& c) {
    const Number share = exp(Number(-100000));
    c.at_most("λ ≤ λ + share", frac(1, 3), frac(1, 3) + share, -1, Number(factor) * share);
  };
}

TEST(Decide, an_excess_decides_what_no_rung_can_tell_apart) {
  const Decision positive = decide(beyond_the_last_bit(1), irrational).at(0);
  EXPECT_EQ(positive.verdict, Verdict::holds);
  EXPECT_GE(positive.relative_margin, 0);
  const auto without = [](Claims& c) { c.at_most("λ ≤ λ + share", frac(1, 3), frac(1, 3) + exp(Number(-100000))); };
  EXPECT_EQ(decide(without, irrational).at(0).verdict, Verdict::undecided);
  const Decision negative = decide(beyond_the_last_bit(-1), irrational, {.interval = false}).at(0);
  EXPECT_EQ(negative.verdict, Verdict::fails);
}

TEST(Decide, an_excess_that_is_not_the_difference_is_refused) {
  const auto wrong = [](Claims& c) { c.at_most("1/3 ≤ 1/3", frac(1, 3), frac(1, 3), -1, Number(1)); };
  EXPECT_THROW(decide(wrong, irrational), std::logic_error);
}

}  // namespace
}  // namespace verigrad::check_decide_test
