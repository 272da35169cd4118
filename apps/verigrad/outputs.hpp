// The files of a report that a command writes.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "verigrad/report/file.hpp"

namespace verigrad::app {

struct Outputs {
  std::optional<OutputFile> json, junit;

  /// Names that are empty are no files. Throws FileError when one cannot be written, UsageError when two of them are
  /// one place, or one is a file that the command reads.
  Outputs(const std::string& json_name, const std::string& junit_name, const std::vector<std::string>& inputs);

  const OutputFile* json_or_null() const { return json ? &*json : nullptr; }
  /// Standard output, or standard error where a report goes to standard output.
  std::FILE* for_people() const;
};

}  // namespace verigrad::app
