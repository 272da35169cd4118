// What a check is and what its evidence comes to: no outcome but the expected verdict without an error is a pass.
#include "verigrad/evidence/check.hpp"

#include <set>

#include <gtest/gtest.h>

namespace verigrad::evidence_check_test {
namespace {

constexpr Kind kinds[] = {Kind::conclusion, Kind::step,    Kind::sharp,    Kind::dropped,
                          Kind::planted,    Kind::erratum, Kind::corrected};
constexpr Verdict verdicts[] = {Verdict::holds, Verdict::fails, Verdict::undecided};

CheckId expecting(Verdict verdict) { return {"stem", Kind::step, "line", verdict}; }

Evidence found(Verdict verdict, const std::string& error = "") {
  Evidence evidence;
  evidence.verdict = verdict;
  evidence.error = error;
  return evidence;
}

/// A check that tells how it was run.
Check echo(const CheckId& id) {
  return {id, [](const Settings& settings) {
            Evidence evidence = found(Verdict::fails);
            evidence.cases = settings.cases;
            evidence.counterexample = "seed " + std::to_string(settings.seed);
            return evidence;
          }};
}

TEST(Outcomes, of_every_expectation_and_verdict) {
  using enum Verdict;
  EXPECT_EQ(outcome_of(expecting(holds), found(holds)), Outcome::passed);
  EXPECT_EQ(outcome_of(expecting(holds), found(fails)), Outcome::failed);
  EXPECT_EQ(outcome_of(expecting(holds), found(undecided)), Outcome::undecided);
  EXPECT_EQ(outcome_of(expecting(fails), found(holds)), Outcome::failed);
  EXPECT_EQ(outcome_of(expecting(fails), found(fails)), Outcome::passed);
  EXPECT_EQ(outcome_of(expecting(fails), found(undecided)), Outcome::undecided);
  EXPECT_EQ(outcome_of(expecting(undecided), found(holds)), Outcome::failed);
  EXPECT_EQ(outcome_of(expecting(undecided), found(fails)), Outcome::failed);
  EXPECT_EQ(outcome_of(expecting(undecided), found(undecided)), Outcome::passed);
}

TEST(Outcomes, an_error_is_neither_pass_nor_failure_whatever_the_verdict) {
  for (const Verdict expected : verdicts)
    for (const Verdict verdict : verdicts)
      EXPECT_EQ(outcome_of(expecting(expected), found(verdict, "vacuous")), Outcome::error);
}

TEST(Outcomes, what_is_not_checked_here_is_neither_and_hides_no_error) {
  for (const Verdict expected : verdicts)
    for (const Verdict verdict : verdicts) {
      Evidence evidence = found(verdict);
      evidence.not_checked = "for there is no coqc";
      EXPECT_EQ(outcome_of(expecting(expected), evidence), Outcome::not_checked);
      evidence.error = "crashed";
      EXPECT_EQ(outcome_of(expecting(expected), evidence), Outcome::error);
    }
}

TEST(Outcomes, evidence_that_nothing_was_put_into_is_undecided) {
  EXPECT_EQ(outcome_of(expecting(Verdict::holds), Evidence{}), Outcome::undecided);
  EXPECT_EQ(outcome_of(expecting(Verdict::fails), Evidence{}), Outcome::undecided);
}

TEST(CheckIds, only_planted_mistakes_and_errata_must_fail) {
  for (const Kind kind : kinds)
    EXPECT_EQ(check_of("stem", kind, "key").expected,
              kind == Kind::planted || kind == Kind::erratum ? Verdict::fails : Verdict::holds)
        << name(kind);
}

TEST(CheckIds, say_in_their_name_what_they_look_at) {
  for (const Kind kind : kinds) {
    const CheckId id = check_of("stem", kind, "key");
    EXPECT_EQ(id.statement, "stem");
    EXPECT_EQ(id.kind, kind);
    EXPECT_EQ(id.name, kind == Kind::planted ? "rejects key" : kind == Kind::corrected ? "key corrected" : "key");
  }
}

/// An erratum, its corrected form and a planted mistake of one key stand in one list.
TEST(CheckIds, of_one_key_differ) {
  std::set<std::string> names;
  for (const Kind kind : {Kind::erratum, Kind::corrected, Kind::planted})
    names.insert(check_of("stem", kind, "key").full_name());
  EXPECT_EQ(names, (std::set<std::string>{"stem.key", "stem.key corrected", "stem.rejects key"}));
}

TEST(AsConclusion, is_the_erratum_under_another_name) {
  const Check erratum = echo(check_of("stem", Kind::erratum, "sign of z")), conclusion = as_conclusion(erratum);
  EXPECT_EQ(conclusion.id.kind, Kind::conclusion);
  EXPECT_EQ(conclusion.id.statement, "stem");
  EXPECT_EQ(conclusion.id.name, "as printed: sign of z");
  EXPECT_EQ(conclusion.id.expected, Verdict::fails) << "it is false as printed, and must stay so";
  const Evidence evidence = conclusion.run({.cases = 7, .seed = 3});
  EXPECT_EQ(evidence.cases, 7);
  EXPECT_EQ(evidence.counterexample, "seed 3");
  EXPECT_EQ(erratum.id.kind, Kind::erratum) << "the erratum itself stays";
}

TEST(Append, keeps_the_order_of_both_lists) {
  const auto named = [](const std::string& name) { return echo({"stem", Kind::step, name}); };
  std::vector<Check> checks{named("a"), named("b")};
  append(checks, {});
  append(checks, {named("c"), named("d")});
  std::string names;
  for (const Check& check : checks) names += check.id.name;
  EXPECT_EQ(names, "abcd");
  EXPECT_EQ(checks.back().run({}).verdict, Verdict::fails);
}

/// Reports and their JSON are read by these words.
TEST(Names, are_the_words_of_the_reports) {
  const char* of_kinds[] = {"conclusion", "step", "sharp", "dropped", "planted", "erratum", "corrected"};
  for (std::size_t k = 0; k < std::size(kinds); ++k) EXPECT_EQ(name(kinds[k]), of_kinds[k]);
  const char* of_verdicts[] = {"holds", "fails", "undecided"};
  for (std::size_t k = 0; k < std::size(verdicts); ++k) EXPECT_EQ(name(verdicts[k]), of_verdicts[k]);
  EXPECT_EQ(name(Outcome::passed), "passed");
  EXPECT_EQ(name(Outcome::failed), "failed");
  EXPECT_EQ(name(Outcome::undecided), "undecided");
  EXPECT_EQ(name(Outcome::error), "error");
  EXPECT_EQ(name(Outcome::not_checked), "not checked here");
  EXPECT_EQ(name(Level::instance), "instance");
  EXPECT_EQ(name(Level::sampled), "sampled");
  EXPECT_EQ(name(Level::covered), "covered");
  EXPECT_EQ(name(Level::proved), "proved");
  EXPECT_EQ(name(Level::kernel), "kernel");
}

/// "A report never shows a lower one as a higher one" compares them.
TEST(Levels, are_ordered_from_narrow_to_wide) {
  EXPECT_LT(Level::instance, Level::sampled);
  EXPECT_LT(Level::sampled, Level::covered);
  EXPECT_LT(Level::covered, Level::proved);
}

}  // namespace
}  // namespace verigrad::evidence_check_test
