// Lines: forms take the keys of their lines where they have none, and the words go into the statement in their order.
#include "verigrad/claim/lines.hpp"

#include <gtest/gtest.h>

namespace verigrad::claim_lines_test {
namespace {

struct Integer {
  int k;
};

Form<Integer> named(const std::string& key) {
  return {key, [](const Integer&, Claims&) {}};
}

FalseLine<Integer> false_line(const std::string& key, const Forms<Integer>& corrected) {
  return {.words = {.key = key, .place = "line 1", .printed = "1", .corrected = "2", .remark = ""},
          .printed = named(""),
          .counterexample = {3},
          .corrected = corrected};
}

std::vector<std::string> keys(const Forms<Integer>& forms) {
  std::vector<std::string> result;
  for (const Form<Integer>& form : forms) result.push_back(form.key);
  return result;
}

using Keys = std::vector<std::string>;

Step<Integer> step(const std::string& key, const std::string& form_key = "") { return {key, "1 = 1", named(form_key)}; }

TEST(Lines, give_their_keys_to_forms_that_have_none) {
  Lines<Integer> lines;
  lines.steps = {step("(a)"), step("(b)", "own")};
  EXPECT_EQ(keys(lines.step_forms()), (Keys{"(a)", "own"}));
}

TEST(Lines, have_a_corrected_form_for_each_that_stands_in_for_an_erratum) {
  Lines<Integer> lines;
  lines.errata = {false_line("sign", {named(""), named("sign, on numbers")}), false_line("index", {})};
  EXPECT_EQ(keys(lines.corrected_forms()), (Keys{"sign", "sign, on numbers"}));
}

TEST(Lines, put_their_words_into_the_statement_after_its_own_in_their_order) {
  Lines<Integer> first, second;
  first.steps = {step("(b)")};
  first.errata = {false_line("sign", {})};
  second.steps = {step("(c)")};
  Statement statement;
  statement.steps = {{"(a)", "1 = 1"}};
  statement = with_lines(statement, first, second);
  ASSERT_EQ(statement.steps.size(), 3);
  EXPECT_EQ(statement.steps[0].key + statement.steps[1].key + statement.steps[2].key, "(a)(b)(c)");
  ASSERT_EQ(statement.errata.size(), 1);
  EXPECT_EQ(statement.errata[0].key, "sign");
}

}  // namespace
}  // namespace verigrad::claim_lines_test
