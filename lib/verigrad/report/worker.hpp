// Worker: a few checks one after the other in a process of their own, so that a crash, exit or endless loop is the
// result of that check and nothing else's.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "verigrad/report/finding.hpp"
#include "verigrad/text/descriptor.hpp"

namespace verigrad {

/// The evidence of the check, in this process; an exception becomes its error.
Evidence evidence_of(const Check& check, const Settings& settings);

/// A process that runs its checks one after the other.
class Worker {
public:
  using Clock = std::chrono::steady_clock;

  /// Starts the first check. Throws std::system_error when the system gives no process or pipe.
  Worker(std::vector<const Task*> tasks, const Settings& settings);
  /// Kills the process if it still runs.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// To poll for reading; read() takes what is there.
  int result_descriptor() const { return result_.descriptor.number(); }
  int output_descriptor() const { return output_.descriptor.number(); }
  /// What was found since the last call.
  std::vector<Finding> read();
  /// Whether the process has sent all it will ever send.
  bool ended() const { return !result_.descriptor.is_open(); }
  /// The tasks that nothing was found of yet, in order; the first of them runs.
  std::span<const Task* const> left() const { return std::span(tasks_).subspan(answered_); }
  /// Whether the check that runs is the first of its process.
  bool is_fresh() const { return answered_ == 0; }
  /// Of the check that runs.
  double seconds() const;

  /// Once ended with tasks left: why nothing was found of the first of them.
  Finding failure();
  /// Ends the process: the check that runs has used up the limit.
  Finding timed_out(double limit);

private:
  struct Stream {
    Descriptor descriptor;
    std::string text = {};
    /// Takes what is there, of which only the last `keep` bytes stay.
    void read(std::size_t keep);
  };

  int wait();
  Finding answer(std::string_view text);
  Evidence none(int status) const;
  std::string last_words() const;
  Finding with(Evidence evidence, double seconds) const;

  std::vector<const Task*> tasks_;
  std::size_t answered_ = 0;
  Clock::time_point start_ = Clock::now();  ///< of the check that runs
  Stream result_;                           ///< of each check its seconds and its evidence as JSON
  Stream output_;                           ///< whatever the check prints
  pid_t process_ = -1;
};

}  // namespace verigrad
