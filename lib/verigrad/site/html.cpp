#include "verigrad/site/html.hpp"

#include <algorithm>
#include <stdexcept>

#include "verigrad/report/xml_text.hpp"

namespace verigrad::site {
namespace {

std::string_view escape_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return "";
  }
}

const Html& in_slot(const Slots& slots, std::string_view name) {
  const auto found = std::ranges::find(slots, name, &Slots::value_type::first);
  if (found == slots.end()) throw std::logic_error("nothing for the slot " + std::string(name));
  return found->second;
}

}  // namespace

Html words(std::string_view plain) {
  Html result;
  for (const char c : xml_text(plain)) {
    const std::string_view escape = escape_of(c);
    if (escape.empty())
      result.text += c;
    else
      result.text += escape;
  }
  return result;
}

Html element(std::string_view name, const Html& content, const Attributes& attributes) {
  Html result{"<" + std::string(name)};
  for (const auto& [key, value] : attributes) result.text += " " + std::string(key) + "=\"" + words(value).text + "\"";
  return {result.text + ">" + content.text + "</" + std::string(name) + ">"};
}

Html link(const std::string& target, const Html& content) { return element("a", content, {{"href", target}}); }

Html filled(std::string_view page, const Slots& slots) {
  Html result;
  for (std::size_t begin; (begin = page.find("{{")) != page.npos;) {
    const std::size_t end = page.find("}}", begin);
    result.text += page.substr(0, begin);
    result += in_slot(slots, page.substr(begin + 2, end - begin - 2));
    page.remove_prefix(end + 2);
  }
  result.text += page;
  return result;
}

}  // namespace verigrad::site
