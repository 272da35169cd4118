#include <algorithm>

#include <fmt/format.h>

#include "verigrad/report/formal.hpp"
#include "verigrad/report/show.hpp"
#include "verigrad/report/table.hpp"
#include "verigrad/site/files.hpp"
#include "verigrad/site/mathematics.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

/// A label to unfold, and what a machine wrote below it.
Html folded(const std::string& label, const std::string& text) {
  return text.empty() ? Html{} : element("details", element("summary", words(label)) + element("code", words(text)));
}

/// What was found, below the words of the line.
Html found(const Finding& finding) {
  const Evidence& evidence = finding.evidence;
  Html result;
  if (evidence.claims > 0) result += element("p", words(in_words(evidence)), {{"class", "evidence"}});
  if (!evidence.note.empty()) result += element("p", mathematics(evidence.note), {{"class", "found words"}});
  const bool must_fail = finding.id.expected == Verdict::fails;
  return result + folded(must_fail ? "the instance on which it fails" : "counterexample", evidence.counterexample) +
         folded("the tightest claim", evidence.tightest);
}

Html entry(const Html& title, const Html& line, const Finding* finding) {
  const Html outcome = finding ? badge(std::string(name(finding->outcome())), outcome_in_words(*finding))
                               : badge("undecided", "not checked");
  Html result = element("header", element("h3", title) + outcome);
  if (!line.empty()) result += element("p", line, {{"class", "words"}});
  return element("article", finding ? result + found(*finding) : result, {{"class", "finding"}});
}

Html entries(const std::vector<Finding>& findings, Kind kind) {
  Html result;
  for (const Finding& finding : of_kind(findings, kind)) result += entry(mathematics(finding.id.name), {}, &finding);
  return result;
}

Html proof(const Chapter& chapter) {
  Html result;
  for (const CheckedLine& line : checked_lines(chapter.statement, chapter.findings))
    result += entry(mathematics(line.key), mathematics(line.text), line.finding);
  return result;
}

Html hypotheses(const Statement& statement) {
  Html rows;
  for (const Line& each : statement.hypotheses) rows += row(each.key, mathematics(each.text));
  return rows.empty() ? rows : element("dl", rows, {{"class", "rows words"}});
}

/// As they stand in proofs_formal.
Html theorems(const Statement& statement) {
  const std::string text = formal_in_words(statement);
  return text.empty() ? Html{} : element("pre", element("code", words(text)));
}

Html errata(const Chapter& chapter) {
  const std::vector<Statement> one{chapter.statement};
  Html result;
  for (const RefutedForm& form : refuted_forms(one, chapter.findings)) result += erratum(form, nullptr);
  return result;
}

Html on_tables(const Chapter& chapter) {
  Html result;
  for (const Finding& finding : chapter.on_tables)
    result += entry(mathematics(finding.id.name) + words(" on " + finding.data), {}, &finding);
  return result;
}

Html sections(const Chapter& chapter) {
  const Statement& statement = chapter.statement;
  const std::vector<Finding>& findings = chapter.findings;
  const Html also = statement.found.empty() ? Html{} : element("p", mathematics(statement.found), {{"class", "words"}});
  return section("Found besides", also) + section("Hypotheses", hypotheses(statement)) +
         section("Conclusion", entries(findings, Kind::conclusion)) + section("Theorems in Coq", theorems(statement)) +
         section("Proof, line by line", proof(chapter)) + section("Sharp instances", entries(findings, Kind::sharp)) +
         section("Without one of the hypotheses", entries(findings, Kind::dropped)) +
         section("Errata", errata(chapter)) + section("Corrected forms", entries(findings, Kind::corrected)) +
         section("Planted mistakes", entries(findings, Kind::planted)) +
         section("On tables of data", on_tables(chapter)) + section("Figures", pictures(chapter.drawings));
}

Html code_under_test(const Statement& statement) {
  if (statement.code.empty()) return {};
  Html rows;
  for (const std::string& each : statement.code) rows += element("li", element("code", words(each)));
  return element("p", words("Code under test:")) + element("ul", rows);
}

/// The verdict, its level and its margin in one line.
Html verdict_line(const SuiteSummary& summary) {
  return verdict_badge(summary) + words(fmt::format(" {}, smallest margin {}; {} of {} checks as expected",
                                                    level_in_words(summary), margin_in_words(summary.smallest_margin),
                                                    summary.counts[Outcome::passed], summary.counts.checked()));
}

Html neighbour(const std::vector<Chapter>& chapters, std::size_t place, const std::string& root, const char* relation) {
  if (place >= chapters.size()) return {};
  const Chapter& chapter = chapters[place];
  return element("a", words(chapter.statement.title),
                 {{"href", root + path_of(chapter.statement.stem)}, {"rel", relation}});
}

}  // namespace

Html statement_page(const Contents& contents, const std::vector<Chapter>& chapters, std::size_t place) {
  const Chapter& chapter = chapters[place];
  const Statement& statement = chapter.statement;
  const std::string root = root_of(path_of(statement.stem));
  const Settings& settings = contents.report.settings;
  return filled(
      statement_html,
      {{"id", words(statement.id)},
       {"source", mathematics(statement.source)},
       {"title", mathematics(statement.title)},
       {"verdict", verdict_line(chapter.summary)},
       {"text", mathematics(statement.text)},
       {"sections", sections(chapter)},
       {"stem", words(statement.stem)},
       {"options", words(fmt::format(" --seed {} --cases {}", settings.seed, settings.cases))},
       {"code", code_under_test(statement)},
       {"neighbours", neighbour(chapters, place - 1, root, "prev") + neighbour(chapters, place + 1, root, "next")}});
}

}  // namespace verigrad::site
