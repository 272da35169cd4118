// JUnit XML: well-formed, escaped, with counts that agree with its elements.
#include "verigrad/report/junit.hpp"

#include <regex>
#include <stack>

#include <gtest/gtest.h>

#include "planted.hpp"

namespace verigrad::report_junit_test {
namespace {

/// Whether every tag is closed in its order and every & begins one of the escapes in use.
bool is_well_formed(const std::string& xml) {
  static const std::regex token("<(/?)([a-z]+)((?: [a-z]+=\"[^<\"]*\")*)(/?)>");
  static const std::regex bare_ampersand("&(?!(amp|lt|gt|quot|#9|#10|#13);)");
  if (std::regex_search(xml, bare_ampersand)) return false;
  std::stack<std::string> open;
  const std::string body = xml.substr(xml.find("?>") + 2);
  std::string text = std::regex_replace(body, token, "");
  for (std::sregex_iterator tag(body.begin(), body.end(), token), end; tag != end; ++tag) {
    if ((*tag)[1].length() > 0) {
      if (open.empty() || open.top() != (*tag)[2]) return false;
      open.pop();
    } else if ((*tag)[4].length() == 0) {
      open.push((*tag)[2]);
    }
  }
  return open.empty() && text.find('<') == std::string::npos && text.find('>') == std::string::npos;
}

long count(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  return std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator());
}

Report a_report() {
  Report report;
  Evidence fails = planted::good_evidence(), open = fails, error = fails;
  fails.verdict = Verdict::fails;
  fails.counterexample = "f = <x> & \"y\"\x01: 1 ≤ 0";
  open.verdict = Verdict::undecided;
  error.error = "stopped by SIGSEGV";
  for (const Evidence& evidence : {planted::good_evidence(), fails, open, error})
    report.add({report.findings.size(), {"rate", Kind::step, "R²/(kC) < \"1\""}, "", evidence, 0.25});
  report.add({4, {"rate", Kind::step, "on data"}, "iris <&>", planted::good_evidence(), 0.25});
  report.planned = 5;
  return report;
}

TEST(junit, is_well_formed_whatever_the_texts) {
  EXPECT_TRUE(is_well_formed(to_junit(a_report(), false)));
  EXPECT_TRUE(is_well_formed(to_junit(Report{}, false)));
}

TEST(junit, the_well_formedness_test_itself_can_fail) {
  const std::string xml = to_junit(a_report(), false);
  EXPECT_FALSE(is_well_formed(std::regex_replace(xml, std::regex("</testsuites>"), "")));
  EXPECT_FALSE(is_well_formed(std::regex_replace(xml, std::regex("&lt;"), "<")));
  EXPECT_FALSE(is_well_formed(std::regex_replace(xml, std::regex("&amp;"), "&")));
}

TEST(junit, every_outcome_has_its_element) {
  const std::string xml = to_junit(a_report(), false);
  EXPECT_EQ(count(xml, "<testcase "), 5);
  EXPECT_EQ(count(xml, "<testsuite "), 2);
  EXPECT_EQ(count(xml, "<failure "), 1);
  EXPECT_EQ(count(xml, "<error "), 1);
  EXPECT_EQ(count(xml, "<skipped "), 1);
  EXPECT_NE(xml.find("<testsuites name=\"verigrad\" tests=\"5\" failures=\"1\" errors=\"1\" skipped=\"1\" time=\"1.25"),
            std::string::npos);
}

TEST(junit, undecided_is_a_failure_when_strict) {
  const std::string xml = to_junit(a_report(), true);
  EXPECT_EQ(count(xml, "<failure "), 2);
  EXPECT_EQ(count(xml, "<skipped "), 0);
}

TEST(junit, what_xml_cannot_hold_is_replaced) {
  const std::string replaced = "\xEF\xBF\xBD";
  EXPECT_EQ(xml_escaped("<a b=\"c\">&"), "&lt;a b=&quot;c&quot;&gt;&amp;");
  EXPECT_EQ(xml_escaped("α ≤ β\t\n\r"), "α ≤ β&#9;&#10;&#13;");
  EXPECT_EQ(xml_escaped(std::string("\0\x1b\x7f", 3)), replaced + replaced + replaced);
  EXPECT_EQ(xml_escaped("\xff"), replaced);
  EXPECT_EQ(xml_escaped("\xC3"), replaced);
  EXPECT_EQ(xml_escaped("\xC0\xAF"), replaced + replaced) << "an overlong slash";
  EXPECT_EQ(xml_escaped("\xED\xA0\x80"), replaced) << "half a surrogate pair";
  EXPECT_EQ(xml_escaped("\xEF\xBF\xBE"), replaced) << "U+FFFE";
  EXPECT_EQ(xml_escaped("\xF0\x9D\x94\xBC"), "\xF0\x9D\x94\xBC") << "U+1D53C";
}

}  // namespace
}  // namespace verigrad::report_junit_test
