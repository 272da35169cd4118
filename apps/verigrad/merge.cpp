// verigrad merge: one report from those of all shards.
#include <memory>

#include <fmt/format.h>

#include "verigrad/report/comparison.hpp"
#include "verigrad/report/json.hpp"
#include "verigrad/report/junit.hpp"
#include "verigrad/report/table.hpp"

#include "command.hpp"
#include "outputs.hpp"
#include "report_file.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct MergeFlags {
  std::vector<std::string> shards;
  std::string json, junit, against;
  bool strict = false;
};

int merge(const MergeFlags& flags) {
  std::vector<std::string> inputs = flags.shards;
  inputs.push_back(flags.against);
  const Outputs outputs(flags.json, flags.junit, inputs);
  std::vector<Report> shards;
  for (const std::string& file : flags.shards) shards.push_back(load_report(file));
  Report whole = merged(shards, flags.shards);
  if (!flags.against.empty()) whole.against = against(load_report_of_any_version(flags.against), whole);
  outputs.json->write(to_json(whole));
  if (outputs.junit) outputs.junit->write(to_junit(whole, flags.strict));
  fmt::print(outputs.for_people(), "{}{}", setbacks(whole), summary_line(whole));
  return exit_status(whole, flags.strict);
}

}  // namespace

void add_merge(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("merge", "one report from those of all shards of a run");
  command->footer("Example: verigrad merge shard1.json shard2.json --json all.json");
  const auto flags = std::make_shared<MergeFlags>();
  command->add_option("shards", flags->shards, "JSON reports of all shards")
      ->type_name("FILE")
      ->check(not_empty())
      ->required();
  command->add_option("--json", flags->json, "where to write the merged report; - for standard output")
      ->type_name("FILE")
      ->check(not_empty())
      ->required();
  command->add_option("--junit", flags->junit, "also write it as JUnit XML")->type_name("FILE")->check(not_empty());
  command
      ->add_option("--against", flags->against,
                   "an earlier report: tells what passes no longer, is lost or has a smaller margin")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_flag("--strict", flags->strict, "exit status 3 when something is undecided or open");
  command->callback([=, &action] { action = [=] { return merge(*flags); }; });
}

}  // namespace verigrad::app
