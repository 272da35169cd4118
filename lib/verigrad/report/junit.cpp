#include "verigrad/report/junit.hpp"

#include <iterator>

#include <fmt/format.h>

#include "verigrad/report/summary.hpp"

namespace verigrad {
namespace {

using Output = std::back_insert_iterator<std::string>;

enum class Mark { none, failure, error, skipped };

Mark mark_of(const Finding& finding, bool strict) {
  switch (finding.outcome()) {
    case Outcome::passed: return Mark::none;
    case Outcome::failed: return Mark::failure;
    case Outcome::undecided: return strict ? Mark::failure : Mark::skipped;
    case Outcome::error: break;
  }
  return Mark::error;
}

struct Marks {
  long failures = 0, errors = 0, skipped = 0;
  void add(Mark mark) {
    failures += mark == Mark::failure;
    errors += mark == Mark::error;
    skipped += mark == Mark::skipped;
  }
};

template <class Findings>
Marks marks_of(const Findings& findings, bool strict) {
  Marks marks;
  for (const Finding& finding : findings) marks.add(mark_of(finding, strict));
  return marks;
}

template <class Value>
void property(Output out, int indent, std::string_view name, const Value& value) {
  fmt::format_to(out, "{:{}}<property name=\"{}\" value=\"{}\"/>\n", "", indent, name,
                 xml_escaped(fmt::format("{}", value)));
}

void evidence_properties(Output out, const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  fmt::format_to(out, "      <properties>\n");
  property(out, 8, "kind", name(finding.id.kind));
  property(out, 8, "expected", name(finding.id.expected));
  property(out, 8, "verdict", name(evidence.verdict));
  property(out, 8, "level", name(evidence.level));
  property(out, 8, "cases", evidence.cases);
  property(out, 8, "claims", evidence.claims);
  for (const auto& [rung, count] : evidence.rungs) property(out, 8, "decided by " + rung, count);
  property(out, 8, "smallest_margin", evidence.smallest_margin);
  if (!evidence.note.empty()) property(out, 8, "note", evidence.note);
  fmt::format_to(out, "      </properties>\n");
}

void mark(Output out, const Finding& finding, bool strict) {
  const std::string reason = xml_escaped(reason_of(finding));
  const auto type = name(finding.outcome());
  switch (mark_of(finding, strict)) {
    case Mark::none: return;
    case Mark::skipped: fmt::format_to(out, "      <skipped message=\"{}\"/>\n", reason); return;
    case Mark::failure:
      fmt::format_to(out, "      <failure type=\"{}\" message=\"{}\">{}</failure>\n", type, reason, reason);
      return;
    case Mark::error: fmt::format_to(out, "      <error type=\"{}\" message=\"{}\">{}</error>\n", type, reason, reason);
  }
}

void test_case(Output out, const Finding& finding, bool strict) {
  fmt::format_to(out, "    <testcase classname=\"{}\" name=\"{}\" time=\"{:.6f}\">\n", xml_escaped(suite_name(finding)),
                 xml_escaped(finding.id.name), finding.seconds);
  evidence_properties(out, finding);
  mark(out, finding, strict);
  fmt::format_to(out, "    </testcase>\n");
}

double seconds_of(const std::vector<Finding>& findings) {
  double seconds = 0;
  for (const Finding& finding : findings) seconds += finding.seconds;
  return seconds;
}

void opening(Output out, std::string_view element, std::string_view name, const std::vector<Finding>& findings,
             bool strict) {
  const Marks marks = marks_of(findings, strict);
  fmt::format_to(out, "<{} name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{:.6f}\">\n",
                 element, xml_escaped(name), findings.size(), marks.failures, marks.errors, marks.skipped,
                 seconds_of(findings));
}

void suite(Output out, const Report& report, const std::vector<Finding>& findings, bool strict) {
  fmt::format_to(out, "  ");
  opening(out, "testsuite", suite_name(findings.front()), findings, strict);
  fmt::format_to(out, "    <properties>\n");
  property(out, 6, "version", report.version);
  property(out, 6, "seed", report.settings.seed);
  property(out, 6, "cases", report.settings.cases);
  property(out, 6, "complete", report.complete());
  fmt::format_to(out, "    </properties>\n");
  for (const Finding& finding : findings) test_case(out, finding, strict);
  fmt::format_to(out, "  </testsuite>\n");
}

}  // namespace

std::string to_junit(const Report& report, bool strict) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const auto out = std::back_inserter(xml);
  opening(out, "testsuites", "verigrad", report.findings, strict);
  for (const auto& findings : by_suite(report)) suite(out, report, findings, strict);
  fmt::format_to(out, "</testsuites>\n");
  return xml;
}

}  // namespace verigrad
