// Pipe: what one process writes and another reads; and the words for how a process ended.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "verigrad/text/descriptor.hpp"

namespace verigrad {

/// Throws std::system_error for errno, with the remedy where the system has no more processes or open files to give.
[[noreturn]] inline void fail_for_want_of_processes(const std::string& what) {
  throw std::system_error(errno, std::generic_category(),
                          what + " (raise the limits of processes and open files, `ulimit -a`)");
}

/// Both ends of a pipe, closed at the end of their scope.
struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

/// Both ends are closed in programs that this process turns into. Throws std::system_error when the system gives none.
inline Pipe make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) fail_for_want_of_processes("no pipe to another process");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// From now on reading and writing do not wait, but fail with EAGAIN.
inline void never_wait(const Descriptor& descriptor) { fcntl(descriptor.number(), F_SETFL, O_NONBLOCK); }

/// SIGKILL for 9.
inline std::string signal_name(int signal_number) {
  const char* name = sigabbrev_np(signal_number);
  return name ? "SIG" + std::string(name) : "signal " + std::to_string(signal_number);
}

}  // namespace verigrad
