// No planted mistake, erratum or needed hypothesis is refuted by the luck of a draw: each has an instance that does it
// whatever the seed.
#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"

namespace verigrad::report_refutation_test {
namespace {

TEST(Refutation, needs_no_drawn_instance) {
  std::vector<Check> checks = property_checks();
  append(checks, proof_checks());
  int planted = 0;
  for (const Check& check : checks) {
    if (check.id.expected != Verdict::fails) continue;
    planted += check.id.kind == Kind::planted;
    const Evidence evidence = check.run({.cases = 0});
    EXPECT_EQ(outcome_of(check.id, evidence), Outcome::passed) << check.id.full_name() << ": " << evidence.error;
  }
  EXPECT_GT(planted, 0);
}

}  // namespace
}  // namespace verigrad::report_refutation_test
