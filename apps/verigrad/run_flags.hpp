// The options of every command that runs checks.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "verigrad/report/workers.hpp"

namespace verigrad::app {

/// Adds --cases, --seed, --jobs and --time-limit. Jobs default to the processors at hand.
void add_run_flags(CLI::App& command, WorkerOptions& options);

/// A whole number within [lowest, highest].
CLI::Validator whole_number(std::uint64_t lowest, std::uint64_t highest);

/// A number > 0, or ≥ 0.
CLI::Validator positive_number();
CLI::Validator number_at_least_0();

/// A word, for the name of a file.
CLI::Validator not_empty();

}  // namespace verigrad::app
