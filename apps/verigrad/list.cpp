// verigrad list: every statement of the catalogue, checked or open.
#include <map>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/evidence/registry.hpp"
#include "verigrad/report/columns.hpp"

#include "command.hpp"

namespace verigrad::app {
namespace {

std::map<std::string, int> checks_by_stem() {
  std::map<std::string, int> counts;
  for (const Check& check : property_checks()) ++counts[check.id.statement];
  for (const Check& check : proof_checks()) ++counts[check.id.statement];
  return counts;
}

std::string as_table() {
  auto counts = checks_by_stem();
  std::vector<Row> rows;
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string stem(entry.stem);
    const std::string status = entry.open() ? "open" : fmt::format("{} checks", counts[stem]);
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
                    {"status", entry.open() ? "open" : "checked"},
                    {"checks", entry.open() ? 0 : counts[stem]}});
  }
  return list.dump(2) + "\n";
}

}  // namespace

void add_list(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("list", "every statement of the catalogue, checked or open");
  command->footer("Example: verigrad list | grep open");
  const auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "as JSON");
  command->callback([=, &action] {
    action = [=] {
      fmt::print("{}", *json ? as_json() : as_table());
      return 0;
    };
  });
}

}  // namespace verigrad::app
