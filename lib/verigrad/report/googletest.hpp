// Checks as GoogleTest tests, one a check: suite = stem, evidence in RecordProperty; and optimisers of the caller's own
// as assertions: EXPECT_TRUE(is_as_declared(check_optimiser(make, "adam"))). The framework decides nothing. Not
// compiled into the library: include it where GoogleTest is linked.
#pragma once

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "verigrad/claim/statement.hpp"
#include "verigrad/conformance/check_optimiser.hpp"
#include "verigrad/evidence/check.hpp"
#include "verigrad/report/identification_report.hpp"
#include "verigrad/report/summary.hpp"
#include "verigrad/report/trial_report.hpp"

namespace verigrad {

/// The whole number ≥ `least` in this environment variable, or `otherwise` where it is not set. Throws
/// std::invalid_argument when it holds anything else.
template <class Whole>
Whole whole_number_from_environment(const char* variable, Whole least, Whole otherwise) {
  const char* text = std::getenv(variable);
  if (!text) return otherwise;
  const std::string_view digits = text;
  Whole value{};
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
  if (error != std::errc() || end != digits.end() || value < least)
    throw std::invalid_argument(std::string(variable) + " is '" + text + "'; set it to a whole number from " +
                                std::to_string(least) + " on");
  return value;
}

/// VERIGRAD_CASES and VERIGRAD_SEED from the environment, or the defaults of Settings.
inline Settings settings_from_environment() {
  Settings settings;
  settings.cases = whole_number_from_environment<int>("VERIGRAD_CASES", 1, settings.cases);
  settings.seed = whole_number_from_environment<std::uint64_t>("VERIGRAD_SEED", 0, settings.seed);
  return settings;
}

/// Success where the optimiser is as declared; the message is what it is instead, and where it departs.
inline testing::AssertionResult is_as_declared(const OptimiserReport& report) {
  const std::string text = conformance::to_text(report.found, report.trace.head);
  return report.as_declared() ? testing::AssertionSuccess() << text : testing::AssertionFailure() << text;
}

/// Success where every step is one of the method and what the statement says of the iterates holds.
inline testing::AssertionResult meets(const trial::Findings& findings) {
  const std::string text = trial::to_text(findings);
  return findings.verdict() == Verdict::holds ? testing::AssertionSuccess() << text
                                              : testing::AssertionFailure() << text;
}

/// A check as a test, which fails where its outcome is not `passed`.
class CheckTest : public testing::Test {
public:
  CheckTest(Check check, std::string code) : check_(std::move(check)), code_(std::move(code)) {}
  void TestBody() override {
    const Settings settings = settings_from_environment();
    const Evidence evidence = check_.run(settings);
    RecordProperty("verdict", std::string(name(evidence.verdict)));
    RecordProperty("level", std::string(name(evidence.level)));
    RecordProperty("cases", std::to_string(evidence.cases));
    RecordProperty("smallest_margin", std::to_string(evidence.smallest_margin));
    RecordProperty("seed", std::to_string(settings.seed));
    EXPECT_EQ(name(outcome_of(check_.id, evidence)), name(Outcome::passed))
        << "expected " << name(check_.id.expected) << ", found " << name(evidence.verdict) << "\n"
        << evidence.error << "\n"
        << evidence.counterexample << code_ << "\nrun again with VERIGRAD_SEED=" << settings.seed;
  }

private:
  Check check_;
  std::string code_;
};

/// Registers every check as a test and runs GoogleTest; a failing one says which code is under test. Returns the exit
/// status.
inline int run_as_tests(int argc, char** argv, const std::vector<Check>& checks,
                        const std::vector<Statement>& statements) {
  testing::InitGoogleTest(&argc, argv);
  for (const Check& check : checks)
    testing::RegisterTest(check.id.statement.c_str(), check.id.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [check, code = code_under_test(code_of(statements, check.id.statement))]() -> testing::Test* {
                            return new CheckTest(check, code);
                          });
  return RUN_ALL_TESTS();
}

}  // namespace verigrad
