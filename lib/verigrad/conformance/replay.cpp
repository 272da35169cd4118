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

}  // namespace

Replay replay(const Dialect& dialect, const Trace& trace, Arithmetic arithmetic) {
  Replay result;
  Execution execution(dialect, trace.head, arithmetic);
  const std::vector<Entries> first = first_parameters(trace.head);
  for (std::size_t i = 0; i < trace.steps.size(); ++i) {
    const std::vector<Entries>& before = i == 0 ? first : trace.steps[i - 1].parameters;
    const auto& possible = execution.step(before, trace.steps[i], rate_after(trace, i));
    if (!compare(trace.steps[i], possible, int(i) + 1, result)) break;
  }
  return result;
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
