#include "verigrad/report/workers.hpp"

#include <poll.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <system_error>

#include <fmt/format.h>

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

/// What is still to be run, in order.
class Queue {
public:
  Queue(const std::vector<Task>& tasks, std::size_t workers) : workers_(workers) {
    for (const Task& task : tasks) waiting_.push_back({&task, false});
  }

  bool empty() const { return waiting_.empty(); }

  /// What a worker should run next: many while much is left, so that processes cost little, few toward the end, so that
  /// workers end together.
  std::vector<const Task*> next() const {
    constexpr std::size_t most = 32, shares = 4;
    const std::size_t share = std::clamp(waiting_.size() / (shares * workers_), std::size_t(1), most);
    std::vector<const Task*> tasks;
    for (const auto& [task, alone] : waiting_) {
      if (tasks.size() == share || (alone && !tasks.empty())) break;
      tasks.push_back(task);
      if (alone) break;
    }
    return tasks;
  }
  void remove(std::size_t count) { waiting_.erase(waiting_.begin(), waiting_.begin() + std::ptrdiff_t(count)); }

  void put_back(std::span<const Task* const> tasks) {
    for (auto task = tasks.rbegin(); task != tasks.rend(); ++task) waiting_.push_front({*task, false});
  }
  /// The first in a process of its own, for it ended the one that it shared, or was ended with it.
  void put_back_with_first_alone(std::span<const Task* const> tasks, const std::string& how_it_ended) {
    put_back(tasks);
    waiting_.front().alone = true;
    ended_[tasks.front()->index] = how_it_ended;
  }

  /// The finding, with a note if its check ended a process that it shared.
  Finding noted(Finding finding) const {
    const auto ended = ended_.find(finding.index);
    if (ended == ended_.end()) return finding;
    std::string& note = finding.evidence.note;
    note += fmt::format("{}run again alone, for in a process that had run other checks: {}", note.empty() ? "" : "; ",
                        ended->second);
    return finding;
  }

private:
  struct Waiting {
    const Task* task;
    bool alone;
  };
  std::deque<Waiting> waiting_;
  std::map<std::size_t, std::string> ended_;  ///< how, by the index of the task
  std::size_t workers_;
};

/// Starts the next tasks. Returns whether the system had what it takes; if it has nothing even for one, throws.
bool start(Workers& workers, Queue& queue, const Settings& settings) {
  const std::vector<const Task*> tasks = queue.next();
  try {
    workers.push_back(std::make_unique<Worker>(tasks, settings));
    queue.remove(tasks.size());
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

/// Where a check that was not the first of its process fell or timed out, it runs again alone, so that what others left
/// in the process is no part of what is found of it.
void end(Worker& worker, double limit, const std::function<void(Finding)>& found, Queue& queue) {
  const Finding finding = worker.ended() ? worker.failure() : worker.timed_out(limit);
  if (!worker.is_fresh()) return queue.put_back_with_first_alone(worker.left(), finding.evidence.error);
  found(queue.noted(finding));
  queue.put_back(worker.left().subspan(1));
}

void hand_over(Workers& workers, double limit, const std::function<void(Finding)>& found, Queue& queue) {
  for (auto& worker : workers) {
    for (Finding& finding : worker->read()) found(queue.noted(std::move(finding)));
    if (!worker->left().empty()) {
      if (!worker->ended() && worker->seconds() < limit) continue;
      end(*worker, limit, found, queue);
    }
    worker.reset();
  }
  std::erase(workers, nullptr);
}

}  // namespace

bool run_tasks(const std::vector<Task>& tasks, const WorkerOptions& options, const std::function<void(Finding)>& found,
               const std::function<void()>& meanwhile) {
  const std::size_t most = std::min(std::size_t(options.jobs), affordable());
  Workers workers;
  Queue queue(tasks, most);
  while (!queue.empty() || !workers.empty()) {
    while (!queue.empty() && workers.size() < most && start(workers, queue, options.settings)) continue;
    const bool go_on = wait_for_news(workers, options);
    hand_over(workers, options.time_limit, found, queue);
    if (!go_on) return false;
    meanwhile();
  }
  return true;
}

}  // namespace verigrad
