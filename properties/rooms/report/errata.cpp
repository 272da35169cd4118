// Errata in reports: every one with its counterexample, whether it is checked as an erratum or as a false conclusion.
#include "verigrad/report/errata.hpp"

#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

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
    const Weight weight = form.erratum->weight;
    if ((weight == Weight::gap || weight == Weight::notation) && !form.refuted) continue;
    ASSERT_TRUE(form.refuted) << form.statement->stem << ": " << form.erratum->key << " has no check";
    EXPECT_EQ(form.refuted->outcome(), Outcome::passed) << form.refuted->id.full_name();
    EXPECT_NE(form.refuted->evidence.counterexample, "") << form.refuted->id.full_name();
  }
  EXPECT_EQ(errata_text(forms).find("not checked"), std::string::npos);
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
    return errata_text(refuted_forms(one, findings)).find("not checked") != std::string::npos;
  };
  EXPECT_TRUE(reads_unchecked({}));
  EXPECT_TRUE(reads_unchecked({refuted({check_of("planted_statement", Kind::erratum, "factor"), {}})}));
  EXPECT_TRUE(reads_unchecked({refuted({check_of("another_statement", Kind::erratum, "sign"), {}})}));
  EXPECT_FALSE(reads_unchecked({refuted(erratum)}));
  EXPECT_FALSE(reads_unchecked({refuted(as_conclusion(erratum))}));
}

TEST(Errata, of_weight_have_a_counterexample_by_hand_and_claims_that_fall_say_what_survives) {
  for (const RefutedForm& form : refuted_forms(statements(), {})) {
    const Erratum& erratum = *form.erratum;
    if (erratum.weight < Weight::gap || erratum.weight == Weight::line) {
      EXPECT_NE(erratum.by_hand, "") << name_of(form);
    }
    EXPECT_EQ(erratum.survives.empty(), erratum.weight > Weight::hypothesis) << name_of(form);
  }
}

TEST(Errata, by_hand_have_at_most_six_decimals_and_no_enclosure) {
  const std::regex machine_number(R"(\.[0-9]{7}|\+/-)");
  for (const RefutedForm& form : refuted_forms(statements(), {}))
    EXPECT_FALSE(std::regex_search(form.erratum->by_hand, machine_number)) << name_of(form);
}

TEST(Errata, repeat_another_that_repeats_none) {
  const std::vector<RefutedForm> forms = refuted_forms(statements(), {});
  std::map<std::string, std::string> same_as;
  for (const RefutedForm& form : forms) EXPECT_TRUE(same_as.emplace(name_of(form), form.erratum->same_as).second);
  for (const auto& [name, root] : same_as)
    if (!root.empty()) {
      EXPECT_TRUE(same_as.contains(root) && same_as.at(root).empty()) << name << " as " << root;
    }
  EXPECT_LT(slips(forms), forms.size());
}

TEST(Errata, stand_text_by_text_and_the_gravest_first) {
  const std::vector<RefutedForm> forms = refuted_forms(statements(), {});
  std::set<std::string_view> texts;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string_view text = text_of(*forms[i].statement);
    const bool begins = i == 0 || text != text_of(*forms[i - 1].statement);
    if (begins) {
      EXPECT_TRUE(texts.insert(text).second) << text << " stands in two places";
    }
    if (!begins) {
      EXPECT_LE(forms[i - 1].erratum->weight, forms[i].erratum->weight) << name_of(forms[i]);
    }
  }
  EXPECT_EQ(texts.size(), source_texts().size());
}

TEST(Errata, letters_have_a_page_before_the_appendix) {
  const std::vector<Finding> findings = findings_on_printed_forms();
  const std::vector<RefutedForm> forms = refuted_forms(statements(), findings);
  for (const SourceText& text : source_texts()) {
    const std::string letter = errata_letter(text, forms);
    std::istringstream page(letter.substr(0, letter.find("\n## Appendix")));
    const std::vector<std::string> words{std::istream_iterator<std::string>(page), {}};
    EXPECT_LT(words.size(), 950) << text.key;
    for (const RefutedForm& form : forms)
      if (text_of(*form.statement) == text.key) {
        EXPECT_NE(form.erratum->corrected, "") << name_of(form);
      }
  }
}

TEST(Errata, a_gap_is_filled_by_a_step_of_its_name) {
  std::vector<Statement> one{{.id = "text/1", .stem = "s", .title = "", .source = "", .text = ""}};
  one.front().errata = {{.key = "limit", .place = "", .printed = "", .corrected = "", .weight = Weight::gap}};
  EXPECT_TRUE(fills_gap(check_of("s", Kind::step, "limit"), one));
  EXPECT_FALSE(fills_gap(check_of("s", Kind::step, "sum"), one));
  EXPECT_FALSE(fills_gap(check_of("s", Kind::corrected, "limit"), one));
  EXPECT_FALSE(fills_gap(check_of("t", Kind::step, "limit"), one));
  const std::vector<Finding> findings{{0, check_of("s", Kind::step, "limit"), "", planted::good_evidence()}};
  EXPECT_EQ(refuted_forms(one, findings).front().corrected, &findings.front());
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
