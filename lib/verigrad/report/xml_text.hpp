// Text as XML 1.0 can hold it.
#pragma once

#include "verigrad/report/characters.hpp"

namespace verigrad {

/// The text with U+FFFD for what XML 1.0 (production 2) cannot hold, DEL and bytes that are not UTF-8.
inline std::string xml_text(std::string_view text) {
  return with_each_character(text, [](char32_t c) -> char32_t {
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    return control || c == U'\uFFFE' || c == U'\uFFFF' ? replacement_character : c;
  });
}

}  // namespace verigrad
