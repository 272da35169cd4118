// StopSignals: Ctrl-C and termination as something to wait for, so that a run can end in good order.
#pragma once

namespace verigrad {

/// While it lives, SIGINT, SIGTERM and SIGHUP do not end the process but make descriptor() readable; one that the
/// process was started to ignore, as nohup does, stays ignored. One at a time.
class StopSignals {
public:
  /// Throws std::system_error when the system gives no pipe.
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Can be read once a signal has come.
  int descriptor() const;
  /// The last signal that came, or 0.
  int received() const;
};

/// Lets each of those signals end this process again, but for those that are ignored.
void stop_on_signals();

}  // namespace verigrad
