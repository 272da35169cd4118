#include "verigrad/report/junit.hpp"

namespace verigrad {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Encoded {
  std::size_t bytes;  ///< 0: not UTF-8
  char32_t value;
};

/// The first character of a text that begins with a byte ≥ 0x80.
Encoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t bytes = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 0;
  if (bytes == 0 || byte(0) > 0xF4 || text.size() < bytes) return {0, 0};
  char32_t value = byte(0) & (0xFF >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0, 0};
    value = value << 6 | (byte(i) & 0x3F);
  }
  return {bytes, value};
}

/// XML 1.0, production 2, beyond ASCII and for shortest encodings.
bool is_xml_character(Encoded c) {
  const bool shortest = c.value >= (c.bytes == 4 ? 0x10000u : c.bytes == 3 ? 0x800u : 0x80u);
  const bool surrogate = c.value >= 0xD800 && c.value <= 0xDFFF;
  return c.bytes > 0 && shortest && !surrogate && c.value != 0xFFFE && c.value != 0xFFFF && c.value <= 0x10FFFF;
}

std::string_view escaped(const char& c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return c >= 0x20 && c != 0x7F ? std::string_view(&c, 1) : replacement;
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      result += escaped(text[0]);
    } else {
      const Encoded c = decode(text);
      result += is_xml_character(c) ? text.substr(0, c.bytes) : replacement;
      if (c.bytes > 0) taken = c.bytes;
    }
    text.remove_prefix(taken);
  }
  return result;
}

}  // namespace verigrad
