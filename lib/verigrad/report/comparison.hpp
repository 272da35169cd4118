// What changed between two reports, check by check.
#pragma once

#include <string>
#include <vector>

#include "verigrad/report/report.hpp"

namespace verigrad {

/// A check in the earlier and in the later report.
struct Change {
  const Finding* before;
  const Finding* after;
};

/// The differences between two reports; it points into both.
struct Comparison {
  std::vector<Change> broken;         ///< passed before, and no longer
  std::vector<Change> mended;         ///< passes now, and did not before
  std::vector<Change> shrunk;         ///< passes in both, with a smaller margin now
  std::vector<const Finding*> lost;   ///< only in the earlier report
  std::vector<const Finding*> added;  ///< only in the later report, or not checked in the earlier
  bool nothing() const { return broken.empty() && mended.empty() && shrunk.empty() && lost.empty() && added.empty(); }
};

/// Checks are the same by statement, table of data, kind, name, and place among those that share all of these. Both
/// reports must outlive the result. Margins are compared where both runs drew alike: same seed, same number of cases. A
/// check that one of them could not make there, for want of its tool, is neither broken nor mended nor lost.
Comparison compared(const Report& before, const Report& after);

/// What `after` has less of than `before`, as far as it ran what that did: of its statements, and on a table where both
/// ran on the same. A shard and a run that was stopped have lost nothing.
Against against(const Report& before, const Report& after);

}  // namespace verigrad
