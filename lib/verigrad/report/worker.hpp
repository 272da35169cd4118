// Worker: one check in a process of its own, so that its crash, exit or endless loop is its result and nothing else's.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "verigrad/report/finding.hpp"
#include "verigrad/text/descriptor.hpp"

namespace verigrad {

/// The evidence of the check, in this process; an exception becomes its error.
Evidence evidence_of(const Check& check, const Settings& settings);

class Worker {
public:
  using Clock = std::chrono::steady_clock;

  /// Starts the check. Throws std::system_error when the system gives no process or pipe.
  Worker(const Task& task, const Settings& settings);
  /// Kills the process if it still runs.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// To poll for reading; read() takes what is there.
  int result_descriptor() const { return result_.descriptor.number(); }
  int output_descriptor() const { return output_.descriptor.number(); }
  void read();
  /// Whether the process has sent all it will ever send.
  bool ended() const { return !result_.descriptor.is_open(); }
  double seconds() const;

  /// Once ended: what the check found, or why it found nothing.
  Finding finding();
  /// Ends the process: it has used up the limit.
  Finding timed_out(double limit);

private:
  struct Stream {
    Descriptor descriptor;
    std::string text = {};
    /// Takes what is there, of which only the last `keep` bytes stay.
    void read(std::size_t keep);
  };

  int wait();
  Evidence evidence(int status) const;
  std::string last_words() const;
  Finding with(Evidence evidence) const;

  const Task* task_;
  Clock::time_point start_ = Clock::now();
  Stream result_;  ///< evidence as JSON
  Stream output_;  ///< whatever the check prints
  pid_t process_ = -1;
};

}  // namespace verigrad
