#include "verigrad/text/read_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace verigrad {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path) {
  throw FileError(fmt::format("cannot read {}: {}; name a readable file", path.string(), std::strerror(errno)));
}

/// Open as long as it lives.
class Descriptor {
public:
  explicit Descriptor(const std::filesystem::path& path) : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number_ < 0) refuse(path);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(number_); }
  int number() const { return number_; }

private:
  int number_;
};

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file(path);
  std::string text;
  std::array<char, 1 << 16> block;
  while (true) {
    const ssize_t count = read(file.number(), block.data(), block.size());
    if (count == 0) return text;
    if (count > 0) text.append(block.data(), std::size_t(count));
    if (count < 0 && errno != EINTR) refuse(path);
  }
}

}  // namespace verigrad
