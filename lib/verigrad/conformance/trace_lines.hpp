// The lines of a trace, read one after the other.
#pragma once

#include <optional>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// Reads head and steps from lines, and holds the last step.
class TraceLines {
public:
  /// `name` stands for the trace in messages.
  explicit TraceLines(std::string name) : name_(std::move(name)) {}

  /// Takes a line, with or without its end. True when it was a step. Throws TraceError.
  bool take(std::string_view line);
  /// To be given the first line again; the head stays known.
  void rewind();

  bool has_head() const { return head_.has_value(); }
  const TraceHead& head() const { return *head_; }
  const TraceStep& step() const { return step_; }
  TraceStep& step() { return step_; }
  /// Throw TraceError where there was none.
  void require_head() const;
  void require_steps() const;

private:
  std::string name_;
  std::size_t line_ = 0;
  int steps_ = 0;
  bool past_head_ = false;
  std::optional<TraceHead> head_ = {};
  TraceStep step_ = {};
};

}  // namespace verigrad::conformance
