// run_tasks: checks in processes, at most so many at once. What is found does not depend on how many, nor on the order
// in which they end.
#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "verigrad/report/finding.hpp"

namespace verigrad {

/// How run_tasks goes about it.
struct WorkerOptions {
  Settings settings = {};
  int jobs = 1;
  double time_limit = std::numeric_limits<double>::infinity();  ///< seconds a check
  int stop_descriptor = -1;  ///< when it can be read, all workers are ended and the run with them
};

/// Runs every task in a worker and hands over each finding when it ends; calls `meanwhile` at least once a second. A
/// worker runs several tasks one after the other; what is found of one does not depend on those before it. A crash, an
/// exit, an exception or a time-out is an error of that task alone: one that falls or times out after others in its
/// process is run again in one of its own, and its evidence says so. Where the system gives no more processes
/// or descriptors, fewer run at once; throws std::system_error when it gives none at all. Returns whether all tasks
/// came to their end.
bool run_tasks(
    const std::vector<Task>& tasks, const WorkerOptions& options, const std::function<void(Finding)>& found,
    const std::function<void()>& meanwhile = [] {});

}  // namespace verigrad
