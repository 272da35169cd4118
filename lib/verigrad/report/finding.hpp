// A task to run and what was found by it: one check, on generated instances or on one table of data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// A check that is to be run.
struct Task {
  std::size_t index = 0;  ///< place in the whole run, the same on every shard
  Check check;
  std::string data = {};               ///< the table and model the check runs on; empty for generated instances
  std::vector<std::string> code = {};  ///< what ships and is under test, "algorithm/adam.hpp: Adam"
};

/// What running a task found.
struct Finding {
  std::size_t index = 0;
  CheckId id;
  std::string data;
  Evidence evidence;
  double seconds = 0;
  std::vector<std::string> code = {};  ///< as in Task

  Outcome outcome() const { return outcome_of(id, evidence); }
};

/// Whether the check did not come to its end as expected. What is not checked here is no problem.
bool is_problem(const Finding& finding);

/// Those of one kind of check, in order.
std::vector<Finding> of_kind(const std::vector<Finding>& findings, Kind kind);

}  // namespace verigrad
