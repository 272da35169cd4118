// What is said of all problems together: the code under test, and the kind of objective that most of them share.
#include "verigrad/report/summary.hpp"

#include <gtest/gtest.h>

#include "verigrad/report/json.hpp"
#include "verigrad/report/junit.hpp"
#include "verigrad/report/table.hpp"

#include "planted.hpp"

namespace verigrad::report_summary_test {
namespace {

Report failing(const std::vector<std::string>& counterexamples) {
  Report report;
  for (const std::string& counterexample : counterexamples) {
    Evidence evidence = planted::good_evidence();
    evidence.verdict = Verdict::fails;
    evidence.counterexample = counterexample;
    const std::string statement = "statement_" + std::to_string(report.findings.size());
    report.add({report.findings.size(), {statement, Kind::conclusion, "as printed"}, "", evidence, 0});
  }
  return report;
}

const std::string table_1 = "f = ‖Ax−b‖²/(2N), A = [1 2], b = (3); x = (1): 1 = 2 is false";
const std::string table_2 = "J = ‖Ax−b‖²/(2N), A = [4; 5], b = (3, 2): 3 = 2 is false";

TEST(Summary, tells_the_objective_that_most_problems_share) {
  const Report report = failing({"f = Σ w·huber(x−c, δ=1): 1 = 2 is false", table_1, table_2, table_1});
  EXPECT_EQ(common_objective(report),
            "3 of 4 that did not pass are on objectives of one kind, ‖Ax−b‖²/(N): look there first\n");
  EXPECT_EQ(problems(report, "").find("3 of 4"), 0u);
}

TEST(Summary, tells_no_objective_where_few_statements_fail_or_none_is_shared) {
  EXPECT_EQ(common_objective(failing({table_1, table_2})), "");
  EXPECT_EQ(common_objective(failing({table_1, "θ = 1: 1 = 2", "θ = 2: 1 = 2"})), "");
  EXPECT_EQ(common_objective(Report{}), "");
}

TEST(Summary, tells_the_objective_behind_other_letters_and_within_sums) {
  const Report report = failing({"𝒥 = Σ w·huber(x−c, δ=1), w = (1): 1 = 2 is false",
                                 "f = (1/2) Σ fᵢ, f0 = Σ w·huber(x−c, δ=2), w = (3), f1 = ‖Ax−b‖²/4: 1 = 2 is false",
                                 "f = (1/3) Σ fᵢ, f0 = x⁴, f1 = Σ w·huber(x−c, δ=0.5): 1 = 2 is false"});
  EXPECT_EQ(common_objective(report).find("3 of 3 that did not pass are on objectives of one kind, Σ w·huber(x−c"), 0u)
      << common_objective(report);
}

TEST(Summary, names_the_code_under_test) {
  const std::vector<Statement> statements{{.id = "text/1",
                                           .stem = "statement_0",
                                           .title = "",
                                           .source = "",
                                           .text = "",
                                           .code = {"algorithm/adam.hpp: Adam", "algorithm/sweep.hpp"}}};
  const std::string words = " · code under test: algorithm/adam.hpp: Adam, algorithm/sweep.hpp";
  EXPECT_EQ(code_under_test(code_of(statements, "statement_0")), words);
  EXPECT_EQ(code_under_test(code_of(statements, "another")), "");

  Report report = failing({"1 = 2"});
  report.findings[0].code = code_of(statements, "statement_0");
  EXPECT_NE(problems(report, "").find(words), std::string::npos);
  const std::string junit = to_junit(report, false);
  EXPECT_NE(junit.find("message=\"expected holds, found fails: 1 = 2" + words), std::string::npos) << junit;
  for (const std::string& code : report.findings[0].code)
    EXPECT_NE(junit.find("<property name=\"code under test\" value=\"" + code), std::string::npos) << junit;
  EXPECT_EQ(report_from_json(to_json(report)).findings[0].code, report.findings[0].code);
}

}  // namespace
}  // namespace verigrad::report_summary_test
