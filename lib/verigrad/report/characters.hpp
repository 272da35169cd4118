// Characters of UTF-8 text.
#pragma once

#include <string>
#include <string_view>

namespace verigrad {

/// U+FFFD, which stands for what cannot be shown.
constexpr char32_t replacement_character = U'\uFFFD';

/// The text with f(c) in place of each character c. Bytes that are not UTF-8 reach f as U+FFFD.
std::string with_each_character(std::string_view text, char32_t (*f)(char32_t));

}  // namespace verigrad
