// decide: signs without tolerance, the order of the rungs, and what it refuses.
#include "verigrad/check/decide.hpp"

#include <gtest/gtest.h>

namespace verigrad::check_decide_test {
namespace {

template <class F>
Decision only(F claims, bool rational = true, const Ladder& ladder = {}) {
  return decide(claim_source(claims, rational), ladder).at(0);
}

/// Claims with exp, log or √, which do not exist over Rational.
template <class F>
ClaimSource irrational(F claims) {
  const auto over = [claims]<class T>(std::type_identity<T>) {
    Claims<T> list;
    claims(list);
    return list;
  };
  return {[over] { return over(std::type_identity<Interval>{}); }, [over] { return over(std::type_identity<Ball>{}); },
          nullptr};
}

TEST(Decide, tells_strict_from_weak_at_zero) {
  const auto thirds = []<class T>() { return frac<T>(1, 3) + frac<T>(2, 3); };
  EXPECT_EQ(only([&]<class T>(Claims<T>& c) { c.at_most("≤", thirds.template operator()<T>(), T(1)); }).verdict,
            Verdict::holds);
  EXPECT_EQ(only([&]<class T>(Claims<T>& c) { c.less("<", thirds.template operator()<T>(), T(1)); }).verdict,
            Verdict::fails);
  EXPECT_EQ(only([&]<class T>(Claims<T>& c) { c.equal("=", thirds.template operator()<T>(), T(1)); }).rung, "rational");
}

TEST(Decide, stops_at_the_first_rung_that_knows) {
  const auto clear = only([]<class T>(Claims<T>& c) { c.less("1/3 < 1/2", frac<T>(1, 3), frac<T>(1, 2)); });
  EXPECT_EQ(clear.verdict, Verdict::holds);
  EXPECT_EQ(clear.rung, "interval");
  const auto near = [](double gap) {
    return only([gap]<class T>(Claims<T>& c) { c.less("near", frac<T>(1, 3), frac<T>(1, 3) + exact<T>(gap)); });
  };
  EXPECT_EQ(near(0x1p-58).rung, "ball 64");
  EXPECT_EQ(near(0x1p-100).rung, "ball 128");
  EXPECT_EQ(near(0x1p-200).rung, "rational");
  EXPECT_EQ(near(-0x1p-200).verdict, Verdict::fails);
  EXPECT_EQ(near(0x1p-200).verdict, Verdict::holds);
}

TEST(Decide, climbs_to_the_last_ball_without_rationals) {
  const auto near = []<class T>(Claims<T>& c) {
    c.less("near", frac<T>(1, 3), frac<T>(1, 3) + exact<T>(0x1p-500) * exact<T>(0x1p-300));
  };
  EXPECT_EQ(only(near, false).rung, "ball 1024");
  EXPECT_EQ(only(near, false).verdict, Verdict::holds);
  const Decision open = only(near, false, {.ball_bits = {64, 128}});
  EXPECT_EQ(open.verdict, Verdict::undecided);
  EXPECT_EQ(open.rung, "ball 128");
  EXPECT_FALSE(open.lhs.empty() || open.rhs.empty());
}

TEST(Decide, identities_are_decided_in_rationals) {
  const auto binomial = [](int a, int off) {
    return only([=]<class T>(Claims<T>& c) {
      const T x = frac<T>(a, 7), y = frac<T>(1, 3);
      c.equal("(x+y)² = x² + 2xy + y²", square(T(x + y)), square(x) + T(2) * x * y + square(y) + T(off));
    });
  };
  EXPECT_EQ(binomial(5, 0).verdict, Verdict::holds);
  EXPECT_EQ(binomial(5, 0).within, 0);
  EXPECT_EQ(binomial(5, 1).verdict, Verdict::fails);
}

TEST(Decide, identities_with_exp_hold_within_a_stated_radius) {
  const auto exponentials = [](double off) {
    return decide(irrational([off]<class T>(Claims<T>& c) {
             const T x = frac<T>(5, 7);
             c.equal("eˣe⁻ˣ = 1", T(exp(x) * exp(T(-x))), T(1) + exact<T>(off));
           }))
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
    return decide(irrational([factor]<class T>(Claims<T>& c) {
             const T x = exact<T>(0x1p-600), e = exp(frac<T>(5, 7));
             c.equal("xe = factor · xe", T(x * e), T(exact<T>(factor) * (e * x)));
           }))
        .at(0);
  };
  EXPECT_EQ(tiny(1).verdict, Verdict::holds);
  EXPECT_EQ(tiny(2).verdict, Verdict::fails);
}

/// Where both sides are 0 there is no larger one: the last rung takes the radius as it is.
TEST(Decide, zeros_are_accepted_on_the_last_rung) {
  const Decision zero = decide(irrational([]<class T>(Claims<T>& c) {
                          const T x = frac<T>(5, 7);
                          c.equal("log eˣ − x = 0", T(log(exp(x)) - x), T(0));
                        })).at(0);
  EXPECT_EQ(zero.verdict, Verdict::holds);
  EXPECT_EQ(zero.rung, "ball 1024");
  EXPECT_EQ(zero.within, identity_radius);
}

/// The same tolerance must not reach inequalities, nor identities that have a rational rung.
TEST(Decide, nothing_else_has_a_radius) {
  const auto tie = []<class T>(Claims<T>& c) {
    const T x = frac<T>(5, 7);
    c.at_most("eˣe⁻ˣ ≤ 1", T(exp(x) * exp(T(-x))), T(1));
  };
  EXPECT_EQ(decide(irrational(tie)).at(0).verdict, Verdict::undecided);
  const auto tiny = only(
      []<class T>(Claims<T>& c) { c.equal("1/3 = 1/3 + 2⁻³⁰⁰", frac<T>(1, 3), frac<T>(1, 3) + exact<T>(0x1p-300)); });
  EXPECT_EQ(tiny.verdict, Verdict::fails);
  EXPECT_EQ(tiny.rung, "rational");
}

TEST(Decide, what_has_no_value_is_undecided_at_any_precision) {
  for (const bool less : {false, true}) {
    const Decision root = decide(irrational([less]<class T>(Claims<T>& c) {
                            if (less)
                              c.less("√−1 < 0", sqrt(T(-1)), T(0));
                            else
                              c.equal("√−1 = √−1", sqrt(T(-1)), sqrt(T(-1)));
                          })).at(0);
    EXPECT_EQ(root.verdict, Verdict::undecided);
    EXPECT_EQ(root.rung, "ball 1024");
  }
  const auto quotient = irrational([]<class T>(Claims<T>& c) { c.at_most("0 ≤ 1/0", T(0), T(1) / T(0)); });
  EXPECT_EQ(decide(quotient).at(0).verdict, Verdict::undecided);
}

TEST(Decide, refuses_a_source_whose_claims_depend_on_the_kind_of_number) {
  const auto counts = []<class T>(Claims<T>& c) {
    c.equal("open", frac<T>(1, 3), frac<T>(1, 3));
    if (Number::kind() == Number::Kind::ball) c.equal("one more", T(0), T(0));
  };
  EXPECT_THROW(only(counts), std::logic_error);
  const auto names = []<class T>(Claims<T>& c) {
    c.equal(Number::kind() == Number::Kind::ball ? "this" : "that", frac<T>(1, 3), frac<T>(1, 3));
  };
  EXPECT_THROW(only(names), std::logic_error);
  const auto orders = []<class T>(Claims<T>& c) {
    c.equal("open", frac<T>(1, 3), frac<T>(1, 3), Number::kind() == Number::Kind::ball ? 1 : 0);
  };
  EXPECT_THROW(only(orders), std::logic_error);
}

TEST(Decide, keeps_what_a_lower_rung_decided) {
  const auto decisions = decide(claim_source(
      []<class T>(Claims<T>& c) {
        c.less("clear", T(0), T(1), 0);
        c.equal("tie", frac<T>(1, 3), frac<T>(1, 3), 1);
        c.less("false", T(1), T(0), 2);
      },
      true));
  EXPECT_EQ(decisions[0].rung, "interval");
  EXPECT_EQ(decisions[1].rung, "rational");
  EXPECT_EQ(decisions[2].rung, "interval");
  EXPECT_EQ(decisions[2].verdict, Verdict::fails);
  EXPECT_EQ(decisions[1].index, 1);
}

TEST(Decide, measures_the_margin_relative_to_the_larger_side) {
  const auto margin = [](int lhs, int rhs) {
    return only([=]<class T>(Claims<T>& c) { c.at_most("a ≤ b", T(lhs), T(rhs)); }).relative_margin;
  };
  EXPECT_EQ(margin(1, 4), 0.75);
  EXPECT_EQ(margin(4, 1), -0.75);
  EXPECT_EQ(margin(-4, -1), 0.75);
  EXPECT_EQ(margin(2, 2), 0);
  EXPECT_EQ(margin(0, 0), std::numeric_limits<double>::infinity()) << "0 ≤ 0 says nothing about tightness";
}

TEST(Decide, states_failing_sides_as_fractions) {
  const auto source = claim_source(
      []<class T>(Claims<T>& c) {
        c.less("2/3 < 1/7", frac<T>(2, 3), frac<T>(1, 7));
        c.less("0 < 1", T(0), T(1));
      },
      true);
  auto decisions = decide(source);
  state_exact_sides(source, decisions);
  EXPECT_EQ(decisions[0].lhs, "2/3");
  EXPECT_EQ(decisions[0].rhs, "1/7");
  EXPECT_TRUE(decisions[1].lhs.empty());
}

TEST(Decide, a_ball_precision_is_restored) {
  const Ball::Precision outer(77);
  only([]<class T>(Claims<T>& c) { c.equal("tie", frac<T>(1, 3), frac<T>(1, 3)); });
  EXPECT_EQ(Ball::precision(), 77);
  EXPECT_THROW(Ball::Precision(1), std::invalid_argument);
  EXPECT_EQ(Ball::precision(), 77);
}

/// λ ≤ λ + e^(−10⁵), with the share beyond λ apart, times `factor`.
auto beyond_the_last_bit(int factor) {
  return [factor]<class T>(Claims<T>& c) {
    const T share = exp(T(-100000));
    c.at_most("λ ≤ λ + share", frac<T>(1, 3), frac<T>(1, 3) + share, -1, T(factor) * share);
  };
}

TEST(Decide, an_excess_decides_what_no_rung_can_tell_apart) {
  const Decision positive = decide(irrational(beyond_the_last_bit(1))).at(0);
  EXPECT_EQ(positive.verdict, Verdict::holds);
  EXPECT_GE(positive.relative_margin, 0);
  const auto without = []<class T>(Claims<T>& c) {
    c.at_most("λ ≤ λ + share", frac<T>(1, 3), frac<T>(1, 3) + exp(T(-100000)));
  };
  EXPECT_EQ(decide(irrational(without)).at(0).verdict, Verdict::undecided);
  const Decision negative = decide(irrational(beyond_the_last_bit(-1)), {.interval = false}).at(0);
  EXPECT_EQ(negative.verdict, Verdict::fails);
}

TEST(Decide, an_excess_that_is_not_the_difference_is_refused) {
  const auto wrong = []<class T>(Claims<T>& c) { c.at_most("1/3 ≤ 1/3", frac<T>(1, 3), frac<T>(1, 3), -1, T(1)); };
  EXPECT_THROW(decide(irrational(wrong)), std::logic_error);
}

}  // namespace
}  // namespace verigrad::check_decide_test
