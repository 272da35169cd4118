// The subcommands, one file each: every add_… puts its options into the program, and its work into `action` when it
// is called for.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace verigrad::app {

/// Does what a subcommand is for and returns the exit status.
using Action = std::function<int()>;

void add_list(CLI::App& program, Action& action);
void add_show(CLI::App& program, Action& action);
void add_verify(CLI::App& program, Action& action);
void add_plot(CLI::App& program, Action& action);
void add_errata(CLI::App& program, Action& action);
void add_merge(CLI::App& program, Action& action);
void add_report(CLI::App& program, Action& action);
void add_check(CLI::App& program, Action& action);
void add_check_optimiser(CLI::App& check, Action& action);
void add_check_gradient(CLI::App& check, Action& action);
void add_probe(CLI::App& program, Action& action);
void add_rate(CLI::App& program, Action& action);

}  // namespace verigrad::app
