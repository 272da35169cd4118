// Writing files so that a reader sees the old text or the new one, never a part.
#pragma once

#include <filesystem>
#include <string_view>

#include "verigrad/text/read_file.hpp"

namespace verigrad {

/// Replaces the file by `text`: a new file in the same directory, fsync, rename. A stream (a pipe, a terminal) is
/// written directly. Throws FileError, and then leaves the old file as it was. Killed in the middle, it can leave the
/// new file behind under a hidden name, `.NAME.XXXXXX`.
void write_file(const std::filesystem::path& path, std::string_view text);

/// Throws FileError unless write_file can be expected to succeed: the directory takes new files, the path is no
/// directory. Leaves nothing behind.
void require_writable(const std::filesystem::path& path);

/// Whether the path is an existing pipe, terminal or device, which cannot be replaced, only written once.
bool is_stream(const std::filesystem::path& path);

}  // namespace verigrad
