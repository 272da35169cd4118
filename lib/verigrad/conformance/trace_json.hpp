// The parts of a trace as JSON: what a process is asked, and how its answers are read.
#pragma once

#include <nlohmann/json.hpp>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// The head, as the first line of a trace has it.
nlohmann::ordered_json json_of(const TraceHead& head);
/// {"lr", "gradients"}
nlohmann::ordered_json json_of(const StepInput& input);
/// One list of numbers a tensor, from the field "parameters" of an answer to the given step. `name` stands for who
/// answered. Throws TraceError.
std::vector<Entries> parameters_in(const nlohmann::json& answer, const TraceHead& head, int step,
                                   const std::string& name);

}  // namespace verigrad::conformance
