// Errata in reports: every one with its counterexample, whether it is checked as an erratum or as a false conclusion.
#include "verigrad/report/errata.hpp"

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"

#include "planted.hpp"

namespace verigrad::report_errata_test {
namespace {

Finding refuted(const Check& check) {
  Evidence evidence = planted::good_evidence();
  evidence.verdict = Verdict::fails;
  evidence.counterexample = "x = 1: 2 = 1 is false";
  return {0, check.id, "", evidence};
}

/// What every check of a false printed form finds.
std::vector<Finding> findings_on_printed_forms() {
  std::vector<Check> checks = property_checks();
  append(checks, proof_checks());
  std::vector<Finding> findings;
  for (const Check& check : checks)
    if (decides_erratum(check.id) && check.id.expected == Verdict::fails)
      findings.push_back({findings.size(), check.id, "", check.run(Settings{})});
  return findings;
}

TEST(Errata, every_one_has_a_decided_counterexample) {
  const std::vector<Finding> findings = findings_on_printed_forms();
  const std::vector<RefutedForm> forms = refuted_forms(statements(), findings);
  EXPECT_FALSE(forms.empty());
  for (const RefutedForm& form : forms) {
    ASSERT_TRUE(form.refuted) << form.statement->stem << ": " << form.erratum->key << " has no check";
    EXPECT_EQ(form.refuted->outcome(), Outcome::passed) << form.refuted->id.full_name();
    EXPECT_NE(form.refuted->evidence.counterexample, "") << form.refuted->id.full_name();
  }
  EXPECT_EQ(errata_markdown(forms).find("not checked"), std::string::npos);
}

TEST(Errata, a_false_conclusion_stands_for_its_erratum) {
  const std::vector<Statement> one{{.id = "text/1",
                                    .stem = "planted_statement",
                                    .title = "",
                                    .source = "",
                                    .text = "",
                                    .hypotheses = {},
                                    .steps = {},
                                    .errata = {{"sign", "line 1", "1", "2", ""}}}};
  const Check erratum{check_of("planted_statement", Kind::erratum, "sign"), {}};
  const auto reads_unchecked = [&](const std::vector<Finding>& findings) {
    return errata_markdown(refuted_forms(one, findings)).find("not checked") != std::string::npos;
  };
  EXPECT_TRUE(reads_unchecked({}));
  EXPECT_TRUE(reads_unchecked({refuted({check_of("planted_statement", Kind::erratum, "factor"), {}})}));
  EXPECT_TRUE(reads_unchecked({refuted({check_of("another_statement", Kind::erratum, "sign"), {}})}));
  EXPECT_FALSE(reads_unchecked({refuted(erratum)}));
  EXPECT_FALSE(reads_unchecked({refuted(as_conclusion(erratum))}));
}

TEST(Errata, what_decides_one_is_what_is_false_or_replaces_it) {
  const Check erratum{check_of("s", Kind::erratum, "sign"), {}};
  EXPECT_TRUE(decides_erratum(erratum.id));
  EXPECT_TRUE(decides_erratum(as_conclusion(erratum).id));
  EXPECT_TRUE(decides_erratum(check_of("s", Kind::corrected, "sign")));
  EXPECT_FALSE(decides_erratum(check_of("s", Kind::conclusion, "as printed")));
  EXPECT_FALSE(decides_erratum(check_of("s", Kind::planted, "sign")));
}

}  // namespace
}  // namespace verigrad::report_errata_test
