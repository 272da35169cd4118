// Running checks for a command, with progress on a terminal and a clean end on Ctrl-C.
#pragma once

#include <filesystem>
#include <vector>

#include "verigrad/report/report.hpp"
#include "verigrad/report/workers.hpp"

namespace verigrad::app {

/// Runs the tasks into the report, kept current in the file `json` unless that is empty. Returns the signal that
/// stopped the run, or 0.
int run(Report& report, const std::vector<Task>& tasks, WorkerOptions options, const std::filesystem::path& json = {});

/// 128 + signal, with a line on standard error that says what was left.
int interrupted(int signal_number, const Report& report);

}  // namespace verigrad::app
