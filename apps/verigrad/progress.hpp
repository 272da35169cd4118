// Progress: one line on a terminal that says how far a run is; silent in a pipe.
#pragma once

#include <cstddef>
#include <string>

#include "verigrad/report/finding.hpp"

namespace verigrad::app {

class Progress {
public:
  /// Shown only if standard error is a terminal.
  explicit Progress(std::size_t total);
  /// Takes the line off the terminal.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const Finding& finding);
  /// A message that stays, in a pipe too.
  void tell(const std::string& message);

private:
  void draw(const std::string& line) const;

  bool visible_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t problems_ = 0;
};

}  // namespace verigrad::app
