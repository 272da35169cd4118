#include "data.hpp"

#include <cctype>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/read_csv.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/registry.hpp"

#include "progress.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

namespace fs = std::filesystem;

/// Says on stderr what the program is busy with, once that has taken a second; on a terminal, how long already.
class Announcement {
public:
  explicit Announcement(std::string text)
      : waiting_([this, text = std::move(text)](const std::stop_token& over) { announce(text, over); }) {}

private:
  void announce(const std::string& text, const std::stop_token& over) {
    std::unique_lock lock(mutex_);
    for (int seconds = 1;; ++seconds) {
      changed_.wait_for(lock, over, std::chrono::seconds(1), [] { return false; });
      if (over.stop_requested()) return;
      line_.draw(fmt::format("{}: {} s", text, seconds));
      if (!line_.visible() && seconds == 1) fmt::print(stderr, "{}\n", text);
    }
  }

  TerminalLine line_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::jthread waiting_;
};

/// The separator of that name, or that is the word itself; 0 for none.
char separator_in(const std::string& word) {
  static const std::map<std::string, char> named{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"blanks", ' '}};
  const auto known = named.find(word);
  if (known != named.end()) return known->second;
  constexpr std::string_view of_numbers = "+-.\"'\r\n";
  const bool possible = word.size() == 1 && std::isalnum(static_cast<unsigned char>(word[0])) == 0 &&
                        of_numbers.find(word[0]) == std::string_view::npos;
  return possible ? word[0] : '\0';
}

CLI::Validator is_separator() {
  return {[](const std::string& word) {
            return separator_in(word) != 0 ? ""
                                           : fmt::format(
                                                 "\"{}\" separates no numbers; use comma, semicolon, tab, "
                                                 "blanks or one such letter",
                                                 quotable(word));
          },
          ""};
}

/// The two different words with a comma between; none if it is not so.
std::vector<std::string> classes_in(const std::string& text) {
  const auto comma = text.find(',');
  if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) return {};
  std::vector<std::string> words{text.substr(0, comma), text.substr(comma + 1)};
  const bool possible = !words[0].empty() && !words[1].empty() && words[0] != words[1];
  return possible ? words : std::vector<std::string>{};
}

CLI::Validator are_classes() {
  return {[](const std::string& text) {
            return !classes_in(text).empty()
                       ? ""
                       : fmt::format("\"{}\" is not two different words with a comma between, as in no,yes",
                                     quotable(text));
          },
          ""};
}

CsvOptions csv_options(const DataFlags& flags) {
  CsvOptions options;
  if (!flags.header.empty())
    options.header = flags.header == "yes" ? CsvOptions::Header::present : CsvOptions::Header::absent;
  options.separator = flags.separator.empty() ? '\0' : separator_in(flags.separator);
  options.drop_missing = flags.missing == "drop";
  options.classes = classes_in(flags.classes);
  options.leave_out = flags.leave_out;
  return options;
}

/// L, μ and the minimum cost the cube of a side of AᵀA, or of AAᵀ where that is the smaller and the model is linear in
/// it; Newton's method for logistic regression costs the cube of the features' number.
void require_moderate_side(Eigen::Index rows, Eigen::Index columns, const DataFlags& flags) {
  constexpr Eigen::Index most = 1000;
  const Eigen::Index features = columns - 1;
  const bool linear = flags.model == "least-squares";
  if (features <= most || (linear && rows <= most)) return;
  throw UsageError(fmt::format("{}: {} features{}, more than {}; keep the columns that matter, or a projection of them",
                               flags.file, features, linear ? fmt::format(" and {} rows", rows) : "", most));
}

/// Memory grows with the entries, at 8 bytes each for every process that evaluates them.
void require_few_entries(Eigen::Index rows, Eigen::Index columns, const std::string& file) {
  constexpr Eigen::Index most = 50'000'000;
  if (rows > most / columns)
    throw UsageError(fmt::format("{}: {} rows of {} columns are more than {} entries; keep a sample of the rows", file,
                                 rows, columns, most));
}

