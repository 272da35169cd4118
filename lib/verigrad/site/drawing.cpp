#include <algorithm>
#include <pugixml.hpp>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

/// What draws, and nothing that could run or lead anywhere.
constexpr std::string_view drawing_elements[] = {
    "svg",     "g",           "defs",     "path",           "rect",           "circle", "ellipse",
    "line",    "polyline",    "polygon",  "text",           "tspan",          "use",    "filter",
    "feFlood", "feComposite", "clipPath", "linearGradient", "radialGradient", "stop",   "image"};

bool draws(std::string_view element) {
  return std::ranges::find(drawing_elements, element) != std::end(drawing_elements);
}

/// The drawing's elements with identifiers of its own, for several may stand on one page.
class Inliner {
public:
  explicit Inliner(const Drawing& drawing) : drawing_(drawing) {}

  Html svg() const {
    pugi::xml_document document;
    const bool is_xml =
        document.load_buffer(drawing_.svg.data(), drawing_.svg.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node root = document.document_element();
    if (!is_xml || root.name() != std::string_view("svg"))
      throw std::invalid_argument(fmt::format("{}.svg is no SVG; draw it anew by verigrad plot", drawing_.name));
    return element("svg", children(root), attributes(root, {{"role", "img"}, {"aria-label", drawing_.name}}));
  }

private:
  Html children(const pugi::xml_node& parent) const {
    Html result;
    for (const pugi::xml_node& child : parent.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) result += words(child.value());
      if (draws(child.name())) result += element(child.name(), children(child), attributes(child, {}));
    }
    return result;
  }

  Attributes attributes(const pugi::xml_node& node, Attributes result) const {
    const bool is_root = node.name() == std::string_view("svg");
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      const std::string value = attribute.value();
      if (name == "id")
        result.emplace_back("id", own(value));
      else if (name == "href" || name == "xlink:href")
        add_reference(result, value);
      else if (!name.starts_with("on") && !name.starts_with("xml") && name != "class" && name != "style" &&
               !(is_root && (name == "width" || name == "height")))
        result.emplace_back(name, with_own_urls(value));
    }
    return result;
  }

  std::string own(const std::string& id) const { return drawing_.name + "." + id; }

  void add_reference(Attributes& result, const std::string& target) const {
    if (target.starts_with('#')) result.emplace_back("href", "#" + own(target.substr(1)));
    if (target.starts_with("data:image/png;base64,")) result.emplace_back("href", target);
  }

  /// url(#id) leads to an element of the drawing; another url leads nowhere.
  std::string with_own_urls(const std::string& value) const {
    constexpr std::string_view here = "url(#";
    if (value.find("url(") == std::string::npos) return value;
    return value.starts_with(here) ? std::string(here) + own(value.substr(here.size())) : "none";
  }

  const Drawing& drawing_;
};

}  // namespace

Html inline_svg(const Drawing& drawing) { return Inliner(drawing).svg(); }

}  // namespace verigrad::site
