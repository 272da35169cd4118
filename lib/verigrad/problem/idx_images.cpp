#include "verigrad/problem/idx_images.hpp"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/text/read_file.hpp"

namespace verigrad {
namespace {

namespace fs = std::filesystem;

/// The bytes of a file that may be compressed.
std::string unpacked(const fs::path& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file)
    throw FileError(fmt::format("cannot read {}: {}; name a readable file", path.string(), std::strerror(errno)));
  std::string bytes, block(1 << 16, '\0');
  int count = 0;
  while ((count = gzread(file.get(), block.data(), unsigned(block.size()))) > 0)
    bytes.append(block, 0, std::size_t(count));
  int error = Z_OK;
  const char* words = gzerror(file.get(), &error);
  if (error != Z_OK && error != Z_STREAM_END)
    throw FileError(fmt::format("cannot read {}: {}; was the file cut? Fetch it again", path.string(), words));
  return bytes;
}

/// An array of unsigned bytes of so many dimensions.
class IdxFile {
public:
  IdxFile(const fs::path& path, int dimensions) : path_(path.string()), bytes_(unpacked(path)) {
    const std::size_t head = 4 * std::size_t(dimensions + 1);
    if (bytes_.size() < head) refuse(fmt::format("{} bytes, fewer than its header has", bytes_.size()));
    if (number(0) != 0x0800u + unsigned(dimensions))
      refuse(fmt::format("the header begins with {:08x}, not {:08x} (unsigned bytes, {} dimensions)", number(0),
                         0x0800 + dimensions, dimensions));
    std::size_t entries = 1;
    for (int i = 1; i <= dimensions; ++i) {
      sizes_.push_back(number(i));
      entries *= sizes_.back();
      if (entries < 1 || entries > bytes_.size())
        refuse(fmt::format("dimension {} is {}, for {} bytes in all", i, sizes_.back(), bytes_.size()));
    }
    if (bytes_.size() - head != entries)
      refuse(fmt::format("the header announces {} entries, and {} follow", entries, bytes_.size() - head));
    entries_ = head;
  }

  std::size_t size(std::size_t dimension) const { return sizes_[dimension]; }
  int entry(std::size_t i) const { return static_cast<unsigned char>(bytes_[entries_ + i]); }
  [[noreturn]] void refuse(const std::string& why) const {
    throw std::invalid_argument(fmt::format("{}: {}; give MNIST's own file, or one of its format (IDX)", path_, why));
  }

private:
  std::uint32_t number(int i) const {
    std::uint32_t result = 0;
    for (int j = 0; j < 4; ++j) result = result << 8 | static_cast<unsigned char>(bytes_[std::size_t(4 * i + j)]);
    return result;
  }

  std::string path_, bytes_;
  std::vector<std::size_t> sizes_;
  std::size_t entries_ = 0;
};

fs::path plain_or_packed(const fs::path& directory, const std::string& name) {
  for (const char* ending : {"", ".gz"})
    if (fs::exists(directory / (name + ending))) return directory / (name + ending);
  throw FileError(
      fmt::format("{} has neither {} nor {}.gz; put MNIST's four files there", directory.string(), name, name));
}

}  // namespace

LabelledImages read_idx_images(const fs::path& directory, const std::string& stem, Eigen::Index at_most) {
  const IdxFile images(plain_or_packed(directory, stem + "-images-idx3-ubyte"), 3);
  const IdxFile labels(plain_or_packed(directory, stem + "-labels-idx1-ubyte"), 1);
  if (labels.size(0) != images.size(0))
    labels.refuse(fmt::format("{} labels for {} images", labels.size(0), images.size(0)));
  const auto count = std::min<std::size_t>(images.size(0), std::size_t(at_most));
  const std::size_t pixels = images.size(1) * images.size(2);
  LabelledImages result{Matrix<double>(count, pixels), std::vector<int>(count)};
  for (std::size_t n = 0; n < count; ++n) {
    result.labels[n] = labels.entry(n);
    for (std::size_t j = 0; j < pixels; ++j)
      result.pixels(Eigen::Index(n), Eigen::Index(j)) = images.entry(n * pixels + j) / 255.0;
  }
  return result;
}

}  // namespace verigrad
