// Writing files so that a reader sees the old text or the new one, never a part.
#pragma once

#include <filesystem>
#include <string_view>

#include "verigrad/text/descriptor.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad {

/// Where a text is to go, settled when this is made: what the name leads to later, another link or the standard output
/// of another process, changes nothing.
///
/// A regular file, or a name that is free, is replaced as a whole by each write: the text goes to a file without a name
/// in the same directory, fsync, then into place; symbolic links stay. Nothing is left of a process that is killed in
/// the middle, or, where the file system knows no files without names, a draft `.verigrad-…` that the next write
/// replaces. All else is a stream, and written to in place: pipes, terminals, devices, every name that leads into /dev
/// (but for /dev/shm) or /proc, and `-`, which is standard output.
class OutputFile {
public:
  /// Throws FileError unless a write can be expected to succeed: the directory takes new files, the name is no
  /// directory, and what is there may be written to. Leaves nothing behind.
  explicit OutputFile(std::filesystem::path name);

  /// Throws FileError, and then leaves the old file as it was.
  void write(std::string_view text) const;
  /// Removes what is there, unless it is a stream. Throws FileError.
  void remove() const;

  const std::filesystem::path& name() const { return name_; }
  bool is_stream() const { return stream_; }
  bool is_standard_output() const { return descriptor_of_name_ == STDOUT_FILENO; }
  /// Whether the other name leads to the same place.
  bool is_same_as(const std::filesystem::path& other) const;
  bool is_same_as(const OutputFile& other) const { return place_ == other.place_ || is_same_as(other.place_); }

private:
  std::filesystem::path name_, place_;
  bool stream_ = false;
  int descriptor_of_name_ = -1;  ///< the descriptor of this process that the name means, or −1
  Descriptor descriptor_;        ///< its duplicate
};

/// OutputFile(path).write(text)
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace verigrad
