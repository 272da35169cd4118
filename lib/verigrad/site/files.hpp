// The templates, the style and the script of the site, which stand in pages/ and are part of the library.
#pragma once

#include <string_view>

namespace verigrad::site {

/// Their text.
extern const std::string_view page_html, front_html, statements_html, statement_html, errata_html, style_css, script_js;

}  // namespace verigrad::site
