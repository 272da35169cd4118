#include "verigrad/report/table.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/summary.hpp"

namespace verigrad {
namespace {

/// "interval 912, ball 64 3, rational 40", balls of all precisions together.
std::string decided_by(const std::map<std::string, long>& rungs) {
  std::map<std::string, long> families;
  for (const auto& [rung, count] : rungs) families[rung.substr(0, rung.find(' '))] += count;
  std::string text;
  for (const char* family : {"interval", "ball", "rational"}) {
    if (families.count(family)) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", family, families[family]);
    families.erase(family);
  }
  for (const auto& [family, count] : families) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", family, count);
  return text.empty() ? "–" : text;
}

Row row_of(const SuiteSummary& suite) {
  const bool known = suite.verdict != "–";
  return {suite.name,
          suite.verdict,
          known ? level_in_words(suite) : "–",
          fmt::format("{}/{}", suite.counts[Outcome::passed], suite.counts.checked()),
          fmt::format("{}", suite.cases),
          margin_in_words(suite.smallest_margin),
          decided_by(suite.rungs),
          fmt::format("{:.2f} s", suite.seconds)};
}

Row row_of(const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  return {suite_name(finding),
          fmt::format("{}: {}", name(finding.id.kind), finding.id.name),
          std::string(name(evidence.verdict)),
          std::string(name(finding.outcome())),
          std::string(name(evidence.level)),
          fmt::format("{}", evidence.cases),
          margin_in_words(evidence.smallest_margin),
          decided_by(evidence.rungs),
          fmt::format("{:.2f} s", finding.seconds)};
}

std::string in_capitals(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::toupper(c); });
  return result;
}

}  // namespace

std::string margin_in_words(double smallest) { return std::isfinite(smallest) ? fmt::format("{:.2g}", smallest) : "–"; }

std::string statement_table(const Report& report) {
  std::vector<Row> rows{
      {"statement", "as printed", "evidence", "as expected", "cases", "margin", "claims decided by", "time"}};
  const bool whole_run = report.shard.count == 1 && report.complete();
  for (const auto& suite : by_suite(report)) rows.push_back(row_of(summarise(suite, whole_run)));
  return columns(rows, "lllrrrlr");
}

std::string check_table(const Report& report) {
  std::vector<Row> rows{
      {"statement", "check", "verdict", "outcome", "evidence", "cases", "margin", "claims decided by", "time"}};
  for (const Finding& finding : report.findings) rows.push_back(row_of(finding));
  return columns(rows, "lllllrrlr");
}

std::string problems(const Report& report, const std::string& options) {
  constexpr std::size_t readable = 600;
  std::string text = common_objective(report);
  for (const Finding& finding : report.findings) {
    if (!is_problem(finding)) continue;
    text += on_one_line(fmt::format("{}: {}, {} \"{}\": {}{} · again: verigrad verify {} {}",
                                    in_capitals(name(finding.outcome())), suite_name(finding), name(finding.id.kind),
                                    finding.id.name, shortened(reason_of(finding), readable),
                                    code_under_test(finding.code), finding.id.statement, options)) +
            "\n";
  }
  return text;
}

std::string notes(const Report& report) {
  std::string text;
  for (const Finding& finding : report.findings)
    if (!finding.evidence.note.empty())
      text += on_one_line(fmt::format("{}, {} \"{}\": {}", suite_name(finding), name(finding.id.kind), finding.id.name,
                                      finding.evidence.note)) +
              "\n";
  return text.empty() ? text : text + "\n";
}

std::string in_words(const Evidence& evidence) {
  if (evidence.level == Level::kernel)
    return fmt::format("kernel, {} {}", evidence.claims, evidence.claims == 1 ? "theorem" : "theorems");
  std::string text =
      fmt::format("{}, {} {}", name(evidence.level), evidence.cases, evidence.cases == 1 ? "case" : "cases");
  if (std::isfinite(evidence.smallest_margin)) text += ", smallest margin " + margin_in_words(evidence.smallest_margin);
  if (evidence.within > 0) text += fmt::format(", identities within {:g}", evidence.within);
  return text + "; claims by " + decided_by(evidence.rungs);
}

std::string setbacks(const Report& report) {
  if (!report.against) return "";
  const Against& against = *report.against;
  std::string lines;
  for (const auto& list : {against.broken, against.lost, against.shrunk})
    for (const Setback& each : list)
      lines += fmt::format("{}: {}: {}: {}\n", suite_name(each), name(each.id.kind), each.id.name, in_words(each));
  return lines + fmt::format(
                     "against the earlier report, of version {}: {} broken, {} lost, {} with a smaller margin, "
                     "{} mended, {} new\n",
                     against.version, against.broken.size(), against.lost.size(), against.shrunk.size(), against.mended,
                     against.added);
}

std::string not_checked_here(const Report& report) {
  std::map<std::string, int> reasons;
  for (const Finding& finding : report.findings)
    if (finding.outcome() == Outcome::not_checked) ++reasons[finding.evidence.not_checked];
  std::string text;
  for (const auto& [reason, count] : reasons)
    text += fmt::format("not checked here: {} {}, {}\n", count, count == 1 ? "statement" : "statements",
                        on_one_line(reason));
  return text;
}

std::string summary_line(const Report& report) {
  const Counts counts = report.counts();
  std::string text =
      fmt::format("{} checks: {} as expected, {} failed, {} undecided, {} errors", counts.total(),
                  counts[Outcome::passed], counts[Outcome::failed], counts[Outcome::undecided], counts[Outcome::error]);
  if (const long left_out = counts[Outcome::not_checked]; left_out > 0)
    text += fmt::format("; {} not checked here", left_out);
  if (!report.complete()) text += fmt::format("; {} not run", report.planned - report.findings.size());
  if (!report.open.empty()) text += fmt::format("; {} statements open", report.open.size());
  if (report.shard.count > 1) text += fmt::format("; shard {}/{}", report.shard.index, report.shard.count);
  return text + fmt::format("; seed {}\n", report.settings.seed);
}

}  // namespace verigrad
