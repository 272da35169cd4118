// Texts as accidents leave them: bytes, stretches and lines deleted, doubled, swapped; words put where none belong.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "verigrad/report/googletest.hpp"
#include "verigrad/sampling/gen.hpp"

namespace verigrad {

/// How many edits to draw: a tenth where few cases are asked for, as with sanitizers.
inline int edits(int usual) { return settings_from_environment().cases < Settings{}.cases ? usual / 10 : usual; }

}  // namespace verigrad

namespace verigrad::generate {

/// Numbers beyond all doubles and between them, other types, what ends or opens something, bytes of no character.
inline std::string strange_word(Choices& choices) {
  using namespace std::string_literals;
  static const std::vector<std::string> words{"NaN",
                                              "-NaN",
                                              "nan",
                                              "Infinity",
                                              "-Infinity",
                                              "inf",
                                              "1e999",
                                              "-1e999",
                                              "1e-999",
                                              "1e308",
                                              "-1.8e308",
                                              "5e-324",
                                              "9007199254740993",
                                              "18446744073709551616",
                                              "-9223372036854775809",
                                              "123456789012345678901234567890",
                                              "0x10",
                                              "1,5",
                                              "1 2",
                                              "1_0",
                                              "1.",
                                              ".5",
                                              "+1",
                                              "-",
                                              "--1",
                                              "0.1",
                                              "1e",
                                              "null",
                                              "true",
                                              "false",
                                              "{}",
                                              "[]",
                                              "\"\"",
                                              "\"1\"",
                                              "\"a",
                                              "'",
                                              ",",
                                              ";",
                                              "\t",
                                              "\n",
                                              "\r",
                                              "\r\n",
                                              "\n\n",
                                              "\"",
                                              "\"\"\"",
                                              "\\",
                                              "\\\"",
                                              ":",
                                              "[",
                                              "]",
                                              "{",
                                              "}",
                                              "\0"s,
                                              "\x1B[31m",
                                              "\x7F",
                                              "\xFF",
                                              "\xC3",
                                              "\xEF\xBB\xBF",
                                              "\u202E",
                                              "\u00A0",
                                              "\u2212"
                                              "1",
                                              std::string(300, '9'),
                                              std::string(5000, 'x'),
                                              std::string(100000, '['),
                                              std::string(20000, '{'),
                                              "{\"a\":" + std::string(300, '{')};
  return words[choices.up_to(words.size() - 1)];
}

/// A stretch [first, last) of the text: a few bytes, a line, or up to all of it.
inline std::pair<std::size_t, std::size_t> stretch(const std::string& text, Choices& choices) {
  const std::size_t first = choices.up_to(text.size());
  switch (choices.up_to(3)) {
    case 0: return {first, std::min(text.size(), first + 1 + choices.up_to(3))};
    case 1: {
      const std::size_t before = text.rfind('\n', first == 0 ? 0 : first - 1);
      const std::size_t begin = first == 0 || before == std::string::npos ? 0 : before + 1;
      return {begin, std::min(text.find('\n', begin), text.size() - 1) + 1};
    }
    case 2: {
      const std::size_t begin = std::min(text.find_first_of(",;\t:[ ", first), text.size());
      return {begin, std::min(text.find_first_of(",;\t:]}\n", begin + 1), text.size())};
    }
    default: return {first, first + choices.up_to(text.size() - first)};
  }
}

inline std::string edited_once(std::string text, Choices& choices) {
  if (text.empty()) return strange_word(choices);
  const auto [first, last] = stretch(text, choices);
  const std::string taken = text.substr(first, last - first);
  switch (choices.up_to(7)) {
    case 0: return text.erase(first, last - first);
    case 1: return text.insert(first, taken);
    case 2: return text.substr(0, first);
    case 3: return text.insert(first, strange_word(choices));
    case 4: return text.replace(first, last - first, strange_word(choices));
    case 5: {
      text.erase(first, last - first);
      return text.insert(choices.up_to(text.size()), taken);
    }
    case 6: {
      std::swap(text[first % text.size()], text[choices.up_to(text.size() - 1)]);
      return text;
    }
    default: {
      text[first % text.size()] = char(choices.up_to(255));
      return text;
    }
  }
}

/// The text after one edit to three.
inline Gen<std::string> edited(std::string text) {
  return Gen<std::string>([text = std::move(text)](Choices& choices) {
    std::string result = text;
    for (std::uint64_t edits = 1 + choices.up_to(2); edits > 0; --edits)
      result = edited_once(std::move(result), choices);
    return result;
  });
}

}  // namespace verigrad::generate
