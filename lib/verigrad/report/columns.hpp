// Columns of UTF-8 text for a terminal.
#pragma once

#include <string>
#include <vector>

namespace verigrad {

/// The cells of a line of a table, from the left.
using Row = std::vector<std::string>;

/// Characters of UTF-8 text, combining marks (U+0300 … U+036F) aside.
std::size_t display_width(const std::string& text);

/// One line a row, columns as wide as their widest cell with two blanks between them; `sides` has one 'l' or 'r' a
/// column, for cells to the left or right of it. Cells are echoed by on_one_line.
std::string columns(std::vector<Row> rows, const std::string& sides);

}  // namespace verigrad
