#include "verigrad/problem/csv.hpp"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text, std::string_view unwanted = " ") {
  const auto first = text.find_first_not_of(unwanted);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(unwanted) - first + 1);
}

std::vector<std::string_view> text_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!lines.empty() && trimmed(lines.back(), blanks).empty()) lines.pop_back();
  return lines;
}

/// Takes the quoted field at the front of `rest`, up to the separator; "" inside stands for one quote.
/// Empty when the quote is not closed or text follows it.
std::optional<std::string> take_quoted(std::string_view& rest, char separator) {
  std::string field;
  std::size_t i = 1;
  for (; i < rest.size(); ++i) {
    if (rest[i] == '"' && (i + 1 == rest.size() || rest[i + 1] != '"')) break;
    if (rest[i] == '"') ++i;
    field += rest[i];
  }
  if (i >= rest.size()) return std::nullopt;
  const auto end = std::min(rest.find(separator, i + 1), rest.size());
  if (!trimmed(rest.substr(i + 1, end - i - 1)).empty()) return std::nullopt;
  rest.remove_prefix(end);
  return field;
}

std::string take_plain(std::string_view& rest, char separator) {
  const auto end = std::min(rest.find(separator), rest.size());
  const std::string field(trimmed(rest.substr(0, end)));
  rest.remove_prefix(end);
  return field;
}

Line split(std::string_view line, int number, const std::string& file, char separator) {
  Line result{number, {}};
  std::string_view rest = line;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (!rest.empty() && rest.front() == '"') {
      auto field = take_quoted(rest, separator);
      if (!field)
        throw std::invalid_argument(fmt::format("{}, line {}, column {}: a quote is not closed; close it or remove it",
                                                file, number, result.fields.size() + 1));
      result.fields.push_back(std::string(trimmed(*field)));
    } else {
      result.fields.push_back(take_plain(rest, separator));
    }
    if (rest.empty()) return result;
    rest.remove_prefix(1);
  }
}

}  // namespace

char separator_of(std::string_view line) {
  bool quoted = false;
  bool semicolon = false;
  for (const char letter : line) {
    if (letter == '"') quoted = !quoted;
    if (quoted) continue;
    if (letter == '\t') return '\t';
    semicolon = semicolon || letter == ';';
  }
  return semicolon ? ';' : ',';
}

std::vector<Line> lines_of(std::string_view text, const std::string& file, char separator) {
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  std::vector<Line> result;
  for (std::string_view line : text_lines(text)) {
    const int number = int(result.size()) + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (separator == 0) separator = separator_of(line);
    if (trimmed(line, blanks).empty())
      throw std::invalid_argument(fmt::format("{}, line {}: the line is blank; remove it", file, number));
    result.push_back(split(line, number, file, separator));
  }
  return result;
}

std::optional<double> number_in(std::string_view field) {
  if (field.size() > 1 && field.front() == '+' && field[1] != '-') field.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (end != field.data() + field.size() || field.empty()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<double>::infinity();
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace verigrad::csv
