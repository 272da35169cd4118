// Statements and the theorems that they name: nothing is claimed by mere naming, and every disagreement is found.
#include "verigrad/report/formal.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"
#include "verigrad/report/summary.hpp"

namespace verigrad::report_formal_test {
namespace {

TEST(Formal, statements_and_theorems_agree) {
  for (const std::string& fault : formal_faults(statements())) ADD_FAILURE() << fault;
}

/// Of the statements that are false as printed by one of their own checks.
TEST(Formal, a_false_statement_says_what_its_theorems_correct) {
  std::vector<Check> checks = property_checks();
  append(checks, proof_checks());
  for (const Statement& statement : statements()) {
    const bool is_false = std::ranges::any_of(checks, [&](const Check& check) {
      return check.id.statement == statement.stem && check.id.kind == Kind::conclusion &&
             check.id.expected == Verdict::fails;
    });
    if (is_false && !statement.formal.theorems.empty()) {
      EXPECT_NE(statement.formal.corrected, "") << statement.id;
    }
  }
}

TEST(Formal, at_least_seventy_statements_name_their_theorems) {
  EXPECT_GE(std::ranges::count_if(statements(), [](const Statement& s) { return !s.formal.theorems.empty(); }), 70);
}

Statement parity() {
  return {.id = "text/1",
          .stem = "parity",
          .title = "",
          .source = "",
          .text = "",
          .formal = {.theorems = {"conclusion", "parity_of_two.conclusion"}}};
}

const std::string head = "(* text/1: parity. *)\n", theorem = "Theorem conclusion : True.\nProof. exact I. Qed.\n";

CoqLibrary library() {
  return {{"base/numbers.v", "(* Numbers. *)\n"},
          {"number/parity.v", head + theorem},
          {"number/parity_of_two.v", head + theorem}};
}

/// The faults with one file's text replaced.
std::vector<std::string> faults_with(const std::string& text, const Statement& statement = parity()) {
  CoqLibrary edited = library();
  edited[2].text = text;
  return formal_faults({statement}, edited);
}

bool has(const std::vector<std::string>& faults, const std::string& words) {
  return std::ranges::any_of(faults, [&](const std::string& fault) { return fault.find(words) != fault.npos; });
}

TEST(FormalFaults, are_none_where_all_agrees) {
  EXPECT_TRUE(faults_with(head + theorem).empty());
  EXPECT_EQ(theorem_names(parity(), library()),
            (TheoremNames{{"number/parity.v", {"conclusion"}}, {"number/parity_of_two.v", {"conclusion"}}}));
}

TEST(FormalFaults, tell_each_disagreement) {
  const std::string part = "Theorem partial_two : True.\nProof. exact I. Qed.\n";
  EXPECT_TRUE(has(faults_with(head + theorem + part), "text/1 claims the whole"));
  EXPECT_TRUE(has(faults_with(head + "Theorem conclusion : True.\nAdmitted.\n"), "has \"Admitted\""));
  EXPECT_TRUE(has(faults_with(head + "Axiom easy : False.\n" + theorem), "has \"Axiom\""));
  EXPECT_TRUE(has(faults_with("(* text/2: parity. *)\n" + theorem), "begins with text/2"));
  EXPECT_TRUE(has(faults_with(head + part), "no theorem parity_of_two.conclusion"));
  EXPECT_TRUE(has(faults_with(head + theorem + "Theorem conclusion_more : True.\nProof. exact I. Qed.\n"),
                  "does not name conclusion_more"));

  CoqLibrary stray = library();
  stray.push_back({"number/primality.v", head + theorem});
  EXPECT_TRUE(has(formal_faults({parity()}, stray), "number/primality.v has the stem of no statement"));

  Statement unclaimed = parity();
  unclaimed.formal = {};
  EXPECT_TRUE(has(faults_with(head + theorem, unclaimed), "does not name conclusion"));
  Statement names_a_refutation = parity();
  names_a_refutation.formal.theorems.push_back("one_is_false");
  CoqLibrary with_refutation = library();
  with_refutation[1].text += "Theorem one_is_false : True.\nProof. exact I. Qed.\n";
  EXPECT_TRUE(has(formal_faults({names_a_refutation}, with_refutation), "which is no conclusion"));
  Statement is_false = parity();
  is_false.errata = {
      {.key = "", .place = "", .printed = "", .corrected = "", .weight = Weight::statement, .of_statement = true}};
  EXPECT_TRUE(has(faults_with(head + theorem, is_false), "is false as printed"));
  is_false.formal.corrected = "for even numbers";
  EXPECT_TRUE(faults_with(head + theorem, is_false).empty());
}

/// A finding of the statement at this level.
Finding finding(Level level, bool whole, Kind kind = Kind::conclusion, Verdict verdict = Verdict::holds) {
  Finding result{.index = 0, .id = {"parity", kind, "", Verdict::holds, whole}, .data = "", .evidence = {}};
  result.evidence.level = level;
  result.evidence.verdict = verdict;
  return result;
}

std::string level_of(const std::vector<Finding>& suite) { return level_in_words(summarise(suite, true)); }

TEST(Level, is_that_of_the_whole_conclusion_and_else_the_lowest) {
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, true)}), "kernel");
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::proved, true)}), "proved");
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, false)}), "sampled")
      << "a part raises nothing";
  EXPECT_EQ(level_of({finding(Level::kernel, false)}), "kernel");
  EXPECT_EQ(level_of({finding(Level::proved, true), finding(Level::kernel, true)}), "kernel");
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, true, Kind::step)}), "sampled")
      << "a step is no conclusion";
}

TEST(Level, of_a_corrected_form_is_named_as_what_it_is) {
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, true, Kind::corrected)}),
            "kernel, corrected");
  EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, false, Kind::corrected)}), "sampled");
  EXPECT_EQ(level_of({finding(Level::kernel, true, Kind::corrected)}), "kernel, corrected") << "even alone";
}

TEST(Level, needs_evidence_that_holds) {
  for (const Verdict verdict : {Verdict::fails, Verdict::undecided})
    EXPECT_EQ(level_of({finding(Level::sampled, false), finding(Level::kernel, true, Kind::conclusion, verdict)}),
              "sampled");
  EXPECT_EQ(level_of({finding(Level::sampled, false, Kind::conclusion, Verdict::fails), finding(Level::kernel, true)}),
            "sampled")
      << "where another check contradicts it";
  Finding absent = finding(Level::instance, true, Kind::conclusion, Verdict::undecided);
  absent.evidence.not_checked = "for there is no coqc";
  EXPECT_EQ(level_of({finding(Level::sampled, false), absent}), "sampled");
  EXPECT_EQ(summarise({finding(Level::sampled, false), absent}, true).verdict, "holds");
}

TEST(KernelChecks, are_of_the_printed_or_the_corrected_form_and_say_why_nothing_was_checked) {
  EXPECT_TRUE(kernel_checks(statements(), {}, KernelUse::no).empty());
  for (const Check& check : kernel_checks(statements(), {}, KernelUse::cached)) {
    const auto statement = std::ranges::find(statements(), check.id.statement, &Statement::stem);
    EXPECT_EQ(check.id.kind, statement->formal.corrected.empty() ? Kind::conclusion : Kind::corrected);
    EXPECT_TRUE(check.id.whole);
    const Evidence evidence = check.run({});
    EXPECT_EQ(outcome_of(check.id, evidence), Outcome::not_checked) << check.id.full_name();
  }
}

}  // namespace
}  // namespace verigrad::report_formal_test
