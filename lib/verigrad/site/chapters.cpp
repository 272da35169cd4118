#include <algorithm>
#include <cctype>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

Chapter chapter(const Statement& statement, const Contents& contents) {
  Chapter result;
  result.statement = statement;
  if (const CatalogueEntry* entry = find_entry(statement.stem)) result.topic = entry->topic;
  for (const Finding& finding : contents.report.findings)
    if (finding.id.statement == statement.stem)
      (finding.data.empty() ? result.findings : result.on_tables).push_back(finding);
  const bool whole = contents.report.shard.count == 1 && contents.report.complete();
  result.summary = summarise(result.findings.empty() ? result.on_tables : result.findings, whole);
  result.drawings = drawings_of(statement.stem, contents.drawings);
  return result;
}

/// A statement that the catalogue lacks, as its stem says.
Statement unknown(const std::string& stem) {
  return {.id = "", .stem = stem, .title = stem, .source = "not in the catalogue of this version", .text = ""};
}

}  // namespace

std::string path_of(const std::string& stem) {
  std::string name = stem;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') c = '_';
  return "statements/" + name + ".html";
}

std::vector<Chapter> chapters_of(const Contents& contents) {
  std::vector<Chapter> result;
  const auto has_findings = [&](const Statement& statement) {
    const auto is_of_it = [&](const Finding& finding) { return finding.id.statement == statement.stem; };
    return std::ranges::any_of(contents.report.findings, is_of_it);
  };
  for (const Statement& statement : contents.statements)
    if (has_findings(statement)) result.push_back(chapter(statement, contents));
  for (const Finding& finding : contents.report.findings) {
    const auto is_its = [&](const Chapter& chapter) { return chapter.statement.stem == finding.id.statement; };
    if (std::ranges::none_of(result, is_its)) result.push_back(chapter(unknown(finding.id.statement), contents));
  }
  return result;
}

}  // namespace verigrad::site
