// Proposals for a mistyped word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verigrad {

/// The fewest insertions, deletions, replacements and swaps of neighbours that lead from a to b.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most three of the words: those that contain `mistyped`, those that it abbreviates, then those within a third of
/// its length in edit distance, nearest first.
std::vector<std::string> suggestions(std::string_view mistyped, const std::vector<std::string_view>& words);

}  // namespace verigrad
