// Reads a report that verify has written.
#pragma once

#include <string>

#include "verigrad/report/report.hpp"

namespace verigrad::app {

/// Throws UsageError when the file is no such report, or one that another version wrote.
Report load_report(const std::string& file);
/// Throws UsageError when the file is no such report.
Report load_report_of_any_version(const std::string& file);

}  // namespace verigrad::app
