#include "selection.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/figure/figures.hpp"
#include "verigrad/report/summary.hpp"
#include "verigrad/text/suggest.hpp"

namespace verigrad::app {
namespace {

std::vector<std::string_view> known_words() {
  std::vector<std::string_view> words;
  for (const CatalogueEntry& entry : catalogue()) {
    words.push_back(entry.id);
    if (!entry.open()) words.push_back(entry.stem);
  }
  return words;
}

const CatalogueEntry& entry_for(const std::string& word) {
  if (const CatalogueEntry* entry = find_entry(word)) return *entry;
  const std::vector<std::string> near = suggestions(word, known_words());
  throw UsageError(near.empty()
                       ? fmt::format("no statement or figure \"{}\"; `verigrad list` shows all", word)
                       : fmt::format("no statement or figure \"{}\"; near it: {}", word, fmt::join(near, ", ")));
}

}  // namespace

bool Selection::contains(const std::string& stem) const {
  return std::any_of(statements.begin(), statements.end(),
                     [&](const Statement& statement) { return statement.stem == stem; });
}

Selection select(const std::vector<std::string>& ids_or_stems) {
  std::set<std::string_view> ids;
  for (const std::string& word : ids_or_stems) ids.insert(entry_for(word).id);
  const auto selected = [&](std::string_view id) { return ids_or_stems.empty() || ids.count(id) > 0; };
  Selection selection;
  for (const Statement& statement : statements())
    if (selected(statement.id)) selection.statements.push_back(statement);
  for (const CatalogueEntry& entry : catalogue())
    if (entry.open() && selected(entry.id)) selection.open.emplace_back(entry.id);
  for (const FigureSource& source : figure_sources())
    if (selected(find_entry(source.stem)->id)) selection.figures.emplace_back(source.stem);
  return selection;
}

void require_statements(const Selection& selection) {
  if (selection.statements.empty() && selection.open.empty() && !selection.figures.empty())
    throw UsageError(fmt::format("{0} is a figure, with nothing to decide; `verigrad plot {0}` draws it",
                                 selection.figures.front()));
}

std::vector<Check> checks_of(const Selection& selection) {
  const std::vector<Check> properties = property_checks();
  const std::vector<Check> proofs = proof_checks();
  std::vector<Check> checks;
  for (const Statement& statement : selection.statements) {
    const auto of_statement = [&](const Check& check) { return check.id.statement == statement.stem; };
    std::copy_if(properties.begin(), properties.end(), std::back_inserter(checks), of_statement);
    std::copy_if(proofs.begin(), proofs.end(), std::back_inserter(checks), of_statement);
  }
  return checks;
}

void append_tasks(std::vector<Task>& tasks, std::vector<Check> checks, const std::string& data) {
  for (Check& check : checks) {
    std::vector<std::string> code = code_of(statements(), check.id.statement);
    tasks.push_back({tasks.size(), std::move(check), data, std::move(code)});
  }
}

}  // namespace verigrad::app
