// The options of every command that runs checks.
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "verigrad/report/workers.hpp"

namespace verigrad::app {

struct RunFlags {
  Settings settings;
  int jobs = 1;
  std::optional<double> time_limit;  ///< seconds a check; 0 for none

  /// A check's limit is by default ten minutes for each hundred cases, and ten minutes at least: what runs longer
  /// hangs.
  WorkerOptions options() const;
};

/// Adds --cases, --seed, --jobs and --time-limit. Jobs default to the processors at hand.
void add_run_flags(CLI::App& command, RunFlags& flags);

/// A whole number within [lowest, highest].
CLI::Validator whole_number(std::uint64_t lowest, std::uint64_t highest);

/// From 1 to 4096.
CLI::Validator is_number_of_jobs();
int processors_at_hand();

/// A finite number ≥ 0.
CLI::Validator number_at_least_0();

/// The word as a message may hold it: a long one without its middle.
std::string quotable(const std::string& word);

/// A word, for the name of a file.
CLI::Validator not_empty();

}  // namespace verigrad::app
