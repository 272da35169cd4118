// Text of an HTML page, which plain text enters only escaped.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verigrad::site {

/// Markup. Made of plain text by words() and element() alone, so that nothing of a report can become markup.
struct Html {
  std::string text;

  bool empty() const { return text.empty(); }
  Html& operator+=(const Html& more) {
    text += more.text;
    return *this;
  }
};
/// One behind the other.
inline Html operator+(Html first, const Html& second) { return std::move(first += second); }

/// Plain text, escaped for elements and attributes; what HTML cannot hold, and bytes that are not UTF-8, is U+FFFD.
Html words(std::string_view plain);

/// Names with values, which are escaped.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// <name attribute="value">content</name>
Html element(std::string_view name, const Html& content, const Attributes& attributes = {});
/// <a href>
Html link(const std::string& target, const Html& content);

/// What stands in the template for {{slot}}.
using Slots = std::vector<std::pair<std::string_view, Html>>;

/// The template with its slots filled. Throws std::logic_error when a slot of the template is not given.
Html filled(std::string_view page, const Slots& slots);

}  // namespace verigrad::site
