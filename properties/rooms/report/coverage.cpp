// Every displayed line and every erratum of a statement has a check of its name, but for slips of notation, so that no
// report says "not checked".
#include <algorithm>

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"

namespace verigrad::report_coverage_test {
namespace {

class Coverage : public testing::Test {
protected:
  Coverage() : checks_(property_checks()) { append(checks_, proof_checks()); }

  bool has(const CheckId& id) const {
    return std::any_of(checks_.begin(), checks_.end(), [&](const Check& check) {
      return check.id.statement == id.statement && check.id.kind == id.kind && check.id.name == id.name;
    });
  }

private:
  std::vector<Check> checks_;
};

TEST_F(Coverage, every_line_of_a_proof_has_a_check) {
  for (const Statement& statement : statements())
    for (const Line& step : statement.steps)
      EXPECT_TRUE(has({statement.stem, Kind::step, step.key}) || has({statement.stem, Kind::conclusion, step.key}))
          << statement.stem << ": " << step.key;
}

TEST_F(Coverage, every_gap_is_filled) {
  for (const Statement& statement : statements())
    for (const Erratum& erratum : statement.errata)
      if (erratum.weight == Weight::gap) {
        EXPECT_TRUE(has(check_of(statement.stem, Kind::step, erratum.key))) << statement.stem << ": " << erratum.key;
      }
}

TEST_F(Coverage, every_erratum_is_refuted) {
  for (const Statement& statement : statements())
    for (const Erratum& erratum : statement.errata) {
      if (erratum.weight == Weight::gap || erratum.weight == Weight::notation) continue;
      const CheckId id = check_of(statement.stem, Kind::erratum, erratum.key);
      EXPECT_TRUE(has(id) || has(as_conclusion({id, {}}).id)) << statement.stem << ": " << erratum.key;
    }
}

}  // namespace
}  // namespace verigrad::report_coverage_test
