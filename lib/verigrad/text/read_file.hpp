// Reading a file whole, or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace verigrad {

/// A file that cannot be written or read; the message names it, the reason and the remedy.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// All bytes of the file. Throws FileError when it cannot be opened, or when reading it fails before its end.
std::string read_file(const std::filesystem::path& path);

}  // namespace verigrad
