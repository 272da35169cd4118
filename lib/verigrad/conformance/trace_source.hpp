// Traces that are read step by step, as often as needed, so that no more than one step is in memory.
#pragma once

#include <memory>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// Where steps come from.
class TraceSource {
public:
  virtual ~TraceSource() = default;
  /// The first line, known before any step is read.
  virtual const TraceHead& head() const = 0;
  /// Goes back to before the first step.
  virtual void rewind() = 0;
  /// The next step, valid until the next call; null after the last. Throws TraceError.
  virtual const TraceStep* next() = 0;
};

/// A trace that is in memory, and outlives this.
class TraceInMemory : public TraceSource {
public:
  explicit TraceInMemory(const Trace& trace) : trace_(trace) {}
  const TraceHead& head() const override { return trace_.head; }
  void rewind() override { taken_ = 0; }
  const TraceStep* next() override { return taken_ < trace_.steps.size() ? &trace_.steps[taken_++] : nullptr; }

private:
  const Trace& trace_;
  std::size_t taken_ = 0;
};

/// The first steps of another source.
class FirstSteps : public TraceSource {
public:
  FirstSteps(TraceSource& source, long count) : source_(source), count_(count) { rewind(); }
  const TraceHead& head() const override { return source_.head(); }
  void rewind() override {
    source_.rewind();
    taken_ = 0;
  }
  const TraceStep* next() override { return taken_++ < count_ ? source_.next() : nullptr; }

private:
  TraceSource& source_;
  long count_, taken_ = 0;
};

/// A file of JSON lines, plain or gzip; what cannot be read twice, as a pipe, is kept in memory. Throws FileError or
/// TraceError.
std::unique_ptr<TraceSource> open_trace(const std::string& path);

}  // namespace verigrad::conformance
