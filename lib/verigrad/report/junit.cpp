#include "verigrad/report/junit.hpp"

#include <map>
#include <pugixml.hpp>
#include <sstream>

#include <fmt/format.h>

#include "verigrad/report/summary.hpp"
#include "verigrad/report/xml_text.hpp"

namespace verigrad {
namespace {

using pugi::xml_node;

template <class Value>
void attribute(xml_node node, const char* name, const Value& value) {
  node.append_attribute(name) = xml_text(fmt::format("{}", value)).c_str();
}

void attribute_of_time(xml_node node, double seconds) { attribute(node, "time", fmt::format("{:.6f}", seconds)); }

template <class Value>
void property(xml_node properties, std::string_view name, const Value& value) {
  xml_node node = properties.append_child("property");
  attribute(node, "name", name);
  attribute(node, "value", value);
}

enum class Mark { none, failure, error, skipped };

Mark mark_of(const Finding& finding, bool strict) {
  switch (finding.outcome()) {
    case Outcome::passed: return Mark::none;
    case Outcome::failed: return Mark::failure;
    case Outcome::undecided: return strict ? Mark::failure : Mark::skipped;
    case Outcome::not_checked: return Mark::skipped;
    case Outcome::error: break;
  }
  return Mark::error;
}

void append_evidence(xml_node test_case, const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  xml_node properties = test_case.append_child("properties");
  property(properties, "kind", name(finding.id.kind));
  property(properties, "expected", name(finding.id.expected));
  property(properties, "verdict", name(evidence.verdict));
  property(properties, "level", name(evidence.level));
  property(properties, "cases", evidence.cases);
  property(properties, "claims", evidence.claims);
  for (const auto& [rung, count] : evidence.rungs) property(properties, "decided by " + rung, count);
  property(properties, "smallest_margin", evidence.smallest_margin);
  if (!evidence.note.empty()) property(properties, "note", evidence.note);
}

void append_mark(xml_node test_case, const Finding& finding, bool strict) {
  const Mark mark = mark_of(finding, strict);
  if (mark == Mark::none) return;
  const std::string reason = reason_of(finding) + code_under_test(finding.code);
  if (mark == Mark::skipped) return attribute(test_case.append_child("skipped"), "message", reason);
  xml_node element = test_case.append_child(mark == Mark::failure ? "failure" : "error");
  attribute(element, "type", name(finding.outcome()));
  attribute(element, "message", reason);
  element.text() = xml_text(reason).c_str();
}

void append_test_case(xml_node suite, const Finding& finding, bool strict) {
  xml_node test_case = suite.append_child("testcase");
  attribute(test_case, "classname", suite_name(finding));
  attribute(test_case, "name", finding.id.name);
  attribute_of_time(test_case, finding.seconds);
  append_evidence(test_case, finding);
  append_mark(test_case, finding, strict);
}

/// What a suite adds up to.
struct Sums {
  long tests = 0;
  std::map<Mark, long> marks;
  double seconds = 0;

  void add(Mark mark) { ++tests, ++marks[mark]; }
};

/// Attributes of a suite, or of all suites.
void describe(xml_node node, std::string_view name, Sums sums) {
  attribute(node, "name", name);
  attribute(node, "tests", sums.tests);
  attribute(node, "failures", sums.marks[Mark::failure]);
  attribute(node, "errors", sums.marks[Mark::error]);
  attribute(node, "skipped", sums.marks[Mark::skipped]);
  attribute_of_time(node, sums.seconds);
}

void add(Sums& sums, const std::vector<Finding>& findings, bool strict) {
  for (const Finding& finding : findings) {
    sums.add(mark_of(finding, strict));
    sums.seconds += finding.seconds;
  }
}

/// A check that the earlier report had better, and how to say so.
struct ComparedCase {
  const Setback& setback;
  std::string_view type;
  Mark mark;
  std::string message;
};

std::vector<ComparedCase> compared_cases(const Against& against, bool strict) {
  std::vector<ComparedCase> cases;
  for (const Setback& each : against.broken) cases.push_back({each, "broken", Mark::failure, in_words(each)});
  for (const Setback& each : against.lost) cases.push_back({each, "lost", Mark::failure, in_words(each)});
  for (const Setback& each : against.shrunk)
    cases.push_back({each, "shrunk", strict ? Mark::failure : Mark::skipped, in_words(each)});
  return cases;
}

void add(Sums& sums, const Against& against, bool strict) {
  for (const ComparedCase& each : compared_cases(against, strict)) sums.add(each.mark);
}

void append_suite(xml_node suites, const Against& against, bool strict) {
  Sums sums;
  add(sums, against, strict);
  xml_node suite = suites.append_child("testsuite");
  describe(suite, "against an earlier report", sums);
  for (const ComparedCase& each : compared_cases(against, strict)) {
    xml_node test_case = suite.append_child("testcase");
    attribute(test_case, "classname", suite_name(each.setback));
    attribute(test_case, "name", each.setback.id.name);
    attribute_of_time(test_case, 0);
    xml_node element = test_case.append_child(each.mark == Mark::failure ? "failure" : "skipped");
    if (each.mark == Mark::failure) attribute(element, "type", each.type);
    attribute(element, "message", each.message);
  }
}

void append_suite(xml_node suites, const Report& report, const std::vector<Finding>& findings, bool strict) {
  xml_node suite = suites.append_child("testsuite");
  Sums sums;
  add(sums, findings, strict);
  describe(suite, suite_name(findings.front()), sums);
  xml_node properties = suite.append_child("properties");
  property(properties, "version", report.version);
  property(properties, "seed", report.settings.seed);
  property(properties, "cases", report.settings.cases);
  property(properties, "complete", report.complete());
  for (const std::string& code : findings.front().code) property(properties, "code under test", code);
  for (const Finding& finding : findings) append_test_case(suite, finding, strict);
}

}  // namespace

std::string to_junit(const Report& report, bool strict) {
  pugi::xml_document document;
  xml_node suites = document.append_child("testsuites");
  Sums sums;
  add(sums, report.findings, strict);
  if (report.against) add(sums, *report.against, strict);
  describe(suites, "verigrad", sums);
  for (const auto& findings : by_suite(report)) append_suite(suites, report, findings, strict);
  if (report.against) append_suite(suites, *report.against, strict);
  std::ostringstream xml;
  xml << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(xml, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return xml.str();
}

}  // namespace verigrad
