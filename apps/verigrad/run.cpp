#include "run.hpp"

#include <cstring>

#include <fmt/format.h>

#include "verigrad/report/record.hpp"
#include "verigrad/report/stop_signals.hpp"

#include "progress.hpp"

namespace verigrad::app {

int run(Report& report, const std::vector<Task>& tasks, WorkerOptions options, const std::filesystem::path& json) {
  const StopSignals stop;
  options.stop_descriptor = stop.descriptor();
  report.settings = options.settings;
  report.planned = tasks.size();
  Progress progress(tasks.size());
  const bool finished =
      record_run(report, tasks, options, json, [&](const Finding& finding) { progress.show(finding); });
  return finished ? 0 : stop.received();
}

int interrupted(int signal_number, const Report& report) {
  fmt::print(stderr, "verigrad: stopped by SIG{} after {} of {} checks\n", sigabbrev_np(signal_number),
             report.findings.size(), report.planned);
  constexpr int by_signal = 128;
  return by_signal + signal_number;
}

}  // namespace verigrad::app
