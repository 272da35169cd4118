// JUnit XML: read back by a parser, it holds the texts of the report, and counts that agree with its elements.
#include "verigrad/report/junit.hpp"

#include <pugixml.hpp>

#include <gtest/gtest.h>

#include "planted.hpp"

namespace verigrad::report_junit_test {
namespace {

/// With line ends of attributes as written.
pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_full & ~pugi::parse_eol);
  EXPECT_TRUE(result) << result.description();
  return document;
}

std::size_t count(const pugi::xml_document& document, const char* element) {
  return document.select_nodes((std::string("//") + element).c_str()).size();
}

std::string attribute(const pugi::xml_document& document, const char* path) {
  return document.select_node(path).attribute().value();
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

TEST(Junit, holds_what_the_report_holds) {
  const auto document = parsed(to_junit(a_report(), false));
  EXPECT_EQ(attribute(document, "/testsuites/testsuite[1]/testcase[1]/@name"), "R²/(kC) < \"1\"");
  EXPECT_EQ(attribute(document, "/testsuites/testsuite[2]/@name"), "rate on iris <&>");
  EXPECT_EQ(attribute(document, "/testsuites/testsuite[2]/testcase/@classname"), "rate on iris <&>");
  EXPECT_EQ(attribute(document, "//testcase[1]/properties/property[@name='note']/@value"), "line\nbreak");
  EXPECT_EQ(attribute(document, "//testcase[1]/properties/property[@name='decided by ball 128']/@value"), "10");
  EXPECT_EQ(attribute(document, "//testcase[1]/@time"), "0.250000");
  EXPECT_EQ(attribute(document, "//testsuite[1]/properties/property[@name='complete']/@value"), "true");
  const std::string reason = "expected holds, found fails: f = <x> & \"y\"\xEF\xBF\xBD: 1 ≤ 0";
  EXPECT_EQ(attribute(document, "//failure/@message"), reason);
  EXPECT_EQ(document.select_node("//failure").node().text().get(), reason);
}

TEST(Junit, a_report_without_findings_is_well_formed) {
  EXPECT_EQ(attribute(parsed(to_junit(Report{}, false)), "/testsuites/@tests"), "0");
}

TEST(Junit, every_outcome_has_its_element) {
  const auto document = parsed(to_junit(a_report(), false));
  EXPECT_EQ(count(document, "testcase"), 5u);
  EXPECT_EQ(count(document, "testsuite"), 2u);
  for (const char* element : {"failure", "error", "skipped"}) EXPECT_EQ(count(document, element), 1u) << element;
  for (const char* number : {"@failures", "@errors", "@skipped"})
    EXPECT_EQ(attribute(document, (std::string("/testsuites/") + number).c_str()), "1") << number;
  EXPECT_EQ(attribute(document, "/testsuites/@name"), "verigrad");
  EXPECT_EQ(attribute(document, "/testsuites/@tests"), "5");
  EXPECT_EQ(attribute(document, "/testsuites/@time"), "1.250000");
}

TEST(Junit, undecided_is_a_failure_when_strict) {
  const auto document = parsed(to_junit(a_report(), true));
  EXPECT_EQ(count(document, "failure"), 2u);
  EXPECT_EQ(count(document, "skipped"), 0u);
  EXPECT_EQ(attribute(document, "/testsuites/@failures"), "2");
}

/// What a reader gets of this reason, in an attribute and as text.
std::pair<std::string, std::string> read_back(const std::string& reason) {
  Report report;
  Evidence evidence;
  evidence.error = reason;
  report.add({0, {"rate", Kind::step, "name"}, "", evidence});
  const auto document = parsed(to_junit(report, false));
  return {attribute(document, "//error/@message"), document.select_node("//error").node().text().get()};
}

TEST(Junit, texts_come_back_and_what_xml_cannot_hold_is_replaced) {
  const std::string replaced = "\xEF\xBF\xBD";
  const std::pair<std::string, std::string> cases[] = {
      {"<a b=\"c\">&'", "<a b=\"c\">&'"},
      {"]]>", "]]>"},
      {"α ≤ β\t\n\r.", "α ≤ β\t\n\r."},
      {std::string("\0\x01\x1b\x1f\x7f.", 6), replaced + replaced + replaced + replaced + replaced + "."},
      {"\xff.", replaced + "."},
      {"\xC3", replaced},
      {"\xC0\xAF.", replaced + "."},            // an overlong slash
      {"\xED\xA0\x80.", replaced + "."},        // half a surrogate pair
      {"\xEF\xBF\xBE.", replaced + "."},        // U+FFFE
      {"\xF0\x9D\x94\xBC", "\xF0\x9D\x94\xBC"}  // U+1D53C
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(read_back(text).first, expected) << text;
    EXPECT_EQ(read_back(text).second, expected) << text;
  }
}

}  // namespace
}  // namespace verigrad::report_junit_test
