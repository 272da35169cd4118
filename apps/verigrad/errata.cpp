// verigrad errata: false printed forms with their counterexamples.
#include "verigrad/report/errata.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "command.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct ErrataFlags {
  std::vector<std::string> words;
  std::string text, weight;  ///< empty for all
  bool json = false, markdown = false, letter = false, verbose = false;
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

const SourceText* text_named(const std::string& key) {
  const auto found = std::ranges::find(source_texts(), key, &SourceText::key);
  return found == source_texts().end() ? nullptr : &*found;
}

std::vector<std::string> text_names() {
  std::vector<std::string> names;
  for (const SourceText& text : source_texts()) names.emplace_back(text.key);
  return names;
}

std::vector<std::string> weight_names() {
  std::vector<std::string> names;
  for (const Weight weight : all_weights) names.emplace_back(name(weight));
  return names;
}

/// The statements with the errata that are asked for only.
Selection selected(const ErrataFlags& flags) {
  Selection selection = select(flags.words);
  require_statements(selection);
  if (!flags.text.empty()) {
    std::erase_if(selection.statements, [&](const Statement& s) { return text_of(s) != flags.text; });
    selection.open.clear();
  }
  if (!flags.weight.empty())
    for (Statement& statement : selection.statements)
      std::erase_if(statement.errata, [&](const Erratum& e) { return name(e.weight) != flags.weight; });
  return selection;
}

std::string written(const ErrataFlags& flags, const std::vector<RefutedForm>& forms) {
  if (flags.letter) return errata_letter(*text_named(flags.text), forms);
  if (flags.markdown) return errata_markdown(forms);
  if (flags.json) return errata_json(forms);
  return errata_text(forms, flags.verbose ? Detail::instances : Detail::by_hand);
}

int errata(const ErrataFlags& flags) {
  if (flags.letter && flags.text.empty()) throw UsageError("--letter is to one author: name the text by --text");
  const Selection selection = selected(flags);
  std::vector<Check> checks = checks_of(selection);
  std::erase_if(checks, [&](const Check& check) {
    return !decides_erratum(check.id) && !fills_gap(check.id, selection.statements);
  });
  std::vector<Task> tasks;
  append_tasks(tasks, std::move(checks), "");
  Report report;
  if (const int signal_number = run(report, tasks, flags.run.options()).signal_number)
    return interrupted(signal_number, report);
  fmt::print("{}", written(flags, refuted_forms(selection.statements, report.findings)));
  const bool as_text = !flags.letter && !flags.markdown && !flags.json;
  if (as_text && flags.weight.empty() && !flags.words.empty()) fmt::print("{}", without_errata(selection));
  return exit_status(report, false);
}

}  // namespace

void add_errata(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("errata", "false printed forms with their counterexamples");
  command->footer(
      "Examples:\n"
      "  verigrad errata --text mfds --weight statement\n"
      "  verigrad errata --markdown > docs/errata.md\n"
      "  verigrad errata --text mfds --letter > docs/errata/mfds.md");
  const auto flags = std::make_shared<ErrataFlags>();
  command->add_option("statements", flags->words, "ids or stems; all statements when none is named")->type_name("ID");
  command->add_option("--text", flags->text, fmt::format("of one text: {}", fmt::join(text_names(), ", ")))
      ->type_name("TEXT")
      ->check(CLI::IsMember(text_names()));
  command->add_option("--weight", flags->weight, fmt::format("of one weight: {}", fmt::join(weight_names(), ", ")))
      ->type_name("WEIGHT")
      ->check(CLI::IsMember(weight_names()));
  command->add_flag("--verbose", flags->verbose, "with the exact instances that the checks decide");
  CLI::Option* json = command->add_flag("--json", flags->json, "as JSON");
  CLI::Option* markdown = command->add_flag("--markdown", flags->markdown, "as Markdown, the form of docs/errata.md");
  command->add_flag("--letter", flags->letter, "as a letter to the author of a text, the form of docs/errata/TEXT.md")
      ->excludes(json)
      ->excludes(markdown);
  json->excludes(markdown);
  add_run_flags(*command, flags->run);
  command->callback([=, &action] { action = [=] { return errata(*flags); }; });
}

}  // namespace verigrad::app
