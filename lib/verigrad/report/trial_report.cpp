#include "verigrad/report/trial_report.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "verigrad/report/echo.hpp"
#include "verigrad/report/xml_text.hpp"

namespace verigrad::trial {
namespace {

using TrialJson = nlohmann::ordered_json;

Verdict verdict(const ProblemFinding& finding) {
  return finding.steps() == Verdict::fails ? Verdict::fails : finding.bound();
}

std::size_t count(const Findings& findings, Verdict wanted) {
  return std::size_t(std::count_if(findings.problems.begin(), findings.problems.end(),
                                   [&](const ProblemFinding& finding) { return verdict(finding) == wanted; }));
}

std::string_view relation(const Decision& decision) {
  return decision.relation == Relation::less ? "<" : decision.relation == Relation::equal ? "=" : "≤";
}

std::string claim_in_words(const DecidedClaim& claim) {
  const std::string place = claim.decision.index < 0 ? "" : fmt::format(" after step {}", claim.decision.index);
  return fmt::format("{}{}: {:.9g} {} {:.9g}", claim.decision.name, place, claim.lhs, relation(claim.decision),
                     claim.rhs);
}

std::string broken_line(const DecidedClaim& claim) {
  const std::string rounding =
      claim.allowance > 0 ? fmt::format(", though {:.2g} of the right side is for rounding", claim.allowance) : "";
  return fmt::format("  broken: {} fails by {:.2g}{}\n", claim_in_words(claim), claim.beyond, rounding);
}

std::string run_in_words(const Run& run, std::size_t runs) {
  return runs == 1 ? "" : fmt::format(" (along the terms {})", fmt::join(run.indices, ", "));
}

/// One number where nine digits do not part the ends.
std::string ends_in_words(const Interval& set) {
  const std::string lower = fmt::format("{:.9g}", set.lower()), upper = fmt::format("{:.9g}", set.upper());
  return lower == upper ? lower : lower + " to " + upper;
}

std::string stray_lines(const ProblemFinding& finding) {
  if (!finding.stray) return "";
  const Run& run = *finding.stray;
  std::string result;
  if (const auto& departure = run.departure)
    result += fmt::format("  step {} is not one of the method{}: entry {} is {:.9g}; it can be {}\n", departure->step,
                          run_in_words(run, finding.runs), departure->entry, departure->recorded,
                          ends_in_words(departure->possible));
  if (run.not_finite)
    result += fmt::format("  not finite after step {}{}\n", *run.not_finite, run_in_words(run, finding.runs));
  if (finding.rates) result += fmt::format("  each step is one at the rate {}\n", ends_in_words(*finding.rates));
  return result;
}

std::string problem_lines(const Findings& findings, std::size_t i) {
  const ProblemFinding& finding = findings.problems[i];
  std::string result = fmt::format("problem {} of {}: {}\n", i + 1, findings.planned, finding.problem);
  result += stray_lines(finding);
  for (const DecidedClaim& claim : finding.broken) result += broken_line(claim);
  if (finding.bound() == Verdict::holds) result += "  what the statement says of the iterates holds\n";
  if (finding.bound() == Verdict::undecided)
    result += fmt::format("  {} of {} claims are open\n", finding.open, finding.claims);
  return result;
}

/// The claim that came nearest to failing, of all problems.
std::string nearest_line(const Findings& findings) {
  const DecidedClaim* nearest = nullptr;
  for (const ProblemFinding& finding : findings.problems)
    if (finding.tightest &&
        (!nearest || finding.tightest->decision.relative_margin < nearest->decision.relative_margin))
      nearest = &*finding.tightest;
  if (!nearest) return "";
  return fmt::format("  nearest to its bound: {}, of which {:.2g} is for rounding\n", claim_in_words(*nearest),
                     nearest->allowance);
}

long claims_of(const Findings& findings) {
  long result = 0;
  for (const ProblemFinding& finding : findings.problems) result += finding.claims;
  return result;
}

TrialJson json_of(const DecidedClaim& claim) {
  return {{"claim", claim.decision.name}, {"step", claim.decision.index}, {"lhs", claim.lhs}, {"rhs", claim.rhs},
          {"beyond", claim.beyond},       {"allowance", claim.allowance}};
}

TrialJson json_of(const Run& run) {
  TrialJson result{{"terms", run.indices}};
  if (run.departure)
    result["departure"] = {{"step", run.departure->step},
                           {"entry", run.departure->entry},
                           {"recorded", run.departure->recorded},
                           {"lower", run.departure->possible.lower()},
                           {"upper", run.departure->possible.upper()}};
  if (run.not_finite) result["not_finite"] = *run.not_finite;
  return result;
}

TrialJson json_of(const ProblemFinding& finding) {
  TrialJson result{{"problem", finding.problem},     {"runs", finding.runs},     {"steps", name(finding.steps())},
                   {"bound", name(finding.bound())}, {"claims", finding.claims}, {"open", finding.open}};
  if (finding.stray) result["stray"] = json_of(*finding.stray);
  if (finding.rates) result["rates"] = {finding.rates->lower(), finding.rates->upper()};
  result["broken"] = TrialJson::array();
  for (const DecidedClaim& claim : finding.broken) result["broken"].push_back(json_of(claim));
  if (finding.tightest) result["tightest"] = json_of(*finding.tightest);
  return result;
}

}  // namespace

std::string to_text(const Findings& findings) {
  constexpr std::size_t most_problems = 3;
  std::string result =
      fmt::format("{}: {} on {} of {} problems, {} claims decided\n", name(findings.verdict()), findings.stem,
                  count(findings, Verdict::holds), findings.planned, claims_of(findings));
  if (findings.verdict() == Verdict::holds) return result + nearest_line(findings);
  std::size_t told = 0;
  for (std::size_t i = 0; i < findings.problems.size() && told < most_problems; ++i)
    if (verdict(findings.problems[i]) != Verdict::holds) {
      result += problem_lines(findings, i);
      ++told;
    }
  const std::size_t all = findings.problems.size() - count(findings, Verdict::holds);
  if (all > told) result += fmt::format("{} problems more; --json has them all\n", all - told);
  return result;
}

std::string to_json(const Findings& findings, const std::string& program) {
  TrialJson result{{"schema_version", 1},         {"program", on_one_line(program)},
                   {"statement", findings.stem},  {"verdict", name(findings.verdict())},
                   {"planned", findings.planned}, {"problems", TrialJson::array()}};
  for (const ProblemFinding& finding : findings.problems) result["problems"].push_back(json_of(finding));
  return result.dump(2, ' ', false, TrialJson::error_handler_t::replace) + "\n";
}

std::string to_junit(const Findings& findings, const std::string& program) {
  pugi::xml_document document;
  pugi::xml_node suite = document.append_child("testsuites").append_child("testsuite");
  suite.append_attribute("name") = xml_text("verigrad check optimiser: " + program).c_str();
  suite.append_attribute("tests") = unsigned(findings.problems.size());
  suite.append_attribute("failures") = unsigned(count(findings, Verdict::fails));
  suite.append_attribute("errors") = 0;
  suite.append_attribute("skipped") = unsigned(count(findings, Verdict::undecided));
  for (std::size_t i = 0; i < findings.problems.size(); ++i) {
    pugi::xml_node test_case = suite.append_child("testcase");
    test_case.append_attribute("classname") = ("check.optimiser." + findings.stem).c_str();
    test_case.append_attribute("name") = xml_text(findings.problems[i].problem).c_str();
    const Verdict found = verdict(findings.problems[i]);
    if (found == Verdict::holds) continue;
    pugi::xml_node mark = test_case.append_child(found == Verdict::fails ? "failure" : "skipped");
    mark.append_attribute("message") = std::string(name(found)).c_str();
    if (found == Verdict::fails) mark.text() = xml_text(problem_lines(findings, i)).c_str();
  }
  std::ostringstream xml;
  xml << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(xml, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return xml.str();
}

int exit_status(const Findings& findings, bool strict) {
  constexpr int undecided = 3;
  if (findings.verdict() == Verdict::fails) return 1;
  return strict && findings.verdict() == Verdict::undecided ? undecided : 0;
}

}  // namespace verigrad::trial
