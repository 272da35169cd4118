// record_run: runs tasks into a report whose JSON file is never more than a second behind, so that a killed run leaves
// what it had decided.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "verigrad/report/file.hpp"
#include "verigrad/report/report.hpp"
#include "verigrad/report/workers.hpp"

namespace verigrad {

/// Who hears of a run while it goes on.
struct RunListener {
  std::function<void(const Finding&)> found = [](const Finding&) {};
  /// The report cannot be written; said once until it can be again. The run goes on and tries each second.
  std::function<void(const std::string& why)> unsaved = [](const std::string&) {};
};

/// How a run ended.
struct RunEnd {
  bool finished = false;  ///< whether all tasks came to their end
  std::string unsaved;    ///< why the last findings are not in the file; empty if they are
};

/// Runs the tasks, adds each finding to the report, and rewrites `json` (unless null) at the start, at most once a
/// second while there is something new, and at the end, whatever ends the run; a stream is written at the end only.
/// Throws FileError when the file cannot be written at the start.
RunEnd record_run(Report& report, const std::vector<Task>& tasks, const WorkerOptions& options, const OutputFile* json,
                  const RunListener& listener = {});

}  // namespace verigrad
