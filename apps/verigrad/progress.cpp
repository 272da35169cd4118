#include "progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

#include "verigrad/report/echo.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/summary.hpp"

namespace verigrad::app {
namespace {

constexpr const char* erase_line = "\r\033[K";

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
}

}  // namespace

TerminalLine::TerminalLine() : visible_(isatty(STDERR_FILENO)) {}

TerminalLine::~TerminalLine() { draw(""); }

void TerminalLine::draw(const std::string& line) const {
  if (!visible_) return;
  std::fputs(fmt::format("{}{:.{}}", erase_line, on_one_line(line), terminal_width()).c_str(), stderr);
  std::fflush(stderr);
}

void TerminalLine::tell(const std::string& message) const {
  draw("");
  verigrad::tell("verigrad: " + on_one_line(message));
}

Progress::Progress(std::size_t total) : total_(total) { line_.draw(fmt::format("0/{}", total_)); }

void Progress::show(const Finding& finding) {
  ++done_;
  problems_ += is_problem(finding);
  const std::string trouble = problems_ > 0 ? fmt::format(", {} not as expected", problems_) : "";
  line_.draw(fmt::format("{}/{}{} · {}: {}", done_, total_, trouble, suite_name(finding), finding.id.name));
}

}  // namespace verigrad::app
