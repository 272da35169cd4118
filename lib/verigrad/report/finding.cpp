#include "verigrad/report/finding.hpp"

#include <algorithm>
#include <iterator>

namespace verigrad {

bool is_problem(const Finding& finding) {
  return finding.outcome() != Outcome::passed && finding.outcome() != Outcome::not_checked;
}

std::vector<Finding> of_kind(const std::vector<Finding>& findings, Kind kind) {
  std::vector<Finding> result;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(result),
               [&](const Finding& finding) { return finding.id.kind == kind; });
  return result;
}

}  // namespace verigrad
