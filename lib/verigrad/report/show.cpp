#include "verigrad/report/show.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/errata.hpp"
#include "verigrad/report/summary.hpp"
#include "verigrad/report/table.hpp"

namespace verigrad {
namespace {

constexpr const char* indent = "      ";

std::string line(std::string_view label, const std::string& text) {
  return text.empty() ? "" : fmt::format("{}{}: {}\n", indent, label, on_one_line(text));
}

/// "holds", "fails, as it must", or what is wrong.
std::string outcome_in_words(const Finding& finding) {
  switch (finding.outcome()) {
    case Outcome::passed: return finding.id.expected == Verdict::fails ? "fails, as it must" : "holds";
    case Outcome::failed: return finding.id.expected == Verdict::fails ? "HOLDS, but must fail" : "FAILS";
    case Outcome::undecided: return "UNDECIDED";
    case Outcome::error: break;
  }
  return "ERROR: " + on_one_line(finding.evidence.error);
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

/// A line that is a conclusion of its own.
std::string line_of_conclusion(const std::string& title, const std::string& key, const std::vector<Finding>& findings) {
  for (const Finding& finding : of_kind(findings, Kind::conclusion))
    if (finding.id.name == key) return entry(title, finding, false);
  return fmt::format("  {}\n{}not checked\n", title, indent);
}

/// The displayed lines of the proof in their order, then steps that are checked beyond them.
std::string steps(const Statement& statement, const std::vector<Finding>& findings) {
  std::vector<Finding> rest = of_kind(findings, Kind::step);
  std::string text;
  for (const Line& step : statement.steps) {
    const auto is_it = [&](const Finding& finding) { return finding.id.name == step.key; };
    const auto check = std::find_if(rest.begin(), rest.end(), is_it);
    const std::string title = fmt::format("{}: {}", step.key, step.text);
    text += check == rest.end() ? line_of_conclusion(title, step.key, findings) : entry(title, *check, false);
    if (check != rest.end()) rest.erase(check);
  }
  for (const Finding& finding : rest) text += entry(finding.id.name, finding, false);
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

std::string show(const Statement& statement, const std::vector<Finding>& all) {
  std::vector<Finding> findings;
  std::copy_if(all.begin(), all.end(), std::back_inserter(findings),
               [&](const Finding& finding) { return finding.id.statement == statement.stem; });
  return fmt::format("{}  {}\n{}\n{}\n", statement.id, statement.stem, statement.title, statement.source) +
         statement_and_findings(statement) + section("Hypotheses", lines(statement.hypotheses)) +
         section("Conclusion", entries(findings, Kind::conclusion, true)) +
         section("Proof steps", steps(statement, findings)) +
         section("Sharp instances", entries(findings, Kind::sharp, true)) +
         section("Hypotheses dropped, one at a time", entries(findings, Kind::dropped, false)) +
         section("Planted mistakes", entries(findings, Kind::planted, false)) +
         section("Errata", errata(statement, findings)) +
         section("Corrected forms", entries(findings, Kind::corrected, true));
}

}  // namespace verigrad
