// verigrad check optimiser: what an optimiser of another program computes.
#include <memory>

#include <fmt/format.h>

#include "verigrad/report/identification_report.hpp"

#include "command.hpp"
#include "outputs.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

using namespace conformance;

struct CheckFlags {
  std::string trace, as, json, junit;
  bool strict = false;
};

/// The method of --as, or of the trace; none where neither says one.
const Method* declared_method(const CheckFlags& flags, const Trace& trace) {
  const std::string& name = flags.as.empty() ? trace.head.method : flags.as;
  return name.empty() ? nullptr : &method_named(name);
}

int check_optimiser(const CheckFlags& flags) {
  const Outputs outputs(flags.json, flags.junit, {flags.trace});
  const Trace trace = read_trace(read_file(flags.trace), flags.trace);
  const Identification found = identify(trace, declared_method(flags, trace));
  if (outputs.json) outputs.json->write(to_json(found, trace, flags.trace));
  if (outputs.junit) outputs.junit->write(to_junit(found, trace, flags.trace, flags.strict));
  fmt::print(outputs.for_people(), "{}", to_text(found, trace));
  return exit_status(found, flags.strict);
}

}  // namespace

void add_check_optimiser(CLI::App& check, Action& action) {
  CLI::App* command = check.add_subcommand("optimiser", "tell by name what a recorded run computes");
  command->footer(
      "Examples:\n"
      "  verigrad check optimiser run.jsonl --as adamw\n"
      "  verigrad check optimiser run.jsonl --json found.json --junit found.xml\n"
      "Exit status: 0 as declared, or told by name where nothing is declared, 1 something else, 2 wrong usage or bad "
      "input,\n3 (--strict) the run leaves open what the probe would decide. docs/conformance.md has the format.");
  const auto flags = std::make_shared<CheckFlags>();
  command->add_option("trace", flags->trace, "the recorded run, JSON lines")
      ->type_name("TRACE")
      ->check(not_empty())
      ->required();
  command->add_option("--as", flags->as, "the method that it is meant to be; in place of the trace's own word")
      ->type_name("METHOD")
      ->check(not_empty());
  command->add_option("--json", flags->json, "keep what was found in this file; - for standard output")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_option("--junit", flags->junit, "write it as JUnit XML, likewise")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_flag("--strict", flags->strict, "exit status 3 when the run leaves something open");
  command->callback([=, &action] { action = [=] { return check_optimiser(*flags); }; });
}

}  // namespace verigrad::app
