// Writing files so that a reader sees the old text or the new one, never a part.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace verigrad {

/// A file that cannot be written or read; the message names it, the reason and the remedy.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Replaces the file by `text`: a new file in the same directory, fsync, rename. A stream (a pipe, a terminal) is
/// written directly. Throws FileError, and then leaves the old file as it was. Killed in the middle, it can leave the
/// new file behind under a hidden name, `.NAME.XXXXXX`.
void write_file(const std::filesystem::path& path, std::string_view text);

/// Throws FileError unless write_file can be expected to succeed: the directory takes new files, the path is no
/// directory. Leaves nothing behind.
void require_writable(const std::filesystem::path& path);

/// Whether the path is an existing pipe, terminal or device, which cannot be replaced, only written once.
bool is_stream(const std::filesystem::path& path);

/// Throws FileError when the file cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace verigrad
