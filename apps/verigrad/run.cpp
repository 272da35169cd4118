#include "run.hpp"

#include <fmt/format.h>

#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/pipe.hpp"

#include "progress.hpp"

namespace verigrad::app {

RunResult run(Report& report, const std::vector<Task>& tasks, WorkerOptions options, const OutputFile* json) {
  const StopSignals stop;
  options.stop_descriptor = stop.descriptor();
  report.settings = options.settings;
  report.planned = tasks.size();
  Progress progress(tasks.size());
  const RunListener listener{
      .found = [&](const Finding& finding) { progress.show(finding); },
      .unsaved =
          [&](const std::string& why) { progress.tell(fmt::format("{}; the run goes on and tries again", why)); }};
  RunEnd end = record_run(report, tasks, options, json, listener);
  return {end.finished ? 0 : stop.received(), std::move(end.unsaved)};
}

int status_by_signal(int signal_number) {
  constexpr int by_signal = 128;
  return by_signal + signal_number;
}

int interrupted(int signal_number, const Report& report) {
  tell(fmt::format("verigrad: stopped by {} after {} of {} checks", signal_name(signal_number), report.findings.size(),
                   report.planned));
  return status_by_signal(signal_number);
}

}  // namespace verigrad::app
