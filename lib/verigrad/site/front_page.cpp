#include <algorithm>

#include <fmt/format.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/report/comparison.hpp"
#include "verigrad/report/table.hpp"
#include "verigrad/site/files.hpp"
#include "verigrad/site/mathematics.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

using Chapters = std::vector<Chapter>;

long sum(const Chapters& chapters, std::size_t (*of)(const Chapter&)) {
  long result = 0;
  for (const Chapter& chapter : chapters) result += long(of(chapter));
  return result;
}
std::size_t errata_of(const Chapter& chapter) { return chapter.statement.errata.size(); }

/// "12,345"
std::string grouped(long number) {
  if (number < 1000) return fmt::format("{}", number);
  return fmt::format("{},{:03}", grouped(number / 1000), number % 1000);
}

Html tile(long number, const std::string& what, const std::string& outcome = "") {
  return element("li", element("strong", words(grouped(number))) + words(what), {{"class", outcome}});
}

long claims_in(const Report& report) {
  long claims = 0;
  for (const Finding& finding : report.findings) claims += finding.evidence.claims;
  return claims;
}

Html tiles(const Report& report, const Chapters& chapters) {
  const Counts counts = report.counts();
  Html result = tile(long(chapters.size()), "statements") + tile(counts[Outcome::passed], "checks as expected");
  if (counts[Outcome::failed]) result += tile(counts[Outcome::failed], "failed", "failed");
  if (counts[Outcome::undecided]) result += tile(counts[Outcome::undecided], "undecided", "undecided");
  if (counts[Outcome::error]) result += tile(counts[Outcome::error], "errors", "failed");
  if (counts[Outcome::not_checked]) result += tile(counts[Outcome::not_checked], "not checked here", "undecided");
  if (const long missing = long(report.planned) - counts.total(); missing > 0)
    result += tile(missing, "not run", "undecided");
  return result + tile(claims_in(report), "claims decided") + tile(sum(chapters, errata_of), "errata", "erratum") +
         tile(long(report.open.size()), "open in the texts");
}

std::string headline(const Report& report) {
  const Counts counts = report.counts();
  const long others = counts.checked() - counts[Outcome::passed];
  if (counts.checked() == 0) return "No check has run";
  if (others) return fmt::format("{} of {} checks are not as expected", grouped(others), grouped(counts.checked()));
  const std::string all = fmt::format("{} checks, all as expected", grouped(counts.checked()));
  return report.complete() ? all : fmt::format("{}, of {} planned", all, grouped(long(report.planned)));
}

/// The check by name, with a link to its statement's page.
Html name_of(const Finding& finding) {
  const std::string data = finding.data.empty() ? "" : " on " + finding.data;
  return link(path_of(finding.id.statement), words(finding.id.statement)) +
         words(fmt::format("{}, {}: {}", data, name(finding.id.kind), finding.id.name));
}

Html list(const std::vector<Html>& items) {
  Html result;
  for (const Html& item : items) result += element("li", item);
  return items.empty() ? result : element("ul", result);
}

Html problems(const Report& report) {
  std::vector<Html> items;
  for (const Finding& finding : report.findings)
    if (is_problem(finding))
      items.push_back(
          badge(std::string(name(finding.outcome())), std::string(name(finding.outcome()))) + words(" ") +
          name_of(finding) +
          element("details", element("summary", words("why")) + element("code", words(reason_of(finding)))));
  return section("Not as expected", list(items));
}

template <class Each, class Line>
Html part_of_news(const std::string& title, const std::vector<Each>& all, Line line) {
  std::vector<Html> items;
  for (const Each& each : all) items.push_back(line(each));
  return items.empty()
             ? Html{}
             : element("details", element("summary", words(fmt::format("{}: {}", title, all.size()))) + list(items));
}

Html outcomes(const Change& change) {
  return name_of(*change.after) +
         words(fmt::format(": {}, was {}", name(change.after->outcome()), name(change.before->outcome())));
}

Html margins(const Change& change) {
  return name_of(*change.after) +
         words(fmt::format(": {}, was {}", margin_in_words(change.after->evidence.smallest_margin),
                           margin_in_words(change.before->evidence.smallest_margin)));
}

/// A check that has no page here by its name alone.
Html lost(const Finding* finding) {
  return words(fmt::format("{}, {}: {}", suite_name(*finding), name(finding->id.kind), finding->id.name));
}

Html news(const Contents& contents) {
  if (!contents.before) return {};
  const Comparison changes = compared(*contents.before, contents.report);
  const Html parts = part_of_news("No longer as expected", changes.broken, outcomes) +
                     part_of_news("As expected again", changes.mended, outcomes) +
                     part_of_news("Checks lost", changes.lost, lost) +
                     part_of_news("New checks", changes.added, [](const Finding* each) { return name_of(*each); }) +
                     part_of_news("Margins that shrank", changes.shrunk, margins);
  return section("New since the earlier report",
                 changes.nothing() ? element("p", words("Nothing: the same checks with the same outcomes.")) : parts);
}

