#include "verigrad/report/columns.hpp"

#include <algorithm>

#include "verigrad/report/echo.hpp"

namespace verigrad {

std::size_t display_width(const std::string& text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool continues = (byte & 0xC0) == 0x80;
    const bool combining = byte == 0xCC || byte == 0xCD;
    return !continues && !combining;
  }));
}

std::string columns(std::vector<Row> rows, const std::string& sides) {
  for (Row& row : rows)
    for (std::string& cell : row) cell = on_one_line(cell);
  std::vector<std::size_t> widths(sides.size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - display_width(row[i]), ' ');
      line += (i ? "  " : "") + (sides[i] == 'l' ? row[i] + blanks : blanks + row[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace verigrad
