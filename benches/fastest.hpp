// The fastest of many runs in processor time, of which other programs on the machine take little.
#pragma once

#include <time.h>

#include <algorithm>
#include <limits>

namespace verigrad::benches {

class Fastest {
public:
  /// Seconds of this thread's processor time that this run takes.
  template <class Run>
  double time(Run run) {
    const double start = now();
    run();
    const double seconds = now() - start;
    seconds_ = std::min(seconds_, seconds);
    return seconds;
  }
  double seconds() const { return seconds_; }

private:
  static double now() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) + 1e-9 * double(t.tv_nsec);
  }

  double seconds_ = std::numeric_limits<double>::infinity();
};

}  // namespace verigrad::benches
