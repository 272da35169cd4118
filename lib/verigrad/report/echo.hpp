// Foreign text on a terminal: names of files and columns, words of the command line, messages of other programs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace verigrad {

/// The text on one line that a terminal shows as it stands: line ends, control characters (C0, DEL, C1) and those that
/// turn the direction of writing as blanks, bytes that are not UTF-8 as U+FFFD.
std::string on_one_line(std::string_view text);

/// UTF-8 text beyond so many characters without its middle, for which " … " stands.
std::string shortened(std::string_view text, std::size_t most_characters);

}  // namespace verigrad
