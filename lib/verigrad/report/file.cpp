#include "verigrad/report/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
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
  const std::string_view remedy = full                    ? "make room there or name another place"
                                  : error == ENAMETOOLONG ? "give it a shorter name"
                                                          : "name a writable place";
  refuse(path, std::strerror(error), remedy);
}

fs::path directory_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// The path with the links of its directory followed, but not its own.
fs::path in_real_directory(const fs::path& path) {
  std::error_code ignored;
  const fs::path directory = fs::weakly_canonical(directory_of(path), ignored);
  return directory.empty() ? path : directory / path.filename();
}

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The descriptor that /proc/self/fd/N means; −1 for other paths.
int own_descriptor(const fs::path& place) {
  const fs::path own = fmt::format("/proc/{}/fd", getpid());
  return place.parent_path() == own ? number_in(place.filename().string()).value_or(-1) : -1;
}

/// What the name leads to: no link, or a descriptor of this process, whose entry in /proc is a link but no name.
fs::path followed(const fs::path& name) {
  constexpr int most_links = 40;
  fs::path place = in_real_directory(name);
  std::error_code ignored;
  for (int i = 0; i < most_links && own_descriptor(place) < 0 && fs::is_symlink(place, ignored); ++i)
    place = in_real_directory(place.parent_path() / fs::read_symlink(place, ignored));
  return place;
}

bool is_within(const fs::path& place, const fs::path& directory) {
  const fs::path relative = place.lexically_relative(directory);
  return !relative.empty() && *relative.begin() != "..";
}

bool is_stream_at(const fs::path& place) {
  if (is_within(place, "/proc") || (is_within(place, "/dev") && !is_within(place, "/dev/shm"))) return true;
  std::error_code ignored;
  const fs::file_status status = fs::status(place, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// The mode of the file that is replaced, or what the umask leaves of rw-rw-rw-.
mode_t mode_for(const fs::path& path) {
  struct stat old {};
  if (stat(path.c_str(), &old) == 0) return old.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

void write_all(int descriptor, std::string_view text, const fs::path& name) {
  while (!text.empty()) {
    const ssize_t count = write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse_for(errno, name);
    text.remove_prefix(std::size_t(count));
  }
}

/// A new file beside `place`; gone when it goes out of scope, unless it took that place.
class Draft {
public:
  Draft(const fs::path& place, const fs::path& name)
      : place_(place),
        name_(name),
        draft_(directory_of(place) / fmt::format(".verigrad-{:016x}", fs::hash_value(place.filename()))) {
    descriptor_ = Descriptor(open(directory_of(place_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
    if (descriptor_.is_open()) return;
    do {
      unlink(draft_.c_str());
      descriptor_ = Descriptor(open(draft_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
    } while (!descriptor_.is_open() && errno == EEXIST);
    if (!descriptor_.is_open()) refuse_for(errno, name_);
    has_name_ = true;
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (has_name_) unlink(draft_.c_str());
  }

  void write(std::string_view text) { write_all(descriptor_.number(), text, name_); }

  /// Whether it could: another run that writes the same file can leave its draft, or take ours, in between.
  bool takes_place() {
    if (fchmod(descriptor_.number(), mode_for(place_)) != 0 || fsync(descriptor_.number()) != 0)
      refuse_for(errno, name_);
    struct stat old {};
    if (lstat(place_.c_str(), &old) == 0 && !S_ISREG(old.st_mode))
      refuse(name_, "it is no regular file any more", "name another place");
    errno = ENOENT;
    const bool ready = has_name_ ? is_still_named() : is_named();
    if (!ready || std::rename(draft_.c_str(), place_.c_str()) != 0) {
      if (errno != EEXIST && errno != ENOENT) refuse_for(errno, name_);
      return has_name_ = false;
    }
    has_name_ = false;
    return true;
  }

private:
  /// Gives the nameless file the draft's name. One already there is what a killed process left.
  bool is_named() {
    const std::string nameless = fmt::format("/proc/self/fd/{}", descriptor_.number());
    unlink(draft_.c_str());
    return has_name_ = linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, draft_.c_str(), AT_SYMLINK_FOLLOW) == 0;
  }

  bool is_still_named() const {
    struct stat ours {
    }, there{};
    return stat(draft_.c_str(), &there) == 0 && fstat(descriptor_.number(), &ours) == 0 && ours.st_ino == there.st_ino;
  }

  const fs::path& place_;
  const fs::path& name_;  ///< for messages
  fs::path draft_;        ///< short, so that the longest names can be written
  bool has_name_ = false;
  Descriptor descriptor_;
};

void require_replaceable(const fs::path& place, const fs::path& name) {
  std::error_code ignored;
  if (!fs::is_directory(directory_of(place), ignored))
    refuse(name, fmt::format("there is no directory {}", directory_of(name).string()), "create it first");
  struct stat old {};
  const bool exists = lstat(place.c_str(), &old) == 0;
  if (exists && S_ISLNK(old.st_mode)) refuse_for(ELOOP, name);
  if (!exists && errno != ENOENT) refuse_for(errno, name);
  constexpr mode_t writable_for_anybody = 0222;
  if (exists && ((old.st_mode & writable_for_anybody) == 0 || access(place.c_str(), W_OK) != 0))
    refuse(name, "it is read-only", "name another place, or allow to write to it");
  const Draft trial(place, name);
}

/// The descriptor of this process with that number, as our own.
Descriptor duplicate(int number, const fs::path& name) {
  const int mode = fcntl(number, F_GETFL);
  if (mode < 0) refuse_for(errno, name);
  if ((mode & O_ACCMODE) == O_RDONLY) refuse(name, "it is open for reading only", "name a writable place");
  Descriptor own(fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!own.is_open()) refuse_for(errno, name);
  return own;
}

Descriptor opened_for_appending(const fs::path& place, const fs::path& name) {
  Descriptor stream(open(place.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  if (!stream.is_open()) refuse_for(errno, name);
  return stream;
}

}  // namespace

OutputFile::OutputFile(fs::path name)
    : name_(std::move(name)), place_(followed(name_ == "-" ? "/proc/self/fd/1" : name_)) {
  std::error_code ignored;
  if (name_.filename().empty() || fs::is_directory(place_, ignored))
    refuse(name_, "it is a directory", "name a file in it");
  stream_ = is_stream_at(place_);
  descriptor_of_name_ = own_descriptor(place_);
  if (descriptor_of_name_ >= 0)
    descriptor_ = duplicate(descriptor_of_name_, name_);
  else if (!stream_)
    require_replaceable(place_, name_);
  else if (access(place_.c_str(), W_OK) != 0)
    refuse_for(errno, name_);
}

void OutputFile::write(std::string_view text) const {
  if (descriptor_.is_open()) return write_all(descriptor_.number(), text, name_);
  if (stream_) return write_all(opened_for_appending(place_, name_).number(), text, name_);
  constexpr int patience = 100;
  for (int i = 0; i < patience; ++i) {
    Draft draft(place_, name_);
    draft.write(text);
    if (draft.takes_place()) return;
  }
  refuse(name_, "others write it all the time", "name another place");
}

void OutputFile::remove() const {
  if (!stream_ && unlink(place_.c_str()) != 0 && errno != ENOENT) refuse_for(errno, name_);
}

bool OutputFile::is_same_as(const fs::path& other) const {
  std::error_code ignored;
  return place_ == followed(other) || (!stream_ && fs::equivalent(place_, other, ignored));
}

void write_file(const fs::path& path, std::string_view text) { OutputFile(path).write(text); }

}  // namespace verigrad
