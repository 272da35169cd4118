// verigrad verify: runs the checks of all or some statements and reports what they found.
#include <charconv>
#include <memory>

#include <fmt/format.h>

#include "verigrad/report/file.hpp"
#include "verigrad/report/junit.hpp"
#include "verigrad/report/record.hpp"
#include "verigrad/report/table.hpp"

#include "command.hpp"
#include "data.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct VerifyFlags {
  std::vector<std::string> words;
  WorkerOptions options;
  std::string shard = "1/1";
  std::string json, junit;
  bool strict = false;
  bool verbose = false;
  DataFlags data;
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
            return shard_in(text) ? "" : fmt::format("\"{}\" is not I/N with 1 ≤ I ≤ N, as in 2/3", text);
          },
          ""};
}

std::vector<Task> tasks_for(const Selection& selection, std::optional<DataChecks> table, const Shard& shard) {
  std::vector<Task> tasks;
  append_tasks(tasks, checks_of(selection), "");
  if (table) {
    std::erase_if(table->checks, [&](const Check& check) { return !selection.contains(check.id.statement); });
    append_tasks(tasks, std::move(table->checks), table->label);
  }
  std::erase_if(tasks, [&](const Task& task) { return !shard.contains(task.index); });
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
  return fmt::format("--seed {} --cases {}{}", flags.options.settings.seed, flags.options.settings.cases,
                     options_to_repeat(flags.data));
}

/// Writes the JSON and JUnit files. Returns why not, or nothing.
std::string saved(const Report& report, const VerifyFlags& flags) {
  try {
    save_json(report, flags.json);
    if (!flags.junit.empty()) write_file(flags.junit, to_junit(report, flags.strict));
    return "";
  } catch (const FileError& error) {
    return error.what();
  }
}

void print(const Report& report, const VerifyFlags& flags) {
  if (!report.findings.empty()) fmt::print("{}\n", flags.verbose ? check_table(report) : statement_table(report));
  if (flags.verbose) fmt::print("{}", notes(report));
  fmt::print("{}{}", problems(report, options_to_repeat(flags)), summary_line(report));
}

int verify(const VerifyFlags& flags) {
  for (const std::string& file : {flags.json, flags.junit})
    if (!file.empty()) require_writable(file);
  const Selection selection = select(flags.words);
  require_statements(selection);
  Report report;
  report.shard = *shard_in(flags.shard);
  report.open = selection.open;
  if (!flags.words.empty()) report.statements = words_for(selection);
  std::optional<DataChecks> table = checks_on_data(flags.data);
  if (table) report.data = table->options;
  const std::vector<Task> tasks = tasks_for(selection, std::move(table), report.shard);
  const int signal_number = run(report, tasks, flags.options, flags.json);
  const std::string complaint = saved(report, flags);
  print(report, flags);
  if (!complaint.empty()) throw FileError(complaint);
  return signal_number ? interrupted(signal_number, report) : exit_status(report, flags.strict);
}

}  // namespace

void add_verify(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("verify", "run the checks of all or some statements");
  command->footer(
      "Examples:\n"
      "  verigrad verify\n"
      "  verigrad verify mathdnn/6.5 --cases 1000 --seed 7 --json report.json --junit report.xml\n"
      "  verigrad verify --shard 1/2 --json shard1.json\n"
      "Exit status: 0 all decided as expected, 1 a check fails, 2 wrong usage or bad input,\n"
      "3 (--strict) something is undecided or open.");
  const auto flags = std::make_shared<VerifyFlags>();
  command->add_option("statements", flags->words, "ids or stems; all statements when none is named")->type_name("ID");
  add_run_flags(*command, flags->options);
  command->add_option("--shard", flags->shard, "run part I of N only")
      ->type_name("I/N")
      ->check(is_shard())
      ->capture_default_str();
  command->add_option("--json", flags->json, "keep the report in this file")->type_name("FILE")->check(not_empty());
  command->add_option("--junit", flags->junit, "write the report as JUnit XML")->type_name("FILE")->check(not_empty());
  command->add_flag("--strict", flags->strict, "exit status 3 when something is undecided or open");
  command->add_flag("--verbose,-v", flags->verbose, "one row a check, and what each found");
  add_data_flags(*command, flags->data);
  command->callback([=, &action] { action = [=] { return verify(*flags); }; });
}

}  // namespace verigrad::app