DataSet table_of(const DataFlags& flags) {
  const Announcement announcement(fmt::format("reading {}", on_one_line(flags.file)));
  CsvOptions options = csv_options(flags);
  options.accept_shape = [&](Eigen::Index rows, Eigen::Index columns) {
    require_few_entries(rows, columns, flags.file);
    require_moderate_side(rows, columns, flags);
  };
  DataSet table = read_csv(flags.file, flags.target, options);
  return flags.standardise ? standardised(std::move(table)) : table;
}

double ridge_of(const DataSet& table, const DataFlags& flags) {
  return flags.ridge.value_or(flags.model == "least-squares" ? 0 : 1 / double(table.rows()));
}

ObjectivePtr model_of(const DataSet& table, const DataFlags& flags) {
  const Announcement announcement(
      fmt::format("computing L, μ and the minimum of the {} × {} table", table.rows(), table.x.cols() + 1));
  const double ridge = ridge_of(table, flags);
  const ObjectivePtr model = flags.model == "least-squares" ? make_objective(least_squares(table, ridge))
                                                            : make_objective(logistic_regression(table, ridge));
  model->over<Interval>().minimum();  // kept, so that no worker finds it again
  return model;
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
  command
      .add_option("--separator", flags.separator,
                  "what stands between fields: comma, semicolon, tab, blanks or a letter; else found out")
      ->check(is_separator())
      ->type_name("NAME")
      ->needs(file)
      ->group(group);
  command
      .add_option_function<std::string>(
          "--header", [&flags](const std::string& word) { flags.header = word == "auto" ? "" : word; },
          "whether the table's first line is a header; auto finds out")
      ->check(CLI::IsMember({"yes", "no", "auto"}))
      ->type_name("yes|no|auto")
      ->default_str("auto")
      ->needs(file)
      ->group(group);
  command
      .add_option("--missing", flags.missing,
                  "drop leaves out rows with an empty field, ?, NA, N/A, NaN, null or none; else they are refused")
      ->check(CLI::IsMember({"drop"}))
      ->type_name("drop")
      ->needs(file)
      ->group(group);
  command.add_option("--classes", flags.classes, "the two words of the target, as in no,yes; they become 0 and 1")
      ->check(are_classes())
      ->type_name("A,B")
      ->needs(file)
      ->group(group);
  command.add_option("--leave-out", flags.leave_out, "columns that are no features, by name or number")
      ->delimiter(',')
      ->type_name("COLUMN,…")
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
  const DataOptions options{.file = flags.file,
                            .checksum = table.checksum,
                            .target = target_of(table, chosen),
                            .separator = chosen.separator,
                            .header = chosen.header,
                            .missing = chosen.missing,
                            .classes = chosen.classes,
                            .leave_out = fmt::format("{}", fmt::join(chosen.leave_out, ",")),
                            .model = chosen.model,
                            .ridge = ridge_of(table, chosen),
                            .standardise = chosen.standardise,
                            .reading = table.reading};
  return DataChecks{fmt::format("{}, {}", table.name, chosen.model), options, std::move(checks)};
}

std::string options_to_repeat(const DataFlags& flags) {
  if (flags.none) return " --no-data";
  if (flags.file.empty()) return "";
  std::string text =
      fmt::format(" --data {} --target {} --model {}", quoted(flags.file), quoted(flags.target), flags.model);
  if (!flags.separator.empty()) text += " --separator " + quoted(flags.separator);
  if (!flags.header.empty()) text += " --header " + flags.header;
  if (!flags.missing.empty()) text += " --missing " + flags.missing;
  if (!flags.classes.empty()) text += " --classes " + quoted(flags.classes);
  for (const std::string& column : flags.leave_out) text += " --leave-out " + quoted(column);
  if (flags.ridge) text += fmt::format(" --ridge {}", *flags.ridge);
  return text + (flags.standardise ? " --standardise" : "");
}

}  // namespace verigrad::app
