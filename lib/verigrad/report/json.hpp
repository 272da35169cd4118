// Reports and evidence as JSON, and back. The shape is docs/report.schema.json.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "verigrad/report/report.hpp"

namespace verigrad {

/// The report as indented JSON that ends in a newline. All times are in fields named `seconds`; the rest depends on
/// settings, selection and version only. Bytes that are not UTF-8 become U+FFFD.
std::string to_json(const Report& report);
/// Throws std::invalid_argument, with the reason, when the text is not such a report. It may be of another version,
/// also of 0.1.0, whose schema was 3.
Report report_from_json(std::string_view text);

/// Evidence on one line, as a worker sends it.
std::string to_json(const Evidence& evidence);
/// Throws std::invalid_argument, with the reason, when the text is not such evidence.
Evidence evidence_from_json(std::string_view text);

}  // namespace verigrad
