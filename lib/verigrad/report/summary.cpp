#include "verigrad/report/summary.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/report/echo.hpp"

namespace verigrad {
namespace {

template <class Predicate>
bool any(const std::vector<Finding>& findings, Predicate predicate) {
  return std::any_of(findings.begin(), findings.end(), predicate);
}

std::string verdict_of(const std::vector<Finding>& findings) {
  if (any(findings, [](const Finding& f) { return f.outcome() == Outcome::error; })) return "error";
  if (any(findings,
          [](const Finding& f) { return f.evidence.verdict == Verdict::fails && f.id.expected == Verdict::holds; }))
    return "fails";
  if (any(findings, [](const Finding& f) { return f.evidence.verdict == Verdict::undecided; })) return "undecided";
  if (any(findings, [](const Finding& f) { return f.evidence.verdict == Verdict::fails; })) return "fails (erratum)";
  return "holds";
}

/// The findings that speak of the statement as printed.
std::vector<Finding> as_printed(const std::vector<Finding>& suite, bool whole_run) {
  std::vector<Finding> result = of_kind(suite, Kind::conclusion);
  if (!result.empty() || !whole_run) return result;
  result = of_kind(suite, Kind::erratum);
  if (!result.empty()) return result;
  std::ranges::copy_if(suite, std::back_inserter(result),
                       [](const Finding& f) { return f.id.kind != Kind::corrected; });
  return result;
}

/// The highest level at which one check passed that covers the whole conclusion; nothing where none did.
std::optional<Level> level_of_whole(const std::vector<Finding>& findings) {
  std::optional<Level> highest;
  for (const Finding& finding : findings)
    if (finding.id.whole && finding.outcome() == Outcome::passed)
      highest = std::max(highest, std::optional(finding.evidence.level));
  return highest;
}

Level lowest_level(const std::vector<Finding>& findings) {
  const auto lower = [](const Finding& a, const Finding& b) { return a.evidence.level < b.evidence.level; };
  const auto lowest = std::ranges::min_element(findings, lower);
  return lowest == findings.end() ? Level::instance : lowest->evidence.level;
}

/// The kinds of the objectives that a counterexample speaks of, "½(x−c)ᵀH(x−c)": what follows "f = ", "J = ", "𝒥 = " or
/// the name of a term, "f1 = ", up to a comma, semicolon or colon, its numbers left out. A sum of terms is no kind.
std::set<std::string> kinds_of_objective(const std::string& counterexample) {
  static const std::regex named("(?:^|[^A-Za-z])(?:f|J|𝒥)[0-9]* = ([^,;:]+)");
  std::set<std::string> found;
  for (std::sregex_iterator at(counterexample.begin(), counterexample.end(), named), end; at != end; ++at) {
    std::string kind = (*at)[1];
    std::erase_if(kind, [](unsigned char letter) { return std::isdigit(letter) || letter == '.'; });
    if (kind.find("Σ fᵢ") == std::string::npos) found.insert(kind);
  }
  return found;
}

}  // namespace

std::vector<std::string> code_of(const std::vector<Statement>& statements, const std::string& stem) {
  const auto statement = std::ranges::find(statements, stem, &Statement::stem);
  return statement == statements.end() ? std::vector<std::string>{} : statement->code;
}

std::string code_under_test(const std::vector<std::string>& code) {
  return code.empty() ? "" : fmt::format(" · code under test: {}", fmt::join(code, ", "));
}

std::string common_objective(const Report& report) {
  std::map<std::string, int> of_kind;
  std::set<std::string> statements;
  int problems = 0;
  for (const Finding& finding : report.findings) {
    if (!is_problem(finding)) continue;
    ++problems;
    statements.insert(finding.id.statement);
    for (const std::string& kind : kinds_of_objective(finding.evidence.counterexample)) ++of_kind[kind];
  }
  const auto most = std::ranges::max_element(of_kind, {}, [](const auto& entry) { return entry.second; });
  constexpr std::size_t few = 3;
  if (statements.size() < few || most == of_kind.end() || 2 * most->second < problems) return "";
  return fmt::format("{} of {} that did not pass are on objectives of one kind, {}: look there first\n", most->second,
                     problems, on_one_line(most->first));
}

namespace {

std::string suite_name(const std::string& statement, const std::string& data) {
  return data.empty() ? statement : fmt::format("{} on {}", statement, data);
}

}  // namespace

std::string suite_name(const Finding& finding) { return suite_name(finding.id.statement, finding.data); }
std::string suite_name(const Setback& setback) { return suite_name(setback.id.statement, setback.data); }

std::string in_words(const Setback& setback) {
  if (!setback.is) return fmt::format("lost, was {}", name(setback.was));
  if (setback.is != setback.was) return fmt::format("{}, was {}", name(*setback.is), name(setback.was));
  return fmt::format("smallest margin {}, was {}", setback.margin_is, setback.margin_was);
}

std::string reason_of(const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  if (!evidence.error.empty()) return evidence.error;
  if (finding.outcome() == Outcome::not_checked) return "not checked here: " + evidence.not_checked;
  if (finding.outcome() == Outcome::passed) return "";
  return fmt::format("expected {}, found {}{}{}", name(finding.id.expected), name(evidence.verdict),
                     evidence.counterexample.empty() ? "" : ": ", evidence.counterexample);
}

std::vector<std::vector<Finding>> by_suite(const Report& report) {
  std::vector<std::vector<Finding>> suites;
  for (const Finding& finding : report.findings) {
    const auto same = [&](const auto& suite) { return suite_name(suite.front()) == suite_name(finding); };
    const auto place = std::find_if(suites.begin(), suites.end(), same);
    (place == suites.end() ? suites.emplace_back() : *place).push_back(finding);
  }
  return suites;
}

std::string level_in_words(const SuiteSummary& suite) {
  const bool further = suite.corrected && *suite.corrected > suite.level;
  return further ? fmt::format("{}, corrected", name(*suite.corrected)) : std::string(name(suite.level));
}

SuiteSummary summarise(const std::vector<Finding>& suite, bool whole_run) {
  SuiteSummary summary;
  summary.name = suite_name(suite.front());
  std::vector<Finding> checked = suite;
  std::erase_if(checked, [](const Finding& finding) { return finding.outcome() == Outcome::not_checked; });
  const std::vector<Finding> printed = as_printed(checked, whole_run);
  summary.verdict = printed.empty() ? "–" : verdict_of(printed);
  const std::optional<Level> of_whole =
      summary.verdict == "holds" ? level_of_whole(of_kind(printed, Kind::conclusion)) : std::nullopt;
  summary.level = of_whole.value_or(lowest_level(printed));
  summary.corrected = level_of_whole(of_kind(checked, Kind::corrected));
  for (const Finding& finding : printed)
    summary.smallest_margin = std::min(summary.smallest_margin, finding.evidence.smallest_margin);
  for (const Finding& finding : suite) {
    summary.cases += finding.evidence.cases;
    for (const auto& [rung, count] : finding.evidence.rungs) summary.rungs[rung] += count;
    summary.counts.add(finding.outcome());
    summary.seconds += finding.seconds;
  }
  return summary;
}

}  // namespace verigrad
