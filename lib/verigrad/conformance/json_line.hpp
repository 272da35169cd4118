// Lines of JSON as programs print them: with numbers that are not finite.
#pragma once

#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

namespace verigrad {

/// The line read strictly. What is not finite has no number in JSON: Python's NaN, Infinity and -Infinity and C's nan
/// and inf are taken too, and become strings. Throws nlohmann::json::exception for what is no JSON, and
/// std::invalid_argument for a name that stands twice in one object or what is nested without sense.
nlohmann::json json_line(std::string_view line);

/// The number, or what such a string says; nothing for any other value.
std::optional<double> any_number_in(const nlohmann::json& value);

}  // namespace verigrad
