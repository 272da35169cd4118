#include "verigrad/report/workers.hpp"

#include <poll.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <system_error>

#include "verigrad/report/worker.hpp"

namespace verigrad {
namespace {

using Workers = std::vector<std::unique_ptr<Worker>>;

/// Milliseconds until the first worker reaches the limit, at most a second.
int patience(const Workers& workers, double limit) {
  double longest = 0;
  for (const auto& worker : workers) longest = std::max(longest, worker->seconds());
  return int(std::ceil(1000 * std::clamp(limit - longest, 0.0, 1.0)));
}

/// How many workers the limit of open files allows, beside what else is open.
std::size_t affordable() {
  constexpr std::size_t of_a_worker = 2, of_the_rest = 64;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) return SIZE_MAX;
  return files.rlim_cur > of_the_rest + of_a_worker ? (files.rlim_cur - of_the_rest) / of_a_worker : 1;
}

/// Starts the task. Returns whether the system had what it takes; if it has nothing even for one, throws.
bool start(Workers& workers, const Task& task, const Settings& settings) {
  try {
    workers.push_back(std::make_unique<Worker>(task, settings));
    return true;
  } catch (const std::system_error&) {
    if (workers.empty()) throw;
    return false;
  }
}

/// Waits for news from a worker, the first time-out or the stop descriptor. Returns whether to go on.
bool wait_for_news(const Workers& workers, const WorkerOptions& options) {
  std::vector<pollfd> watched{{options.stop_descriptor, POLLIN, 0}};
  for (const auto& worker : workers) {
    watched.push_back({worker->result_descriptor(), POLLIN, 0});
    watched.push_back({worker->output_descriptor(), POLLIN, 0});
  }
  poll(watched.data(), watched.size(), patience(workers, options.time_limit));
  return watched[0].revents == 0;
}

void hand_over(Workers& workers, double limit, const std::function<void(Finding)>& found) {
  for (auto& worker : workers) {
    worker->read();
    const bool ended = worker->ended();
    if (!ended && worker->seconds() < limit) continue;
    found(ended ? worker->finding() : worker->timed_out(limit));
    worker.reset();
  }
  std::erase(workers, nullptr);
}

}  // namespace

bool run_tasks(const std::vector<Task>& tasks, const WorkerOptions& options, const std::function<void(Finding)>& found,
               const std::function<void()>& meanwhile) {
  const std::size_t most = std::min(std::size_t(options.jobs), affordable());
  Workers workers;
  auto next = tasks.begin();
  while (next != tasks.end() || !workers.empty()) {
    while (next != tasks.end() && workers.size() < most && start(workers, *next, options.settings)) ++next;
    const bool go_on = wait_for_news(workers, options);
    hand_over(workers, options.time_limit, found);
    if (!go_on) return false;
    meanwhile();
  }
  return true;
}

}  // namespace verigrad
