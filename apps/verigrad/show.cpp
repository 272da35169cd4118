// verigrad show: one statement in full, with what its checks find.
#include "verigrad/report/show.hpp"

#include <memory>

#include <fmt/format.h>

#include "verigrad/evidence/catalogue.hpp"

#include "command.hpp"
#include "kernel_flags.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct ShowFlags {
  std::string word;
  RunFlags run;
  KernelFlags kernel;
};

/// What has no checks: an open statement, a figure.
int show_entry(const CatalogueEntry& entry) {
  const bool figure = entry.kind == CatalogueEntry::Kind::figure;
  const std::string state = !entry.open() ? fmt::format("`verigrad plot {}` draws it", entry.stem)
                            : figure      ? "open: it is not drawn yet"
                                          : "open: it has no checks yet";
  fmt::print("{}\n{}\n{}\n", entry.id, entry.title, state);
  return 0;
}

int show(const ShowFlags& flags) {
  const Selection selection = select({flags.word});
  if (selection.statements.empty()) return show_entry(*find_entry(flags.word));
  std::vector<Task> tasks;
  append_tasks(tasks, checks_of(selection), "");
  append_tasks(tasks, kernel_checks_of(selection, flags.kernel), "");
  Report report;
  if (const int signal_number = run(report, tasks, flags.run.options()).signal_number)
    return interrupted(signal_number, report);
  fmt::print("{}", verigrad::show(selection.statements.front(), report.findings));
  return exit_status(report, false);
}

}  // namespace

void add_show(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("show", "one statement in full, with what its checks find");
  command->footer("Example: verigrad show mathdnn/6.5");
  const auto flags = std::make_shared<ShowFlags>();
  command->add_option("statement", flags->word, "id or stem of the statement")->type_name("ID")->required();
  add_run_flags(*command, flags->run);
  add_kernel_flags(*command, flags->kernel);
  command->callback([=, &action] { action = [=] { return show(*flags); }; });
}

}  // namespace verigrad::app
