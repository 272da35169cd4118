// CSV text as lines of fields; knows where each stands, nothing of what it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verigrad::csv {

struct Line {
  int number;  ///< from 1, as an editor counts
  std::vector<std::string> fields;
};

/// A tab if the line has one, else a semicolon if it has one, else a comma; quoted text does not count.
char separator_of(std::string_view line);

/// The lines of the text without byte order mark, CR and blank lines at the end. An empty separator is detected.
/// Throws std::invalid_argument, prefixed by `file`, for a blank line or an unclosed quote.
std::vector<Line> lines_of(std::string_view text, const std::string& file, char separator);

/// The number that the whole field spells, a leading + allowed; may be infinite or NaN.
std::optional<double> number_in(std::string_view field);

}  // namespace verigrad::csv
