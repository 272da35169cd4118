// verigrad probe: gradients that part the dialects of a method.
#include "verigrad/conformance/probe.hpp"

#include <memory>

#include <fmt/format.h>

#include "verigrad/conformance/dialect_tables.hpp"

#include "command.hpp"
#include "run_flags.hpp"

namespace verigrad::app {
namespace {

using namespace conformance;

struct ProbeFlags {
  std::string method, dtype = "float32";
  bool dialects = false;
};

int print_methods() {
  for (const Method& method : methods()) fmt::print("{:<14} {} ({})\n", method.name, method.title, method.source);
  return 0;
}

int print_dialects() {
  fmt::print("{}", dialect_tables());
  return 0;
}

int print_probe(const ProbeFlags& flags) {
  if (flags.dialects) return print_dialects();
  if (flags.method.empty()) return print_methods();
  fmt::print("{}", to_json_lines(probe(method_named(flags.method), dtype_named(flags.dtype))));
  return 0;
}

}  // namespace

void add_probe(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("probe", "gradients to be answered, that tell what an optimiser computes");
  command->footer(
      "Example: verigrad probe adam > probe.jsonl\n"
      "A program answers by adding \"parameters\" to each line after the first: docs/conformance.md.");
  const auto flags = std::make_shared<ProbeFlags>();
  command->add_option("method", flags->method, "the method to be told; all are listed when none is named")
      ->type_name("METHOD");
  command->add_option("--dtype", flags->dtype, "float64, float32, float16 or bfloat16")->capture_default_str();
  command->add_flag("--dialects", flags->dialects, "the tables of all dialects, as Markdown");
  command->callback([=, &action] { action = [=] { return print_probe(*flags); }; });
}

}  // namespace verigrad::app
