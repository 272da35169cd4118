// Whether each recorded step of a trace is what a dialect can give.
#pragma once

#include "verigrad/conformance/execution.hpp"
#include "verigrad/conformance/trace_source.hpp"

namespace verigrad::conformance {

/// The first recorded entry outside of what a dialect can give.
struct Departure {
  int step;  ///< from 1
  std::size_t tensor, entry;
  double recorded;
  Interval possible;

  double middle() const { return possible.lower() / 2 + possible.upper() / 2; }
};

/// What a dialect says of a trace.
struct Replay {
  std::optional<Departure> departure = {};
  long decided = 0;    ///< entries that lie in a finite enclosure
  long unbounded = 0;  ///< entries whose enclosure is the whole line, which decides nothing
  double room = 0;     ///< the widest finite enclosure

  /// Every entry was decided, and none departs.
  bool fits() const { return !departure && unbounded == 0 && decided > 0; }
};

/// Runs each dialect from the recorded parameters of each step, and stops at its first departure. Each definition
/// encloses its exact result, so that what an exact replay within rounding excludes departs. The trace is read once, or
/// once for each few dialects where steps are large, and no farther than one of them gets. Throws std::invalid_argument
/// when a hyper-parameter is missing.
std::vector<Replay> replay_all(const std::vector<Dialect>& dialects, TraceSource& trace, Arithmetic arithmetic);
/// The same of one dialect, on a trace in memory.
Replay replay(const Dialect& dialect, const Trace& trace, Arithmetic arithmetic);

/// The run that the dialect itself gives in float64, up to rounding, on the head and the gradients of a trace.
Trace simulated(const Dialect& dialect, const Trace& inputs);

}  // namespace verigrad::conformance
