// Running checks for a command, with progress on a terminal and a clean end on Ctrl-C.
#pragma once

#include <string>
#include <vector>

#include "verigrad/report/record.hpp"

namespace verigrad::app {

struct RunResult {
  int signal_number = 0;  ///< that stopped the run, or 0
  std::string unsaved;    ///< why the report's file lacks the last findings, or nothing
};

/// Runs the tasks into the report, kept current in `json` unless that is null.
RunResult run(Report& report, const std::vector<Task>& tasks, WorkerOptions options, const OutputFile* json = nullptr);

/// 128 + signal.
int status_by_signal(int signal_number);

/// status_by_signal, with a line on standard error that says what was left.
int interrupted(int signal_number, const Report& report);

}  // namespace verigrad::app
