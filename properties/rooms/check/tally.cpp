// Tally: evidence that is vacuous, trivial or far from its bound is an error, and a failure is never outvoted.
#include "verigrad/check/tally.hpp"

#include <gtest/gtest.h>

namespace verigrad::check_tally_test {
namespace {

Decision decision(Verdict verdict, double margin, Relation relation = Relation::at_most) {
  Decision d("claim", -1, relation);
  d.verdict = verdict;
  d.rung = "interval";
  d.relative_margin = margin;
  d.lhs = "2";
  d.rhs = "1";
  return d;
}

const Decision near = decision(Verdict::holds, 0.5), far = decision(Verdict::holds, 0.995),
               equal_sides = decision(Verdict::holds, 0), fails = decision(Verdict::fails, -0.5),
               open = decision(Verdict::undecided, 0.1);

Evidence sampled(const std::vector<std::vector<Decision>>& cases, Verdict expected = Verdict::holds) {
  Tally tally(Level::sampled);
  for (const auto& decisions : cases) tally.add("instance", decisions);
  return tally.finish(expected);
}

TEST(Tally, of_nothing_is_vacuous) {
  EXPECT_NE(Tally(Level::instance).finish(Verdict::holds).error.find("vacuous"), std::string::npos);
  EXPECT_NE(sampled({{}, {}}).error.find("vacuous"), std::string::npos);
  Tally unmet(Level::sampled);
  unmet.add_unmet();
  const Evidence evidence = unmet.finish(Verdict::fails);
  EXPECT_NE(evidence.error.find("1 instances"), std::string::npos) << evidence.error;
  EXPECT_EQ(evidence.verdict, Verdict::undecided);
}

TEST(Tally, hypotheses_that_one_function_never_meets_are_noted_not_condemned) {
  Tally unmet(Level::sampled);
  unmet.add_unmet();
  const Evidence evidence = unmet.finish(Verdict::holds, false);
  EXPECT_EQ(evidence.error, "");
  EXPECT_EQ(evidence.note, "the hypotheses held on none of 1 instances");
  EXPECT_EQ(evidence.verdict, Verdict::undecided);
  EXPECT_NE(Tally(Level::sampled).finish(Verdict::holds, false).error, "");
}

TEST(Tally, far_from_the_bound_is_not_binding) {
  EXPECT_NE(sampled({{far}, {far}}).error.find("not binding"), std::string::npos);
  EXPECT_EQ(sampled({{far}, {near}}).error, "");
}

TEST(Tally, with_equal_sides_everywhere_is_trivial) {
  EXPECT_NE(sampled({{equal_sides}, {equal_sides}}).error.find("trivial"), std::string::npos);
  EXPECT_EQ(sampled({{equal_sides}, {near}}).error, "");
}

TEST(Tally, identities_are_neither_trivial_nor_unbound) {
  const Decision identity = decision(Verdict::holds, 0, Relation::equal);
  EXPECT_EQ(sampled({{identity}, {identity}}).error, "");
  EXPECT_EQ(sampled({{identity}, {identity}}).verdict, Verdict::holds);
}

TEST(Tally, one_named_instance_may_be_a_tie_or_far) {
  for (const Decision& d : {equal_sides, far}) {
    Tally tally(Level::instance);
    tally.add("witness", {d});
    EXPECT_EQ(tally.finish(Verdict::holds).error, "");
  }
}

TEST(Tally, fails_beats_undecided_beats_holds) {
  EXPECT_EQ(sampled({{near}, {open}, {fails}, {near}}).verdict, Verdict::fails);
  EXPECT_EQ(sampled({{fails}, {open}}).verdict, Verdict::fails);
  EXPECT_EQ(sampled({{near, open}, {near}}).verdict, Verdict::undecided);
  EXPECT_EQ(sampled({{near}, {near}}).verdict, Verdict::holds);
  Tally tally(Level::sampled);
  EXPECT_EQ(tally.add("i", {open, fails, near}), Verdict::fails);
  EXPECT_EQ(tally.add("i", {near, open}), Verdict::undecided);
  EXPECT_EQ(tally.add("i", {near}), Verdict::holds);
}

TEST(Tally, names_the_failure_not_the_open_claim) {
  Tally tally(Level::sampled);
  tally.add("first", {open});
  tally.add("second", {fails});
  tally.add("third", {fails});
  EXPECT_EQ(tally.finish(Verdict::holds).counterexample, "second: claim: 2 ≤ 1 is false");
}

TEST(Tally, counts_cases_claims_and_rungs) {
  Decision by_ball = near;
  by_ball.rung = "ball 64";
  by_ball.relative_margin = 0.25;
  const Evidence evidence = sampled({{near, by_ball}, {near}});
  EXPECT_EQ(evidence.cases, 2);
  EXPECT_EQ(evidence.claims, 3);
  EXPECT_EQ(evidence.rungs.at("interval"), 2);
  EXPECT_EQ(evidence.rungs.at("ball 64"), 1);
  EXPECT_EQ(evidence.smallest_margin, 0.25);
  EXPECT_EQ(evidence.tightest, "claim: instance");
}

TEST(Tally, keeps_the_widest_radius_of_identities) {
  Decision within = decision(Verdict::holds, 0, Relation::equal);
  within.within = identity_radius;
  EXPECT_EQ(sampled({{near}, {within}}).within, identity_radius);
}

}  // namespace
}  // namespace verigrad::check_tally_test
