// verigrad errata: false printed forms with their counterexamples.
#include "verigrad/report/errata.hpp"

#include <memory>

#include <fmt/format.h>

#include "command.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct ErrataFlags {
  std::vector<std::string> words;
  bool markdown = false;
  RunFlags run;
};

/// A line for each statement that was named and has no errata.
std::string without_errata(const Selection& selection) {
  std::string text;
  for (const Statement& statement : selection.statements)
    if (statement.errata.empty()) text += fmt::format("{}  {}: no errata\n", statement.id, statement.title);
  for (const std::string& id : selection.open) text += fmt::format("{}: open, it has no checks yet\n", id);
  return text;
}

int errata(const ErrataFlags& flags) {
  const Selection selection = select(flags.words);
  require_statements(selection);
  std::vector<Check> checks = checks_of(selection);
  std::erase_if(checks, [](const Check& c) { return !decides_erratum(c.id); });
  std::vector<Task> tasks;
  append_tasks(tasks, std::move(checks), "");
  Report report;
  if (const int signal_number = run(report, tasks, flags.run.options()).signal_number)
    return interrupted(signal_number, report);
  const auto forms = refuted_forms(selection.statements, report.findings);
  fmt::print("{}", flags.markdown ? errata_markdown(forms) : errata_text(forms));
  if (!flags.markdown && !flags.words.empty()) fmt::print("{}", without_errata(selection));
  return exit_status(report, false);
}

}  // namespace

void add_errata(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("errata", "false printed forms with their counterexamples");
  command->footer("Example: verigrad errata --markdown > docs/errata.md");
  const auto flags = std::make_shared<ErrataFlags>();
  command->add_option("statements", flags->words, "ids or stems; all statements when none is named")->type_name("ID");
  command->add_flag("--markdown", flags->markdown, "as Markdown, the form of docs/errata.md");
  add_run_flags(*command, flags->run);
  command->callback([=, &action] { action = [=] { return errata(*flags); }; });
}

}  // namespace verigrad::app
