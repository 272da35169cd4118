// Checks as GoogleTest tests, one a check: suite = stem, evidence in RecordProperty. The framework decides nothing.
// Not compiled into the library: include it where GoogleTest is linked.
#pragma once

#include <gtest/gtest.h>

#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// VERIGRAD_CASES and VERIGRAD_SEED from the environment, or the defaults of Settings.
inline Settings settings_from_environment() {
  Settings settings;
  if (const char* cases = std::getenv("VERIGRAD_CASES")) settings.cases = std::atoi(cases);
  if (const char* seed = std::getenv("VERIGRAD_SEED")) settings.seed = std::strtoull(seed, nullptr, 10);
  return settings;
}

class CheckTest : public testing::Test {
public:
  explicit CheckTest(Check check) : check_(std::move(check)) {}
  void TestBody() override {
    const Settings settings = settings_from_environment();
    const Evidence evidence = check_.run(settings);
    RecordProperty("verdict", std::string(name(evidence.verdict)));
    RecordProperty("level", std::string(name(evidence.level)));
    RecordProperty("cases", std::to_string(evidence.cases));
    RecordProperty("smallest_margin", std::to_string(evidence.smallest_margin));
    RecordProperty("seed", std::to_string(settings.seed));
    EXPECT_EQ(outcome_of(check_.id, evidence), Outcome::passed)
        << "expected " << name(check_.id.expected) << ", found " << name(evidence.verdict) << "\n"
        << evidence.error << "\n"
        << evidence.counterexample << "\nrun again with VERIGRAD_SEED=" << settings.seed;
  }

private:
  Check check_;
};

/// Registers every check as a test and runs GoogleTest. Returns the exit status.
inline int run_as_tests(int argc, char** argv, const std::vector<Check>& checks) {
  testing::InitGoogleTest(&argc, argv);
  for (const Check& check : checks)
    testing::RegisterTest(check.id.statement.c_str(), check.id.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [check]() -> testing::Test* { return new CheckTest(check); });
  return RUN_ALL_TESTS();
}

}  // namespace verigrad
