// verigrad verify: runs the checks of all or some statements and reports what they found.
#include <charconv>
#include <memory>

#include <fmt/format.h>

#include "verigrad/report/comparison.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/file.hpp"
#include "verigrad/report/json.hpp"
#include "verigrad/report/junit.hpp"
#include "verigrad/report/table.hpp"

#include "command.hpp"
#include "data.hpp"
#include "kernel_flags.hpp"
#include "outputs.hpp"
#include "report_file.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct VerifyFlags {
  std::vector<std::string> words;
  RunFlags run;
  std::string shard = "1/1";
  std::string balance, json, junit, against;
  bool strict = false;
  bool verbose = false;
  DataFlags data;
  KernelFlags kernel;
};

std::optional<Shard> shard_in(const std::string& text) {
  Shard shard;
  const char* end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, shard.index);
  if (index.ec != std::errc() || index.ptr == end || *index.ptr != '/') return std::nullopt;
  const auto count = std::from_chars(index.ptr + 1, end, shard.count);
  const bool possible = shard.index >= 1 && shard.index <= shard.count;
  return count.ec == std::errc() && count.ptr == end && possible ? std::optional(shard) : std::nullopt;
}

CLI::Validator is_shard() {
  return {[](const std::string& text) {
            return shard_in(text) ? "" : fmt::format("\"{}\" is not I/N with 1 ≤ I ≤ N, as in 2/3", quotable(text));
          },
          ""};
}

/// Those of the kernel last, so that the numbers of the others do not depend on it.
std::vector<Task> tasks_for(const Selection& selection, std::optional<DataChecks> table, std::vector<Check> of_kernel) {
  std::vector<Task> tasks;
  append_tasks(tasks, checks_of(selection), "");
  if (table) {
    std::erase_if(table->checks, [&](const Check& check) { return !selection.contains(check.id.statement); });
    append_tasks(tasks, std::move(table->checks), table->label);
  }
  append_tasks(tasks, std::move(of_kernel), "");
  return tasks;
}

/// Stems of the statements, ids of those that have none yet.
std::vector<std::string> words_for(const Selection& selection) {
  std::vector<std::string> words;
  for (const Statement& statement : selection.statements) words.push_back(statement.stem);
  words.insert(words.end(), selection.open.begin(), selection.open.end());
  return words;
}

std::string options_to_repeat(const VerifyFlags& flags) {
  return fmt::format("--seed {} --cases {}{}", flags.run.settings.seed, flags.run.settings.cases,
                     options_to_repeat(flags.data) + options_to_repeat(flags.kernel));
}

/// Writes the JUnit file. Returns why not, or nothing.
std::string saved_as_junit(const Report& report, const Outputs& outputs, bool strict) {
  try {
    if (outputs.junit) outputs.junit->write(to_junit(report, strict));
    return "";
  } catch (const FileError& error) {
    return error.what();
  }
}

void print(const Report& report, const VerifyFlags& flags, std::FILE* to) {
  if (!report.findings.empty()) fmt::print(to, "{}\n", flags.verbose ? check_table(report) : statement_table(report));
  if (flags.verbose) fmt::print(to, "{}", notes(report));
  if (report.data && !report.data->file.empty())
    fmt::print(to, "{}: {}\n", on_one_line(report.data->file), on_one_line(report.data->reading));
  fmt::print(to, "{}{}{}", problems(report, options_to_repeat(flags)), setbacks(report), summary_line(report));
  fmt::print(to, "{}", not_checked_here(report));
}

/// Holds the report against the earlier one, and its file with it. Returns why that cannot be written, or nothing.
std::string held_against(const Report& earlier, Report& report, const Outputs& outputs) {
  report.against = against(earlier, report);
  try {
    if (outputs.json) outputs.json->write(to_json(report));
    return "";
  } catch (const FileError& error) {
    return error.what();
  }
}

std::optional<Report> report_named(const std::string& file) {
  return file.empty() ? std::nullopt : std::optional(load_report_of_any_version(file));
}

int verify(const VerifyFlags& flags) {
  const Outputs outputs(flags.json, flags.junit, {flags.data.file, flags.balance, flags.against});
  const std::optional<Report> earlier = report_named(flags.against), costs = report_named(flags.balance);
  const Selection selection = select(flags.words);
  require_statements(selection);
  Report report;
  report.shard = *shard_in(flags.shard);
  report.open = selection.open;
  if (!flags.words.empty()) report.statements = words_for(selection);
  std::optional<DataChecks> table = checks_on_data(flags.data);
  if (table) report.data = table->options;
  const std::vector<Task> tasks =
      share_of(tasks_for(selection, std::move(table), kernel_checks_of(selection, flags.kernel)), report.shard,
               costs ? &*costs : nullptr);
  if (outputs.junit) outputs.junit->remove();
  // A stream is written once: with what the comparison finds.
  const bool later = earlier && outputs.json && outputs.json->is_stream();
  RunResult result = run(report, tasks, flags.run.options(), later ? nullptr : outputs.json_or_null());
  if (earlier) result.unsaved = held_against(*earlier, report, outputs);
  const std::string complaint = saved_as_junit(report, outputs, flags.strict);
  print(report, flags, outputs.for_people());
  const int status =
      result.signal_number ? interrupted(result.signal_number, report) : exit_status(report, flags.strict);
  for (const std::string& unsaved : {result.unsaved, complaint})
    if (!unsaved.empty()) throw FileError(unsaved);
  return status;
}

}  // namespace

void add_verify(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("verify", "run the checks of all or some statements");
  command->footer(
      "Examples:\n"
      "  verigrad verify\n"
      "  verigrad verify mathdnn/6.5 --cases 1000 --seed 7 --json report.json --junit report.xml\n"
      "  verigrad verify --shard 1/2 --json shard1.json\n"
      "  verigrad verify mathdnn/6.5 --json - | jq .summary\n"
      "Exit status: 0 all decided as expected, 1 a check fails, 2 wrong usage or bad input,\n"
      "3 (--strict) something is undecided or open, 4 (--against) a check is broken or lost.");
  const auto flags = std::make_shared<VerifyFlags>();
  command->add_option("statements", flags->words, "ids or stems; all statements when none is named")->type_name("ID");
  add_run_flags(*command, flags->run);
  command->add_option("--shard", flags->shard, "run part I of N only")
      ->type_name("I/N")
      ->check(is_shard())
      ->capture_default_str();
  command
      ->add_option(
          "--balance", flags->balance,
          "a report that says what each check costs, for shards that take equally long; the same for all shards")
      ->type_name("FILE")
      ->check(not_empty());
  command
      ->add_option("--json", flags->json,
                   "keep the report in this file; - for standard output, the tables then go to standard error")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_option("--junit", flags->junit, "write the report as JUnit XML, likewise")
      ->type_name("FILE")
      ->check(not_empty());
  command
      ->add_option("--against", flags->against,
                   "an earlier report: tells what passes no longer, is lost or has a smaller margin")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_flag("--strict", flags->strict,
                    "exit status 3 when something is undecided or open, 4 for a smaller margin than --against has");
  command->add_flag("--verbose,-v", flags->verbose, "one row a check, and what each found");
  add_data_flags(*command, flags->data);
  add_kernel_flags(*command, flags->kernel);
  command->callback([=, &action] { action = [=] { return verify(*flags); }; });
}

}  // namespace verigrad::app
