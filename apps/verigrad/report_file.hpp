// Reads a report that verify has written.
#pragma once

#include <string>

#include "verigrad/report/report.hpp"

namespace verigrad::app {

/// Throws UsageError when the file is no such report.
Report load_report(const std::string& file);

}  // namespace verigrad::app
