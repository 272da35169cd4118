// The site as a whole: every link leads to one of its files, nothing of a report becomes markup, and what is new shows.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "verigrad/report/comparison.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/site/site.hpp"

#include "properties/rooms/report/planted.hpp"

namespace verigrad::site_pages_test {
namespace {

const std::string hostile = "<script>alert(1)</script>\"'&<b x=";

Finding finding(const std::string& statement, const std::string& name, Kind kind = Kind::conclusion) {
  Finding result;
  result.id = {statement, kind, name};
  result.evidence = planted::good_evidence();
  return result;
}

Report report_of(std::vector<Finding> findings) {
  Report report;
  report.planned = findings.size();
  for (Finding& each : findings) {
    each.index = report.findings.size();
    report.findings.push_back(each);
  }
  return report;
}

/// A finding of each statement; one of a statement that the catalogue lacks, whose every word is hostile.
Report report_with_hostile_words() {
  std::vector<Finding> findings;
  for (const Statement& statement : statements()) findings.push_back(finding(statement.stem, "as printed"));
  Finding bad = finding("../" + hostile, hostile);
  bad.data = hostile;
  bad.evidence.verdict = Verdict::fails;
  for (std::string* text :
       {&bad.evidence.counterexample, &bad.evidence.note, &bad.evidence.tightest, &bad.evidence.error})
    *text = hostile;
  findings.push_back(bad);
  Report report = report_of(findings);
  report.open = {hostile};
  report.statements = {hostile};
  report.version = hostile;
  return report;
}

std::vector<site::File> hostile_site() {
  static const Report report = report_with_hostile_words();
  return site::site(
      {statements(),
       report,
       nullptr,
       {{"momentum_energy_conservation", "<svg/>"}, {"batch_error", "<svg/>"}},
       {{hostile, R"({"outcome": "as declared", "<script>alert(1)</script>": ["<b x=", null, {"a": 1}]})"}}});
}

TEST(Site, has_only_links_that_lead_to_its_own_files) {
  std::set<std::string> paths;
  const auto files = hostile_site();
  for (const site::File& file : files) EXPECT_TRUE(paths.insert(file.path).second) << file.path;
  const std::regex target("(?:href|src)=\"([^\"#]*)(?:#[^\"]*)?\"");
  long links = 0;
  for (const site::File& file : files) {
    if (!file.path.ends_with(".html")) continue;
    for (std::sregex_iterator i(file.text.begin(), file.text.end(), target), end; i != end; ++i, ++links) {
      const std::string to = (*i)[1];
      if (to == "data:,") continue;
      if (to.empty()) {
        EXPECT_NE(file.text.find("id=\"main\""), std::string::npos) << file.path;
        continue;
      }
      const auto path = (std::filesystem::path(file.path).parent_path() / to).lexically_normal();
      EXPECT_TRUE(paths.contains(path.string())) << file.path << " leads to " << to;
    }
  }
  EXPECT_GT(links, long(10 * statements().size()));
  for (const std::string& path : paths) EXPECT_EQ(path.find(".."), std::string::npos) << path;
}

TEST(Site, needs_no_network) {
  for (const site::File& file : hostile_site()) {
    EXPECT_EQ(file.text.find("://"), std::string::npos) << file.path;
    EXPECT_EQ(file.text.find("@import"), std::string::npos) << file.path;
  }
}

TEST(Site, makes_no_markup_of_what_a_report_says) {
  bool shown = false;
  for (const site::File& file : hostile_site()) {
    EXPECT_EQ(file.text.find("<script>alert"), std::string::npos) << file.path;
    EXPECT_EQ(file.text.find("<b x="), std::string::npos) << file.path;
    shown = shown || file.text.find("&lt;script&gt;alert(1)") != std::string::npos;
  }
  EXPECT_TRUE(shown);
}

TEST(Site, gives_a_drawing_to_the_longest_stem_that_it_begins_with) {
  const Report report = report_of({finding("adam", "as printed"), finding("adam_energy_decay", "as printed")});
  const auto files = site::site({statements(), report, nullptr, {{"adam_energy_decay_rates", "<svg/>"}}, {}});
  const auto shows = [&](const std::string& path) {
    const auto page = std::ranges::find(files, path, &site::File::path);
    return page->text.find("<code>adam_energy_decay_rates</code>") != std::string::npos;
  };
  EXPECT_TRUE(shows("statements/adam_energy_decay.html"));
  EXPECT_FALSE(shows("statements/adam.html"));
}

/// The statement's page with this drawing.
std::string page_with(const std::string& svg) {
  const Report report = report_of({finding("adam_energy_decay", "as printed")});
  const auto files = site::site({statements(), report, nullptr, {{"adam_energy_decay", svg}}, {}});
  return std::ranges::find(files, "statements/adam_energy_decay.html", &site::File::path)->text;
}

TEST(Site, holds_drawings_inline) {
  const std::string page = page_with(
      "<?xml version='1.0'?><svg width='9' height='9' viewBox='0 0 9 9' xmlns:xlink='http://www.w3.org/1999/xlink'>"
      "<title>Gnuplot</title><defs><path id='p' d='M0,0 h1'/></defs><use xlink:href='#p'/>"
      "<g filter='url(#p)'><text>a &lt; b</text></g></svg>");
  EXPECT_NE(page.find("<svg role=\"img\" aria-label=\"adam_energy_decay\" viewBox=\"0 0 9 9\"><defs>"
                      "<path id=\"adam_energy_decay.p\" d=\"M0,0 h1\"></path></defs>"
                      "<use href=\"#adam_energy_decay.p\"></use><g filter=\"url(#adam_energy_decay.p)\">"
                      "<text>a &lt; b</text></g></svg>"),
            std::string::npos)
      << page;
}

TEST(Site, takes_nothing_of_a_drawing_that_runs_or_leads_elsewhere) {
  const std::string page = page_with(
      "<svg onload='run()'><script>run()</script><a href='b'><path d='in a link'/></a><style>a</style>"
      "<image href='http://far'/><use href='other.svg#p'/><path fill='url(far.svg#p)' style='fill:url(far)'/>"
      "<foreignObject><iframe src='far'/></foreignObject></svg>");
  const std::string svg = page.substr(page.find("<svg"), page.find("</svg>") - page.find("<svg"));
  EXPECT_EQ(svg,
            "<svg role=\"img\" aria-label=\"adam_energy_decay\"><image></image><use></use>"
            "<path fill=\"none\"></path>");
}

TEST(Site, refuses_a_drawing_that_is_none) {
  for (const char* drawing : {"", "<html/>", "<svg>", "no markup"})
    EXPECT_THROW(page_with(drawing), std::invalid_argument) << drawing;
}

TEST(Site, refuses_a_check_that_is_none) {
  const Report report = report_of({});
  EXPECT_THROW(site::site({statements(), report, nullptr, {}, {{"found.json", "[1"}}}), std::invalid_argument);
}

TEST(Comparison, tells_what_is_new) {
  Finding broken = finding("a", "1"), mended = finding("a", "2"), shrunk = finding("a", "3"), lost = finding("a", "4");
  mended.evidence.verdict = Verdict::fails;
  const Report before = report_of({broken, mended, shrunk, lost, finding("a", "same"), finding("a", "same")});
  broken.evidence.verdict = Verdict::undecided;
  mended.evidence.verdict = Verdict::holds;
  shrunk.evidence.smallest_margin /= 2;
  Report after = report_of({broken, mended, shrunk, finding("b", "1"), finding("a", "same"), finding("a", "same")});
  const Comparison changes = compared(before, after);
  ASSERT_EQ(changes.broken.size(), 1u);
  EXPECT_EQ(changes.broken[0].after->id.name, "1");
  ASSERT_EQ(changes.mended.size(), 1u);
  EXPECT_EQ(changes.mended[0].before->id.name, "2");
  ASSERT_EQ(changes.shrunk.size(), 1u);
  EXPECT_EQ(changes.shrunk[0].after->id.name, "3");
  ASSERT_EQ(changes.lost.size(), 1u);
  EXPECT_EQ(changes.lost[0]->id.name, "4");
  ASSERT_EQ(changes.added.size(), 1u);
  EXPECT_EQ(changes.added[0]->id.statement, "b");
  EXPECT_TRUE(compared(before, before).nothing());

  after.settings.seed = 2;
  EXPECT_TRUE(compared(before, after).shrunk.empty()) << "margins of other draws are no news";
  const auto files = site::site({statements(), after, &before});
  const auto front = std::ranges::find(files, "index.html", &site::File::path);
  for (const char* line : {"No longer as expected: 1", "As expected again: 1", "Checks lost: 1", "New checks: 1"})
    EXPECT_NE(front->text.find(line), std::string::npos) << line;
}

}  // namespace
}  // namespace verigrad::site_pages_test
