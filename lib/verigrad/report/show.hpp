// show: one statement in full, with what its checks found.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/finding.hpp"

namespace verigrad {

/// Statement, source, hypotheses, conclusions, proof steps, sharp instances, dropped hypotheses, planted mistakes and
/// errata, each with the finding of its check; `findings` may hold other statements' too.
std::string show(const Statement& statement, const std::vector<Finding>& findings);

}  // namespace verigrad
