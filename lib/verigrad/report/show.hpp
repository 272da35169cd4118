// show: one statement in full, with what its checks found.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/finding.hpp"

namespace verigrad {

/// "holds", "fails, as it must", or what is wrong.
std::string outcome_in_words(const Finding& finding);

/// A line of a proof with the finding of its check; null where none ran.
struct CheckedLine {
  std::string key, text;
  const Finding* finding;
};
/// The displayed lines of the proof in their order, then steps that are checked beyond them. The findings, of this
/// statement alone, must outlive the result.
std::vector<CheckedLine> checked_lines(const Statement& statement, const std::vector<Finding>& findings);

/// Statement, source, hypotheses, conclusions, proof steps, sharp instances, dropped hypotheses, planted mistakes and
/// errata, each with the finding of its check; `findings` may hold other statements' too.
std::string show(const Statement& statement, const std::vector<Finding>& findings);

}  // namespace verigrad
