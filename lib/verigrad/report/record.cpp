#include "verigrad/report/record.hpp"

#include <chrono>

#include "verigrad/report/json.hpp"

namespace verigrad {
namespace {

using Clock = std::chrono::steady_clock;

/// Keeps the file of a report current.
class Record {
public:
  Record(const Report& report, const OutputFile* json, const RunListener& listener)
      : report_(report), json_(json), listener_(listener) {
    if (json_ && !json_->is_stream()) json_->write(to_json(report_));
  }

  void add_news() { has_news_ = true; }

  void save_if_due() {
    constexpr std::chrono::seconds between_writes(1);
    if (!json_ || json_->is_stream() || !has_news_ || Clock::now() - last_ < between_writes) return;
    const bool known = !trouble_.empty();
    save();
    if (!known && !trouble_.empty()) listener_.unsaved(trouble_);
  }

  /// Returns why not, or nothing.
  std::string save_at_the_end() {
    if (json_ && (has_news_ || json_->is_stream())) save();
    return trouble_;
  }

private:
  void save() {
    try {
      json_->write(to_json(report_));
      trouble_.clear();
      has_news_ = false;
    } catch (const FileError& error) {
      trouble_ = error.what();
    }
    last_ = Clock::now();
  }

  const Report& report_;
  const OutputFile* json_;
  const RunListener& listener_;
  bool has_news_ = false;
  std::string trouble_;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

RunEnd record_run(Report& report, const std::vector<Task>& tasks, const WorkerOptions& options, const OutputFile* json,
                  const RunListener& listener) {
  Record record(report, json, listener);
  const auto found = [&](const Finding& finding) {
    report.add(finding);
    record.add_news();
    listener.found(finding);
  };
  try {
    const bool finished = run_tasks(tasks, options, found, [&] { record.save_if_due(); });
    return {finished, record.save_at_the_end()};
  } catch (...) {
    record.save_at_the_end();
    throw;
  }
}

}  // namespace verigrad
