// record_run: runs tasks into a report whose JSON file is current at every moment, so that a killed run leaves what
// it had decided.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "verigrad/report/report.hpp"
#include "verigrad/report/workers.hpp"

namespace verigrad {

/// Runs the tasks, adds each finding to the report and rewrites the file `json` (unless empty; a stream is left to the
/// last write) before `found` hears of it. Returns whether all tasks came to their end. Throws FileError when the file
/// cannot be written at the start; a later failure to write is met by the next write, at last save_json's.
bool record_run(Report& report, const std::vector<Task>& tasks, const WorkerOptions& options,
                const std::filesystem::path& json, const std::function<void(const Finding&)>& found);

/// Writes the report to `json` unless that is empty. Throws FileError.
void save_json(const Report& report, const std::filesystem::path& json);

}  // namespace verigrad
