// One line on a terminal that says how far a run is; silent in a pipe.
#pragma once

#include <cstddef>
#include <string>

#include "verigrad/report/finding.hpp"

namespace verigrad::app {

/// The line itself, on standard error; taken off the terminal at the end.
class TerminalLine {
public:
  TerminalLine();
  ~TerminalLine();
  TerminalLine(const TerminalLine&) = delete;
  TerminalLine& operator=(const TerminalLine&) = delete;

  /// In the place of what stands there.
  void draw(const std::string& line) const;
  bool visible() const { return visible_; }
  /// A message that stays, in a pipe too.
  void tell(const std::string& message) const;

private:
  bool visible_;  ///< whether standard error is a terminal
};

class Progress {
public:
  explicit Progress(std::size_t total);

  void show(const Finding& finding);
  void tell(const std::string& message) { line_.tell(message); }

private:
  TerminalLine line_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t problems_ = 0;
};

}  // namespace verigrad::app
