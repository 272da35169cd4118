#include <set>

#include <fmt/format.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/report/table.hpp"
#include "verigrad/site/files.hpp"
#include "verigrad/site/mathematics.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

Html cell(const Html& content) { return element("td", content); }
Html number_cell(const std::string& text, const std::string& value) {
  return element("td", words(text), {{"class", "number"}, {"data-value", value}});
}

std::string value_of_margin(double margin) { return margin < 1e300 ? fmt::format("{}", margin) : ""; }

std::string words_of(const Chapter& chapter) {
  const Statement& statement = chapter.statement;
  return fmt::format("{} {} {} {} {} {}", statement.id, statement.stem, statement.title, statement.source,
                     statement.text, chapter.topic);
}

Html row_of(const Chapter& chapter) {
  const Statement& statement = chapter.statement;
  const SuiteSummary& summary = chapter.summary;
  const std::size_t errata = statement.errata.size();
  const Html cells = cell(element("code", words(statement.id))) +
                     cell(link(path_of(statement.stem), mathematics(statement.title))) + cell(verdict_badge(summary)) +
                     cell(words(level_in_words(summary))) +
                     number_cell(fmt::format("{}/{}", summary.counts[Outcome::passed], summary.counts.checked()),
                                 fmt::format("{}", summary.counts.total())) +
                     number_cell(margin_in_words(summary.smallest_margin), value_of_margin(summary.smallest_margin)) +
                     number_cell(errata ? fmt::format("{}", errata) : "", fmt::format("{}", errata));
  return element("tr", cells,
                 {{"data-words", words_of(chapter)},
                  {"data-text", std::string(text_of(statement))},
                  {"data-topic", chapter.topic},
                  {"data-verdict", summary.verdict},
                  {"data-level", level_in_words(summary)},
                  {"data-errata", errata ? "yes" : "no"}}) +
         Html{"\n"};
}

/// A choice for each value that a chapter has.
template <class ValueOf>
Html options(const std::vector<Chapter>& chapters, ValueOf value_of) {
  std::set<std::string> values;
  for (const Chapter& chapter : chapters) values.insert(value_of(chapter));
  Html result;
  for (const std::string& value : values)
    if (!value.empty()) result += option(value);
  return result;
}

Html open_ones(const Report& report) {
  Html items;
  for (const std::string& id : report.open) {
    const CatalogueEntry* entry = find_entry(id);
    items += element("li", element("code", words(id)) + words(" ") + mathematics(entry ? entry->title : ""));
  }
  return items.empty() ? items
                       : section("Open", element("p", words("No check decides these yet.")) + element("ul", items));
}

}  // namespace

Html statements_table(const Contents& contents, const std::vector<Chapter>& chapters) {
  Html rows;
  for (const Chapter& chapter : chapters) rows += row_of(chapter);
  return filled(statements_html,
                {{"texts", options(chapters, [](const Chapter& c) { return std::string(text_of(c.statement)); })},
                 {"topics", options(chapters, [](const Chapter& c) { return c.topic; })},
                 {"verdicts", options(chapters, [](const Chapter& c) { return c.summary.verdict; })},
                 {"levels", options(chapters, [](const Chapter& c) { return level_in_words(c.summary); })},
                 {"rows", rows},
                 {"open", open_ones(contents.report)}});
}

}  // namespace verigrad::site
