#include "verigrad/conformance/optimiser_program.hpp"

#include <fmt/format.h>

#include "verigrad/conformance/trace_json.hpp"

namespace verigrad::conformance {
namespace {

nlohmann::json answer(Process& process, const char* request, nlohmann::json argument) {
  nlohmann::json reply = process.ask({{request, std::move(argument)}});
  if (const auto error = reply.find("error"); error != reply.end())
    throw ProcessError(fmt::format("the program answered {} with the error: {}", request,
                                   error->is_string() ? error->get<std::string>() : error->dump()));
  return reply;
}

/// A process's words for NaN and infinities as the null that a trace has for them.
void replace_words(nlohmann::json& value) {
  if (value == "NaN" || value == "Infinity" || value == "-Infinity") value = nullptr;
  if (value.is_array())
    for (nlohmann::json& part : value) replace_words(part);
}

}  // namespace

StartOptimiser optimiser_in(Process& process) {
  return [&process](const TraceHead& head) -> TakeStep {
    answer(process, "start", json_of(head));
    return [&process, head, step = 0](const StepInput& input) mutable {
      nlohmann::json reply = answer(process, "step", json_of(input));
      if (const auto parameters = reply.find("parameters"); parameters != reply.end()) replace_words(*parameters);
      return parameters_in(reply, head, ++step, "the program");
    };
  };
}

}  // namespace verigrad::conformance
