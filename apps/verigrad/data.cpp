#include "data.hpp"

#include <fmt/format.h>

#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/report/registry.hpp"

#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

namespace fs = std::filesystem;

ObjectivePtr model_of(const DataSet& table, const DataFlags& flags) {
  if (flags.model == "least-squares") return make_objective(least_squares(table, flags.ridge.value_or(0)));
  return make_objective(logistic_regression(table, flags.ridge.value_or(1 / double(table.rows()))));
}

DataFlags shipped() {
  DataFlags flags;
  flags.file = (shipped_tables() / "breast_cancer.csv").string();
  flags.target = "benign";
  flags.standardise = true;
  return flags;
}

/// The check as it is asked of one table. A case costs hundreds of times a small generated one: one is drawn where
/// twenty of those are. And whether a bound is tight is a question to its class, not to one function: it is noted, no
/// error.
std::function<Evidence(const Settings&)> on_one_table(std::function<Evidence(const Settings&)> run) {
  constexpr int generated_cases_per_case = 20;
  return [run = std::move(run)](Settings settings) {
    settings.cases = std::max(1, settings.cases / generated_cases_per_case);
    settings.must_bind = false;
    return run(settings);
  };
}

std::string quoted(const std::string& word) {
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? "'\\''" : std::string(1, c);
  return result + "'";
}

}  // namespace

void add_data_flags(CLI::App& command, DataFlags& flags) {
  const auto group = "Data";
  auto* file = command.add_option("--data", flags.file, "run on this CSV table in place of the shipped one")
                   ->type_name("FILE")
                   ->check(not_empty())
                   ->group(group);
  auto* target = command.add_option("--target", flags.target, "the table's target: a column's name or number, -1 last")
                     ->type_name("COLUMN")
                     ->group(group);
  file->needs(target);
  target->needs(file);
  command.add_option("--model", flags.model, "logistic or least-squares")
      ->check(CLI::IsMember({"logistic", "least-squares"}))
      ->type_name("MODEL")
      ->capture_default_str()
      ->needs(file)
      ->group(group);
  command.add_option("--ridge", flags.ridge, "factor of ‖x‖²/2 in the model; default 1/N for logistic, else 0")
      ->check(number_at_least_0())
      ->type_name("X")
      ->needs(file)
      ->group(group);
  command.add_flag("--standardise", flags.standardise, "shift and scale each feature to mean 0 and deviation 1")
      ->needs(file)
      ->group(group);
  command.add_flag("--no-data", flags.none, "generated instances only")->excludes(file)->group(group);
}

/// Beside the installed program, or in the source tree.
fs::path shipped_tables() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = program.parent_path().parent_path() / VERIGRAD_INSTALLED_DATA;
  const fs::path source = VERIGRAD_SOURCE_DATA;
  for (const fs::path& directory : {installed, source})
    if (fs::exists(directory / "breast_cancer.csv", ignored)) return directory;
  throw UsageError(fmt::format("the shipped tables are neither in {} nor in {}; install them or give --no-data",
                               installed.string(), source.string()));
}

std::vector<DataChecks> checks_on_data(const DataFlags& flags) {
  if (flags.none) return {};
  const DataFlags& chosen = flags.file.empty() ? shipped() : flags;
  DataSet table = read_csv(chosen.file, chosen.target);
  if (chosen.standardise) table = standardised(std::move(table));
  const ObjectivePtr f = model_of(table, chosen);
  std::vector<Check> checks = checks_on(f);
  for (Check& check : checks) check.run = on_one_table(std::move(check.run));
  return {{fmt::format("{}, {}", table.name, chosen.model), std::move(checks)}};
}

std::string options_to_repeat(const DataFlags& flags) {
  if (flags.none) return " --no-data";
  if (flags.file.empty()) return "";
  std::string text =
      fmt::format(" --data {} --target {} --model {}", quoted(flags.file), quoted(flags.target), flags.model);
  if (flags.ridge) text += fmt::format(" --ridge {}", *flags.ridge);
  return text + (flags.standardise ? " --standardise" : "");
}

}  // namespace verigrad::app
