// What was found of a foreign optimiser: for people, as JSON (docs/identification.schema.json) and as JUnit XML.
#pragma once

#include <string>

#include "verigrad/conformance/identify.hpp"

namespace verigrad::conformance {

/// One line a finding: the name, where it departs from what was declared, what else fits, which laws are broken.
std::string to_text(const Identification& found, const TraceHead& head);

/// `trace_name` says where the trace came from.
std::string to_json(const Identification& found, const TraceHead& head, const std::string& trace_name);

/// One test case, which fails as `exit_status` says, and is skipped where something is left open.
std::string to_junit(const Identification& found, const TraceHead& head, const std::string& trace_name, bool strict);

/// 0: as declared, or without a declaration told by name; 1: otherwise; 3: with `strict`, where something is left open
/// that the probe would decide.
int exit_status(const Identification& found, bool strict);

}  // namespace verigrad::conformance
