// What a file is that is no table of text: compressed, of another format, in another encoding.
#pragma once

#include <string>
#include <string_view>

namespace verigrad::csv {

/// "FAULT; REMEDY" for a text of a kind that is known and is no table of fields; empty for all else.
std::string foreign_kind(std::string_view text);

}  // namespace verigrad::csv
