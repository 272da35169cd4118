#include "report_file.hpp"

#include <fmt/format.h>

#include "verigrad/report/file.hpp"
#include "verigrad/report/json.hpp"

#include "selection.hpp"

namespace verigrad::app {

Report load_report(const std::string& file) {
  Report report = load_report_of_any_version(file);
  if (report.version != program_version())
    throw UsageError(fmt::format("{} is of version {}, and this is {}: use the version that wrote it, or write it anew",
                                 file, quotable(report.version), program_version()));
  return report;
}

Report load_report_of_any_version(const std::string& file) {
  const std::string text = read_file(file);
  try {
    return report_from_json(text);
  } catch (const std::invalid_argument& error) {
    throw UsageError(fmt::format("{} is no report of verigrad verify --json: {}; write it anew, or name another file",
                                 file, error.what()));
  }
}

}  // namespace verigrad::app
