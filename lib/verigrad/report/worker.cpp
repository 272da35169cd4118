#include "verigrad/report/worker.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "verigrad/report/json.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/pipe.hpp"

namespace verigrad {
namespace {

constexpr std::size_t kept_output = 300;
constexpr char end_of_result = '\0';      ///< which no JSON contains
constexpr char begin_of_output = '\x1e';  ///< the record separator

void send(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) _exit(1);
    if (count > 0) text.remove_prefix(std::size_t(count));
  }
}

/// What a check printed before is no part of the next one's last words, even where both arrive together.
void mark_output() { [[maybe_unused]] const ssize_t is_not_needed = write(STDOUT_FILENO, &begin_of_output, 1); }

/// A group of its own, so that Ctrl-C reaches only the parent, which ends the group; and no life beyond the parent's.
void become_a_worker(pid_t parent, int output) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  stop_on_signals();
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
}

Evidence no_evidence(std::string why) {
  Evidence evidence;
  evidence.error = std::move(why);
  return evidence;
}

/// Its seconds, evidence as JSON, and the end.
std::string result_of(const Check& check, const Settings& settings) {
  const auto start = Worker::Clock::now();
  const Evidence evidence = evidence_of(check, settings);
  std::fflush(nullptr);
  const std::chrono::duration<double> seconds = Worker::Clock::now() - start;
  return fmt::format("{} {}{}", seconds.count(), to_json(evidence), end_of_result);
}

}  // namespace

Evidence evidence_of(const Check& check, const Settings& settings) {
  try {
    return check.run(settings);
  } catch (const std::exception& error) {
    return no_evidence(fmt::format("threw: {}", error.what()));
  } catch (...) {
    return no_evidence("threw something that is no std::exception");
  }
}

Worker::Worker(std::vector<const Task*> tasks, const Settings& settings) : tasks_(std::move(tasks)) {
  Pipe result = make_pipe();
  Pipe output = make_pipe();
  never_wait(result.read_end);
  never_wait(output.read_end);
  result_.descriptor = std::move(result.read_end);
  output_.descriptor = std::move(output.read_end);
  std::fflush(nullptr);
  std::cout.flush();
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ < 0) fail_for_want_of_processes("no process for a worker");
  if (process_ == 0) {
    become_a_worker(parent, output.write_end.number());
    for (const Task* task : tasks_) {
      mark_output();
      send(result.write_end.number(), result_of(task->check, settings));
    }
    _exit(0);
  }
  setpgid(process_, process_);
}

Worker::~Worker() {
  if (process_ > 0) wait();
}

void Worker::Stream::read(std::size_t keep) {
  char buffer[65536];
  while (descriptor.is_open()) {
    const ssize_t count = ::read(descriptor.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;
    if (count == 0) {
      descriptor.close();
      return;
    }
    text.append(buffer, std::size_t(count));
    if (text.size() > keep) text.erase(0, text.size() - keep);
  }
}

std::vector<Finding> Worker::read() {
  result_.read(std::string::npos);
  output_.read(kept_output);
  std::vector<Finding> findings;
  std::string_view text = result_.text;
  for (std::size_t end; (end = text.find(end_of_result)) != text.npos && !left().empty(); text.remove_prefix(end + 1)) {
    findings.push_back(answer(text.substr(0, end)));
    ++answered_;
    start_ = Clock::now();
  }
  result_.text.erase(0, result_.text.size() - text.size());
  return findings;
}

Finding Worker::answer(std::string_view text) {
  double taken = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), taken);
  try {
    if (error != std::errc()) throw std::invalid_argument("it begins with no seconds");
    text.remove_prefix(std::size_t(end - text.data()));
    return with(evidence_from_json(std::string(text)), taken);
  } catch (const std::invalid_argument& complaint) {
    return with(no_evidence(fmt::format("sent a broken result: {}{}", complaint.what(), last_words())), seconds());
  }
}

double Worker::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

/// Ends what is left of the group and returns the process's status.
int Worker::wait() {
  int status = 0;
  if (!ended()) kill(-process_, SIGKILL);
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  kill(-std::exchange(process_, -1), SIGKILL);
  return status;
}

std::string Worker::last_words() const {
  std::string text = output_.text.substr(output_.text.rfind(begin_of_output) + 1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.pop_back();
  return text.empty() ? "" : fmt::format("; its last output: {}", text);
}

Evidence Worker::none(int status) const {
  return no_evidence((WIFSIGNALED(status)
                          ? "stopped by " + signal_name(WTERMSIG(status))
                          : fmt::format("ended with exit status {} and no result", WEXITSTATUS(status))) +
                     last_words());
}

Finding Worker::with(Evidence evidence, double seconds) const {
  const Task& task = *left().front();
  return {task.index, task.check.id, task.data, std::move(evidence), seconds, task.code};
}

Finding Worker::failure() {
  const int status = wait();
  output_.read(kept_output);
  return with(none(status), seconds());
}

Finding Worker::timed_out(double limit) {
  wait();
  return with(no_evidence(fmt::format("timed out after {} s", limit)), seconds());
}

}  // namespace verigrad
