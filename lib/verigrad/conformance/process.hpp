// Process: a program in any language that answers JSON objects, one a line, on its standard input and output.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "verigrad/text/descriptor.hpp"

namespace verigrad {

/// The program did not answer as it should: names the request, what came instead, and the remedy.
struct ProcessError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The stop descriptor could be read while the program was waited for.
struct ProcessStopped : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A number of a reply, which need not be finite (conformance/json_line.hpp). Throws ProcessError for anything else;
/// `what` names it.
double number_in(const nlohmann::json& value, const std::string& what);

/// A program that runs and answers; it ends with the object.
class Process {
public:
  static constexpr std::size_t usual_longest_line = std::size_t(1) << 28;

  /// Starts `command` through /bin/sh, in a process group of its own. A reply may take so many seconds, and a line so
  /// many bytes. Whoever handles signals gives a descriptor that can be read when the program is to be ended. Throws
  /// std::system_error when the system gives no process or pipe.
  Process(std::string command, double time_limit, int stop_descriptor = -1,
          std::size_t longest_line = usual_longest_line);
  /// Ends what is left of the group.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Sends the request, an object whose first key is its name, and returns the object that answers it. Throws
  /// ProcessError or ProcessStopped, and has then ended the group.
  nlohmann::json ask(const nlohmann::json& request);
  /// Sends {"stop": {}} and lets the program end by itself, for as long as a reply may take and ten seconds at most.
  void stop();

private:
  using Clock = std::chrono::steady_clock;

  [[noreturn]] void fail(const std::string& what);
  void begin(const nlohmann::json& request);
  std::string exchange(std::string line);
  bool wait_for_news(bool writing);
  void write_some(std::string& line);
  void read_some();
  [[noreturn]] void fail_at_end();
  bool has_ended();
  void end();
  std::string last_words();

  std::string command_;
  double time_limit_;
  int stop_descriptor_;
  std::size_t longest_line_;
  Descriptor input_;   ///< the program's standard input
  Descriptor output_;  ///< its standard output
  Descriptor errors_;  ///< its standard error
  pid_t process_ = -1;
  int status_ = 0;
  long requests_ = 0;
  std::string request_ = {};  ///< "request 3 (step)"
  Clock::time_point deadline_ = {};
  std::string replies_ = {};
  std::string said_ = {};  ///< the end of what it wrote to standard error
};

}  // namespace verigrad
