#include "verigrad/report/echo.hpp"

#include <utf8.h>

#include "verigrad/report/characters.hpp"

namespace verigrad {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool ends_line(char32_t c) { return c == U'\u2028' || c == U'\u2029'; }
bool turns_direction(char32_t c) {
  return c == U'\u061C' || c == U'\u200E' || c == U'\u200F' || (c >= U'\u202A' && c <= U'\u202E') ||
         (c >= U'\u2066' && c <= U'\u2069');
}

}  // namespace

std::string on_one_line(std::string_view text) {
  return with_each_character(text,
                             [](char32_t c) { return is_control(c) || ends_line(c) || turns_direction(c) ? U' ' : c; });
}

std::string shortened(std::string_view text, std::size_t most_characters) {
  const std::string whole = with_each_character(text, [](char32_t c) { return c; });
  const auto length = std::size_t(utf8::distance(whole.begin(), whole.end()));
  constexpr std::string_view gap = " … ";
  constexpr std::size_t gap_length = 3;
  if (length <= most_characters) return whole;
  const std::size_t kept = most_characters > gap_length ? (most_characters - gap_length) / 2 : 0;
  auto head = whole.begin(), tail = whole.begin();
  utf8::advance(head, kept, whole.end());
  utf8::advance(tail, length - kept, whole.end());
  return std::string(whole.begin(), head).append(gap).append(tail, whole.end());
}

}  // namespace verigrad