Html topic_row(const Topic& topic, const Chapters& all) {
  Chapters chapters;
  std::ranges::copy_if(all, std::back_inserter(chapters), [&](const Chapter& c) { return c.topic == topic.name; });
  if (chapters.empty()) return {};
  const long checks = sum(chapters, [](const Chapter& c) {
    const auto is_checked = [](const Finding& finding) { return finding.outcome() != Outcome::not_checked; };
    return std::size_t(std::ranges::count_if(c.findings, is_checked) + std::ranges::count_if(c.on_tables, is_checked));
  });
  const long passed = sum(chapters, [](const Chapter& c) {
    const auto as_expected = [](const Finding& finding) { return finding.outcome() == Outcome::passed; };
    return std::size_t(std::ranges::count_if(c.findings, as_expected) +
                       std::ranges::count_if(c.on_tables, as_expected));
  });
  const auto number = [](const std::string& text) { return element("td", words(text), {{"class", "number"}}); };
  const std::string name(topic.name);
  return element("tr", element("td", link("statements.html#topic=" + name, words(name))) +
                           element("td", mathematics(topic.about)) + number(grouped(long(chapters.size()))) +
                           number(fmt::format("{}/{}", passed, checks)) + number(grouped(sum(chapters, errata_of)))) +
         Html{"\n"};
}

constexpr const char* meaning_of(Level level) {
  switch (level) {
    case Level::instance: return "the one instance that is named";
    case Level::sampled: return "the instances that were drawn, each decided; others may behave otherwise";
    case Level::covered: return "every point of a box of parameters";
    case Level::proved: return "every instance, by a certificate that exact arithmetic checks again";
    case Level::kernel: break;
  }
  return "every instance, by a theorem that Coq's kernel checks";
}

Html levels(const Chapters& chapters) {
  Html rows;
  for (const Level level : all_levels) {
    const auto count = std::ranges::count_if(chapters, [&](const Chapter& c) { return c.summary.level == level; });
    const auto corrected =
        std::ranges::count_if(chapters, [&](const Chapter& c) { return c.summary.corrected == level; });
    const std::string more = corrected ? fmt::format(", {} more in a corrected form", corrected) : "";
    rows += row(std::string(name(level)), words(fmt::format("{} · {} statements{}", meaning_of(level), count, more)));
  }
  return rows;
}

std::string command(const Report& report) {
  std::string text = "verigrad verify";
  for (const std::string& word : report.statements) text += " " + word;
  text += fmt::format(" --seed {} --cases {}", report.settings.seed, report.settings.cases);
  if (report.shard != Shard{}) text += fmt::format(" --shard {}/{}", report.shard.index, report.shard.count);
  if (!report.data) text += " --no-data";
  return text + " --json run.json\nverigrad report run.json --out site";
}

Html facts(const Report& report) {
  double seconds = 0;
  for (const Finding& finding : report.findings) seconds += finding.seconds;
  const auto data = [&] {
    const DataOptions& table = *report.data;
    return fmt::format("{}, CRC-32 {}, target {}, {}", table.file.empty() ? "the shipped one" : table.file,
                       table.checksum, table.target, table.model);
  };
  return row("version", words(report.version)) + row("seed", words(fmt::format("{}", report.settings.seed))) +
         row("cases", words(fmt::format("{} for each sampled check", report.settings.cases))) +
         row("table", words(report.data ? data() : "none")) +
         row("time", words(fmt::format("{:.0f} s of all checks together", seconds)));
}

Html check_runs(const std::vector<CheckRun>& runs) {
  std::vector<Html> items;
  for (std::size_t i = 0; i < runs.size(); ++i)
    items.push_back(link(fmt::format("checks/{}.html", i + 1), words(runs[i].name)) +
                    words(": " + check_verdict(runs[i])));
  return section("Programs that were checked", list(items));
}

}  // namespace

Html front_page(const Contents& contents, const Chapters& chapters) {
  const Report& report = contents.report;
  Html topic_rows;
  for (const Topic& topic : topics()) topic_rows += topic_row(topic, chapters);
  return filled(front_html,
                {{"headline", words(headline(report))},
                 {"lead", words("Theorems, proofs and algorithms about gradient-based training, as they are printed, "
                                "each decided in exact arithmetic on the code that ships.")},
                 {"tiles", tiles(report, chapters)},
                 {"problems", problems(report)},
                 {"news", news(contents)},
                 {"topics", topic_rows},
                 {"levels", levels(chapters)},
                 {"checks", check_runs(contents.checks)},
                 {"facts", facts(report)},
                 {"command", words(command(report))}});
}

}  // namespace verigrad::site
