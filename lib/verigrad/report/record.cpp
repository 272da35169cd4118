#include "verigrad/report/record.hpp"

#include "verigrad/report/file.hpp"
#include "verigrad/report/json.hpp"

namespace verigrad {
namespace {

void try_to_save(const Report& report, const std::filesystem::path& json) {
  try {
    save_json(report, json);
  } catch (const FileError&) {
    return;
  }
}

}  // namespace

void save_json(const Report& report, const std::filesystem::path& json) {
  if (!json.empty()) write_file(json, to_json(report));
}

bool record_run(Report& report, const std::vector<Task>& tasks, const WorkerOptions& options,
                const std::filesystem::path& json, const std::function<void(const Finding&)>& found) {
  const std::filesystem::path kept_current = is_stream(json) ? std::filesystem::path() : json;
  save_json(report, kept_current);
  return run_tasks(tasks, options, [&](Finding finding) {
    report.add(finding);
    try_to_save(report, kept_current);
    found(finding);
  });
}

}  // namespace verigrad
