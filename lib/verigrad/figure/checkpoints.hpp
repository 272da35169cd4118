// What runs have come to, kept in files, so that a run which is stopped can go on from there, bit by bit the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace verigrad {

/// CRC-32 of the bytes that follow those of `before`.
std::uint32_t checksum(const void* bytes, std::size_t count, std::uint32_t before = 0);

/// A directory for the runs of one figure with one set of options: <stem>.<checksum of the options>.training, with a
/// file for each run and `options`, the words. Each file is replaced as a whole, so that a kill leaves the one before.
class Checkpoints {
public:
  using Tell = std::function<void(const std::string&)>;

  /// `options` says all that the runs depend on. Tells of what is kept of the same stem with other options, which is
  /// never read and stays. Throws FileError when the directory cannot be made or written to.
  Checkpoints(const std::filesystem::path& parent, const std::string& stem, const std::string& options, Tell tell);

  const std::filesystem::path& directory() const { return directory_; }

  /// What was last saved of the run. Nothing, and a line that says so, when the file is damaged or of another run.
  std::optional<std::string> load(int run, const std::string& name) const;
  /// Where that is not possible, as on a full disk, the last one stays, and the first time a line says why.
  void save(int run, const std::string& name, const std::string& bytes);

private:
  std::filesystem::path file_of(int run) const;
  std::string head(const std::string& name, const std::string& bytes) const;
  void tell_of_others(const std::filesystem::path& parent, const std::string& stem) const;

  std::filesystem::path directory_;
  std::string options_;
  Tell tell_;
  std::mutex saving_;
  bool told_ = false;
};

}  // namespace verigrad
