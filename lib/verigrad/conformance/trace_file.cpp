#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

#include "verigrad/conformance/trace_lines.hpp"
#include "verigrad/conformance/trace_source.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::conformance {
namespace {

/// The lines of a file that may be compressed.
class GzipLines {
public:
  explicit GzipLines(const std::string& path) : path_(path), file_(gzopen(path.c_str(), "rb")) {
    if (!file_) refuse(std::strerror(errno));
    gzbuffer(file_, 1 << 17);
  }
  GzipLines(const GzipLines&) = delete;
  GzipLines& operator=(const GzipLines&) = delete;
  ~GzipLines() { gzclose(file_); }

  void rewind() { gzrewind(file_); }
  /// The next line, which stays valid until the next call; false at the end.
  bool next(std::string& line) {
    line.clear();
    while (gzgets(file_, block_.data(), int(block_.size()))) {
      line += block_.data();
      if (line.ends_with('\n')) return true;
    }
    require_no_error();
    return !line.empty();
  }

private:
  void require_no_error() {
    int error = Z_OK;
    const char* words = gzerror(file_, &error);
    if (error == Z_ERRNO) refuse(std::strerror(errno));
    if (error != Z_OK && error != Z_STREAM_END)
      throw TraceError(fmt::format("{}: {}; was the compressed file cut? Record the run again", path_, words));
  }
  [[noreturn]] void refuse(const std::string& why) const {
    throw FileError(fmt::format("cannot read {}: {}; name a readable file", path_, why));
  }

  std::string path_;
  gzFile file_;
  std::array<char, 1 << 16> block_{};
};

class TraceFile : public TraceSource {
public:
  explicit TraceFile(const std::string& path) : lines_(path), parser_(path) {
    while (!parser_.has_head() && lines_.next(line_)) parser_.take(line_);
    parser_.require_head();
  }
  const TraceHead& head() const override { return parser_.head(); }
  void rewind() override {
    lines_.rewind();
    parser_.rewind();
  }
  const TraceStep* next() override {
    while (lines_.next(line_))
      if (parser_.take(line_)) return &parser_.step();
    parser_.require_steps();
    return nullptr;
  }

private:
  GzipLines lines_;
  TraceLines parser_;
  std::string line_;
};

/// A whole trace and its source.
class OwnedTrace : public TraceSource {
public:
  explicit OwnedTrace(Trace trace) : trace_(std::move(trace)) {}
  const TraceHead& head() const override { return source_.head(); }
  void rewind() override { source_.rewind(); }
  const TraceStep* next() override { return source_.next(); }

private:
  Trace trace_;
  TraceInMemory source_{trace_};
};

}  // namespace

std::unique_ptr<TraceSource> open_trace(const std::string& path) {
  if (!std::filesystem::exists(path) || std::filesystem::is_regular_file(path))
    return std::make_unique<TraceFile>(path);
  return std::make_unique<OwnedTrace>(read_trace(read_file(path), path));
}

}  // namespace verigrad::conformance
