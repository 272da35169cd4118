#include "verigrad/report/workers.hpp"

#include <poll.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "verigrad/report/worker.hpp"

namespace verigrad {
namespace {

using Workers = std::vector<std::unique_ptr<Worker>>;

/// Milliseconds until the first worker reaches the limit; −1 for no limit.
int patience(const Workers& workers, double limit) {
  if (!std::isfinite(limit)) return -1;
  double longest = 0;
  for (const auto& worker : workers) longest = std::max(longest, worker->seconds());
  constexpr double longest_wait = 3600;
  return int(std::ceil(1000 * std::clamp(limit - longest, 0.0, longest_wait)));
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

bool run_tasks(const std::vector<Task>& tasks, const WorkerOptions& options,
               const std::function<void(Finding)>& found) {
  Workers workers;
  auto next = tasks.begin();
  while (next != tasks.end() || !workers.empty()) {
    while (next != tasks.end() && workers.size() < std::size_t(options.jobs))
      workers.push_back(std::make_unique<Worker>(*next++, options.settings));
    if (!wait_for_news(workers, options)) return false;
    hand_over(workers, options.time_limit, found);
  }
  return true;
}

}  // namespace verigrad
