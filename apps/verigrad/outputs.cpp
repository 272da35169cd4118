#include "outputs.hpp"

#include <fmt/format.h>

#include "selection.hpp"

namespace verigrad::app {
namespace {

void require_no_input(const std::optional<OutputFile>& output, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs)
    if (output && !input.empty() && output->is_same_as(input))
      throw UsageError(fmt::format("{} is read, and would be replaced by the report; name another file for it", input));
}

}  // namespace

Outputs::Outputs(const std::string& json_name, const std::string& junit_name, const std::vector<std::string>& inputs) {
  if (!json_name.empty()) json.emplace(json_name);
  if (!junit_name.empty()) junit.emplace(junit_name);
  if (json && junit && json->is_same_as(*junit))
    throw UsageError(fmt::format("--json {} and --junit {} are one place; name two", json_name, junit_name));
  require_no_input(json, inputs);
  require_no_input(junit, inputs);
}

std::FILE* Outputs::for_people() const {
  const auto is_taken_by = [](const std::optional<OutputFile>& file) { return file && file->is_standard_output(); };
  return is_taken_by(json) || is_taken_by(junit) ? stderr : stdout;
}

}  // namespace verigrad::app
