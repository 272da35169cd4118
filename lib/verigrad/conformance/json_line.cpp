#include "verigrad/conformance/json_line.hpp"

#include <array>
#include <cctype>
#include <limits>
#include <string>
#include <utility>

#include "verigrad/text/strict_json.hpp"

namespace verigrad {
namespace {

bool continues_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// What stands for a number that is not finite at the beginning of `text`, and the string that JSON has for it.
std::pair<std::size_t, const char*> not_finite(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 9> words{{{"-Infinity", "\"-Infinity\""},
                                                                                  {"Infinity", "\"Infinity\""},
                                                                                  {"-inf", "\"-Infinity\""},
                                                                                  {"inf", "\"Infinity\""},
                                                                                  {"-NaN", "\"NaN\""},
                                                                                  {"NaN", "\"NaN\""},
                                                                                  {"-nan", "\"NaN\""},
                                                                                  {"nan", "\"NaN\""},
                                                                                  {"+inf", "\"Infinity\""}}};
  for (const auto& [word, quoted_word] : words)
    if (text.starts_with(word) && (text.size() == word.size() || !continues_a_word(text[word.size()])))
      return {word.size(), quoted_word};
  return {0, ""};
}

/// The line with strings in place of the numbers that JSON cannot write.
std::string with_strings_for_what_is_not_finite(std::string_view line) {
  std::string result;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size();) {
    const bool begins_a_word = !in_string && (i == 0 || !continues_a_word(line[i - 1]));
    const auto [length, word] = begins_a_word ? not_finite(line.substr(i)) : std::pair(std::size_t(0), "");
    const std::size_t taken = length > 0 ? length : in_string && line[i] == '\\' ? 2 : 1;
    if (line[i] == '"') in_string = !in_string;
    result += length > 0 ? word : line.substr(i, taken);
    i += taken;
  }
  return result;
}

}  // namespace

nlohmann::json json_line(std::string_view line) {
  try {
    return strictly_parsed<nlohmann::json>(line);
  } catch (const nlohmann::json::exception&) {
    return strictly_parsed<nlohmann::json>(with_strings_for_what_is_not_finite(line));
  }
}

std::optional<double> any_number_in(const nlohmann::json& value) {
  if (value.is_number()) return value.get<double>();
  if (value == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (value == "Infinity") return std::numeric_limits<double>::infinity();
  if (value == "-Infinity") return -std::numeric_limits<double>::infinity();
  return std::nullopt;
}

}  // namespace verigrad
