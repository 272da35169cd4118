// What a trial found of a foreign optimiser: for people, as JSON (docs/trial.schema.json) and as JUnit XML.
#pragma once

#include <string>

#include "verigrad/trial/trial.hpp"

namespace verigrad::trial {

/// One line that sums up, and for the first problems with a fault the steps and claims that tell it.
std::string to_text(const Findings& findings);
/// `program` says what was run.
std::string to_json(const Findings& findings, const std::string& program);
/// One test case a problem.
std::string to_junit(const Findings& findings, const std::string& program);

/// 0 where all holds, 1 where a step or a claim fails; 3: with `strict`, where a claim is open.
int exit_status(const Findings& findings, bool strict);

}  // namespace verigrad::trial
