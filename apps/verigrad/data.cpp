#include "data.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/report/registry.hpp"

#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

namespace fs = std::filesystem;

/// Says on stderr what the program is busy with, once that has taken a second.
class Announcement {
public:
  explicit Announcement(std::string text)
      : waiting_([this, text = std::move(text)](const std::stop_token& over) {
          std::unique_lock lock(mutex_);
          changed_.wait_for(lock, over, std::chrono::seconds(1), [] { return false; });
          if (!over.stop_requested()) fmt::print(stderr, "{}\n", text);
        }) {}

private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::jthread waiting_;
};

CsvOptions csv_options(const DataFlags& flags) {
  CsvOptions options;
  if (!flags.header.empty())
    options.header = flags.header == "yes" ? CsvOptions::Header::present : CsvOptions::Header::absent;
  return options;
}

/// L and μ cost the cube of the features' number, Newton's method for the minimiser too.
void require_few_features(const DataSet& table, const std::string& file) {
  constexpr Eigen::Index most = 1000;
  if (table.x.cols() > most)
    throw UsageError(fmt::format("{}: {} features, more than {}; keep the columns that matter, or a projection of them",
                                 file, table.x.cols(), most));
}

DataSet table_of(const DataFlags& flags) {
  DataSet table = read_csv(flags.file, flags.target, csv_options(flags));
  require_few_features(table, flags.file);
  return flags.standardise ? standardised(std::move(table)) : table;
}

double ridge_of(const DataSet& table, const DataFlags& flags) {
  return flags.ridge.value_or(flags.model == "least-squares" ? 0 : 1 / double(table.rows()));
}

ObjectivePtr model_of(const DataSet& table, const DataFlags& flags) {
  const Announcement announcement(
      fmt::format("computing L and μ of the {} × {} table", table.rows(), table.x.cols() + 1));
  const double ridge = ridge_of(table, flags);
  if (flags.model == "least-squares") return make_objective(least_squares(table, ridge));
  return make_objective(logistic_regression(table, ridge));
}

/// The target by a word that names it again: its name, unless another column has it too.
std::string target_of(const DataSet& table, const DataFlags& flags) {
  const auto& names = table.features;
  return std::find(names.begin(), names.end(), table.target) == names.end() ? table.target : flags.target;
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
/// error, as are hypotheses that the table never meets.
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
  command.add_option("--header", flags.header, "whether the table's first line is a header; else found out")
      ->check(CLI::IsMember({"yes", "no"}))
      ->type_name("yes|no")
      ->needs(file)
      ->group(group);
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
  throw UsageError(fmt::format("the shipped tables are neither in {} nor in {}; install them beside the program",
                               installed.string(), source.string()));
}

std::optional<DataChecks> checks_on_data(const DataFlags& flags) {
  if (flags.none) return std::nullopt;
  const DataFlags& chosen = flags.file.empty() ? shipped() : flags;
  const DataSet table = table_of(chosen);
  std::vector<Check> checks = checks_on(model_of(table, chosen));
  for (Check& check : checks) check.run = on_one_table(std::move(check.run));
  const DataOptions options{flags.file,   table.checksum,          target_of(table, chosen), chosen.header,
                            chosen.model, ridge_of(table, chosen), chosen.standardise};
  return DataChecks{fmt::format("{}, {}", table.name, chosen.model), options, std::move(checks)};
}

std::string options_to_repeat(const DataFlags& flags) {
  if (flags.none) return " --no-data";
  if (flags.file.empty()) return "";
  std::string text =
      fmt::format(" --data {} --target {} --model {}", quoted(flags.file), quoted(flags.target), flags.model);
  if (!flags.header.empty()) text += " --header " + flags.header;
  if (flags.ridge) text += fmt::format(" --ridge {}", *flags.ridge);
  return text + (flags.standardise ? " --standardise" : "");
}

}  // namespace verigrad::app
