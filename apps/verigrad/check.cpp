// verigrad check: judges what others have programmed, in any language.
#include "command.hpp"

namespace verigrad::app {

void add_check(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("check", "judge an optimiser or a gradient of your own, in any language");
  command->require_subcommand(1);
  add_check_optimiser(*command, action);
  add_check_gradient(*command, action);
}

}  // namespace verigrad::app
