#include "verigrad/conformance/play.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace verigrad::conformance {
namespace {

[[noreturn]] void refuse_answer(std::size_t step, const std::string& fault_and_remedy) {
  throw TraceError(fmt::format("step {}: {}", step, fault_and_remedy));
}

}  // namespace

void require_parameters(const std::vector<Entries>& parameters, const TraceHead& head, std::size_t step) {
  if (parameters.size() != head.tensors.size())
    refuse_answer(
        step, fmt::format("parameters of {} tensors, not {}; return them all", parameters.size(), head.tensors.size()));
  for (std::size_t t = 0; t < parameters.size(); ++t) {
    const TensorHead& tensor = head.tensors[t];
    if (parameters[t].size() != tensor.values.size())
      refuse_answer(step, fmt::format("{} numbers for the {} of tensor \"{}\"; return each of its entries",
                                      parameters[t].size(), tensor.values.size(), tensor.name));
    const auto strange =
        std::find_if(parameters[t].begin(), parameters[t].end(), [&](double x) { return !head.dtype->holds(x); });
    if (strange != parameters[t].end())
      refuse_answer(step, fmt::format("tensor \"{}\" holds {}, which no {} is; declare the dtype that it computes in",
                                      tensor.name, *strange, head.dtype->name));
  }
}

Trace play(const StartOptimiser& start, const Trace& inputs) {
  Trace result = inputs;
  const TakeStep take_step = start(inputs.head);
  for (std::size_t i = 0; i < result.steps.size(); ++i) {
    result.steps[i].parameters = take_step(inputs.steps[i]);
    require_parameters(result.steps[i].parameters, inputs.head, i + 1);
  }
  return result;
}

}  // namespace verigrad::conformance
