#include "verigrad/conformance/replay.hpp"

#include <algorithm>

namespace verigrad::conformance {
namespace {

std::vector<Entries> first_parameters(const TraceHead& head) {
  std::vector<Entries> result;
  for (const TensorHead& tensor : head.tensors) result.push_back(tensor.values);
  return result;
}

/// The rate of the step after this one; of the last step, its own.
double rate_after(const Trace& trace, std::size_t step) {
  return trace.steps[std::min(step + 1, trace.steps.size() - 1)].rate;
}

/// Holds one step against the enclosures; false at a departure.
bool compare(const TraceStep& step, const std::vector<std::vector<Rounded>>& possible, int number, Replay& result) {
  for (std::size_t tensor = 0; tensor < possible.size(); ++tensor)
    for (std::size_t entry = 0; entry < possible[tensor].size(); ++entry) {
      const Rounded& set = possible[tensor][entry];
      const double recorded = step.parameters[tensor][entry];
      if (!set.is_finite()) {
        ++result.unbounded;
      } else if (!set.contains(recorded)) {
        result.departure = Departure{number, tensor, entry, recorded, set.set()};
        return false;
      } else {
        ++result.decided;
        result.room = std::max(result.room, set.width());
      }
    }
  return true;
}

/// A dialect that has not departed yet.
struct UnderWay {
  std::unique_ptr<Execution> execution;
  Replay* result;
};

/// All of them along the trace, until none is left.
void replay_together(std::vector<UnderWay> all, TraceSource& trace) {
  trace.rewind();
  std::vector<Entries> before = first_parameters(trace.head());
  const TraceStep* read = trace.next();
  for (int number = 1; read && !all.empty(); ++number) {
    const TraceStep step = *read;
    read = trace.next();
    std::erase_if(all, [&](const UnderWay& one) {
      return !compare(step, one.execution->step(before, step, read ? read->rate : step.rate), number, *one.result);
    });
    before = step.parameters;
  }
}

/// As many dialects as may be under way together: their states are to take some 100 MB at most.
std::size_t most_together(const TraceHead& head) {
  constexpr std::size_t most_entries = std::size_t(1) << 20;
  std::size_t entries = 1;
  for (const TensorHead& tensor : head.tensors) entries += tensor.values.size();
  return std::max<std::size_t>(1, most_entries / entries);
}

}  // namespace

std::vector<Replay> replay_all(const std::vector<Dialect>& dialects, TraceSource& trace, Arithmetic arithmetic) {
  std::vector<Replay> results(dialects.size());
  const std::size_t together = most_together(trace.head());
  for (std::size_t first = 0; first < dialects.size(); first += together) {
    std::vector<UnderWay> some;
    for (std::size_t i = first; i < std::min(first + together, dialects.size()); ++i)
      some.push_back({std::make_unique<Execution>(dialects[i], trace.head(), arithmetic), &results[i]});
    replay_together(std::move(some), trace);
  }
  return results;
}

Replay replay(const Dialect& dialect, const Trace& trace, Arithmetic arithmetic) {
  TraceInMemory source(trace);
  return replay_all({dialect}, source, arithmetic).front();
}

Trace simulated(const Dialect& dialect, const Trace& inputs) {
  Trace result = inputs;
  result.head.dtype = &float64;
  Execution execution(dialect, result.head, Arithmetic::of(float64));
  std::vector<Entries> now = first_parameters(inputs.head);
  for (std::size_t i = 0; i < inputs.steps.size(); ++i) {
    const auto& after = execution.step(now, inputs.steps[i], rate_after(inputs, i));
    for (std::size_t tensor = 0; tensor < now.size(); ++tensor)
      std::transform(after[tensor].begin(), after[tensor].end(), now[tensor].begin(),
                     [](const Rounded& set) { return set.is_finite() ? set.middle() : 0; });
    result.steps[i].parameters = now;
  }
  return result;
}

}  // namespace verigrad::conformance
