#include "verigrad/report/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>

#include <fmt/format.h>

namespace verigrad {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, std::string_view reason, std::string_view remedy) {
  throw FileError(fmt::format("cannot write {}: {}; {}", path.string(), reason, remedy));
}

[[noreturn]] void refuse_for(int error, const fs::path& path) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  refuse(path, std::strerror(error), full ? "make room there or name another place" : "name a writable place");
}

/// The file behind a symbolic link, so that the link stays.
fs::path target(const fs::path& path) {
  std::error_code ignored;
  const fs::path resolved = fs::weakly_canonical(path, ignored);
  return resolved.empty() ? path : resolved;
}

fs::path directory_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// The mode of the file that is replaced, or what the umask leaves of rw-rw-rw-.
mode_t mode_for(const fs::path& path) {
  struct stat old {};
  if (stat(path.c_str(), &old) == 0) return old.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// A new file beside `path`; gone when it goes out of scope, unless it took the place of `path`.
class Draft {
public:
  explicit Draft(const fs::path& path)
      : path_(path), name_((directory_of(path) / fmt::format(".{}.XXXXXX", path.filename().string())).string()) {
    descriptor_ = mkostemp(name_.data(), O_CLOEXEC);
    if (descriptor_ < 0) refuse_for(errno, path_);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!in_place_) unlink(name_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t count = ::write(descriptor_, text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) refuse_for(errno, path_);
      text.remove_prefix(std::size_t(count));
    }
  }

  void take_place() {
    if (fchmod(descriptor_, mode_for(path_)) != 0 || fsync(descriptor_) != 0) refuse_for(errno, path_);
    if (close(std::exchange(descriptor_, -1)) != 0) refuse_for(errno, path_);
    if (std::rename(name_.c_str(), path_.c_str()) != 0) refuse_for(errno, path_);
    in_place_ = true;
  }

private:
  fs::path path_;
  std::string name_;
  int descriptor_ = -1;
  bool in_place_ = false;
};

void write_stream(const fs::path& path, std::string_view text) {
  errno = 0;
  std::ofstream stream(path, std::ios::binary);
  stream.write(text.data(), std::streamsize(text.size())).flush();
  if (!stream) refuse_for(errno ? errno : EIO, path);
}

}  // namespace

bool is_stream(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void write_file(const fs::path& path, std::string_view text) {
  if (is_stream(path)) return write_stream(path, text);
  Draft draft(target(path));
  draft.write(text);
  draft.take_place();
}

void require_writable(const fs::path& path) {
  std::error_code ignored;
  if (path.filename().empty() || fs::is_directory(path, ignored))
    refuse(path, "it is a directory", "name a file in it");
  if (is_stream(path)) return;
  if (!fs::is_directory(directory_of(target(path)), ignored))
    refuse(path, fmt::format("there is no directory {}", directory_of(path).string()), "create it first");
  const Draft trial(target(path));
}

}  // namespace verigrad
