// verigrad list: every statement of the catalogue, checked or open, and every figure.
#include <map>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/figure/figures.hpp"
#include "verigrad/report/columns.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/report/statements_page.hpp"

#include "command.hpp"
#include "report_file.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

std::map<std::string, int> checks_by_stem() {
  std::map<std::string, int> counts;
  for (const Check& check : property_checks()) ++counts[check.id.statement];
  for (const Check& check : proof_checks()) ++counts[check.id.statement];
  return counts;
}

bool is_figure(const CatalogueEntry& entry) { return entry.kind == CatalogueEntry::Kind::figure; }

std::string status_of(const CatalogueEntry& entry) {
  if (entry.open()) return "open";
  return is_figure(entry) ? "drawn" : "checked";
}

std::string as_table() {
  auto counts = checks_by_stem();
  std::vector<Row> rows;
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string stem(entry.stem);
    const std::string status =
        status_of(entry) == "checked" ? fmt::format("{} checks", counts[stem]) : status_of(entry);
    rows.push_back({std::string(entry.id), entry.open() ? "–" : stem, status, std::string(entry.title)});
  }
  return columns(rows, "llrl");
}

std::string as_json() {
  auto counts = checks_by_stem();
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string stem(entry.stem);
    list.push_back({{"id", entry.id},
                    {"stem", entry.open() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(stem)},
                    {"title", entry.title},
                    {"kind", is_figure(entry) ? "figure" : "statement"},
                    {"status", status_of(entry)},
                    {"checks", entry.open() ? 0 : counts[stem]}});
  }
  return list.dump(2) + "\n";
}

std::string as_page(const std::string& file) {
  std::vector<std::string> drawn;
  for (const FigureSource& source : figure_sources()) drawn.emplace_back(source.stem);
  try {
    return statements_page(statements(), drawn, load_report(file));
  } catch (const std::invalid_argument& error) {
    throw UsageError(fmt::format("{}: {}", file, error.what()));
  }
}

}  // namespace

void add_list(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("list", "every statement of the catalogue, checked or open, and every figure");
  command->footer("Example: verigrad list | grep open");
  const auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "as JSON");
  const auto report = std::make_shared<std::string>();
  command
      ->add_option("--markdown", *report,
                   "as Markdown, the form of docs/statements.md, with what this report of a whole verify found")
      ->type_name("REPORT")
      ->check(not_empty());
  command->callback([=, &action] {
    action = [=] {
      fmt::print("{}", !report->empty() ? as_page(*report) : *json ? as_json() : as_table());
      return 0;
    };
  });
}

}  // namespace verigrad::app
