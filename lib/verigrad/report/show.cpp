#include "verigrad/report/show.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/errata.hpp"
#include "verigrad/report/formal.hpp"
#include "verigrad/report/summary.hpp"
#include "verigrad/report/table.hpp"

namespace verigrad {
namespace {

constexpr const char* indent = "      ";

std::string line(std::string_view label, const std::string& text) {
  return text.empty() ? "" : fmt::format("{}{}: {}\n", indent, label, on_one_line(text));
}

std::string found(const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  std::string text = fmt::format("{}{}", indent, outcome_in_words(finding));
  text += evidence.claims > 0 ? fmt::format(" · {}\n", in_words(evidence)) : "\n";
  return text + line("counterexample", evidence.counterexample) + line("note", evidence.note);
}

std::string entry(const std::string& title, const Finding& finding, bool with_tightest) {
  return fmt::format("  {}\n", title) + found(finding) +
         (with_tightest ? line("tightest", finding.evidence.tightest) : "");
}

std::string section(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", title, body);
}

std::string lines(const std::vector<Line>& all) {
  std::vector<Row> rows;
  for (const Line& each : all) rows.push_back({"  " + each.key, each.text});
  return columns(rows, "ll");
}

std::string steps(const Statement& statement, const std::vector<Finding>& findings) {
  std::string text;
  for (const CheckedLine& each : checked_lines(statement, findings)) {
    const std::string title = each.text.empty() ? each.key : fmt::format("{}: {}", each.key, each.text);
    text += each.finding ? entry(title, *each.finding, false) : fmt::format("  {}\n{}not checked\n", title, indent);
  }
  return text;
}

std::string entries(const std::vector<Finding>& findings, Kind kind, bool with_tightest) {
  std::string text;
  for (const Finding& finding : of_kind(findings, kind)) text += entry(finding.id.name, finding, with_tightest);
  return text;
}

std::string errata(const Statement& statement, const std::vector<Finding>& findings) {
  const std::vector<Statement> one{statement};
  std::string text;
  for (const RefutedForm& form : refuted_forms(one, findings)) text += erratum_text(form, "  ");
  return text;
}

/// The text's own words, and apart from them what the checks found.
std::string statement_and_findings(const Statement& statement) {
  return section("Statement, as printed", "  " + statement.text + "\n") +
         section("Found", statement.found.empty() ? "" : "  " + statement.found + "\n");
}

}  // namespace

std::string outcome_in_words(const Finding& finding) {
  switch (finding.outcome()) {
    case Outcome::passed: return finding.id.expected == Verdict::fails ? "fails, as it must" : "holds";
    case Outcome::failed: return finding.id.expected == Verdict::fails ? "HOLDS, but must fail" : "FAILS";
    case Outcome::undecided: return "UNDECIDED";
    case Outcome::not_checked: return "not checked here: " + on_one_line(finding.evidence.not_checked);
    case Outcome::error: break;
  }
  return "ERROR: " + on_one_line(finding.evidence.error);
}

std::vector<CheckedLine> checked_lines(const Statement& statement, const std::vector<Finding>& findings) {
  std::vector<CheckedLine> result;
  // Two lines of one key have two checks, in their order.
  const auto next = [&](Kind kind, const std::string& key) -> const Finding* {
    for (const Finding& finding : findings) {
      const bool taken = std::ranges::find(result, &finding, &CheckedLine::finding) != result.end();
      if (finding.id.kind == kind && finding.id.name == key && (kind == Kind::conclusion || !taken)) return &finding;
    }
    return nullptr;
  };
  for (const Line& line : statement.steps) {
    const Finding* step = next(Kind::step, line.key);
    result.push_back({line.key, line.text, step ? step : next(Kind::conclusion, line.key)});
  }
  for (const Finding& finding : findings)
    if (finding.id.kind == Kind::step && std::ranges::find(result, &finding, &CheckedLine::finding) == result.end())
      result.push_back({finding.id.name, "", &finding});
  return result;
}

std::string show(const Statement& statement, const std::vector<Finding>& all) {
  std::vector<Finding> findings;
  std::copy_if(all.begin(), all.end(), std::back_inserter(findings),
               [&](const Finding& finding) { return finding.id.statement == statement.stem; });
  return fmt::format("{}  {}\n{}\n{}\n", statement.id, statement.stem, statement.title, statement.source) +
         statement_and_findings(statement) + section("Hypotheses", lines(statement.hypotheses)) +
         section("Conclusion", entries(findings, Kind::conclusion, true)) +
         section("Theorems in Coq", formal_in_words(statement)) + section("Proof steps", steps(statement, findings)) +
         section("Sharp instances", entries(findings, Kind::sharp, true)) +
         section("Hypotheses dropped, one at a time", entries(findings, Kind::dropped, false)) +
         section("Planted mistakes", entries(findings, Kind::planted, false)) +
         section("Errata", errata(statement, findings)) +
         section("Corrected forms", entries(findings, Kind::corrected, true));
}

}  // namespace verigrad
