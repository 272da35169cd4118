#include "verigrad/report/stop_signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace verigrad {
namespace {

constexpr std::array stopping{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t last_signal = 0;
int signal_pipe[2] = {-1, -1};

void on_signal(int signal_number) {
  const int error = errno;
  last_signal = signal_number;
  const char byte = 0;
  [[maybe_unused]] const auto written = write(signal_pipe[1], &byte, 1);
  errno = error;
}

bool is_ignored(int signal_number) {
  struct sigaction current {};
  return sigaction(signal_number, nullptr, &current) == 0 && current.sa_handler == SIG_IGN;
}

void handle_with(void (*handler)(int)) {
  for (const int signal_number : stopping)
    if (!is_ignored(signal_number)) std::signal(signal_number, handler);
}

}  // namespace

StopSignals::StopSignals() {
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error(errno, std::generic_category(), "no pipe for signals");
  last_signal = 0;
  handle_with(on_signal);
}

StopSignals::~StopSignals() {
  stop_on_signals();
  close(signal_pipe[0]);
  close(signal_pipe[1]);
}

void stop_on_signals() { handle_with(SIG_DFL); }

int StopSignals::descriptor() const { return signal_pipe[0]; }
int StopSignals::received() const { return last_signal; }

}  // namespace verigrad
