#include "progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

#include "verigrad/report/summary.hpp"

namespace verigrad::app {
namespace {

constexpr const char* erase_line = "\r\033[K";

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
}

}  // namespace

Progress::Progress(std::size_t total) : visible_(isatty(STDERR_FILENO)), total_(total) {}

Progress::~Progress() {
  if (visible_) fmt::print(stderr, "{}", erase_line);
}

void Progress::show(const Finding& finding) {
  ++done_;
  problems_ += finding.outcome() != Outcome::passed;
  if (!visible_) return;
  const std::string trouble = problems_ > 0 ? fmt::format(", {} not as expected", problems_) : "";
  const std::string line =
      fmt::format("{}/{}{} · {}: {}", done_, total_, trouble, suite_name(finding), finding.id.name);
  fmt::print(stderr, "{}{:.{}}", erase_line, line, terminal_width());
  std::fflush(stderr);
}

}  // namespace verigrad::app
