#include "verigrad/conformance/process.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <ctime>
#include <limits>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/conformance/json_line.hpp"
#include "verigrad/text/pipe.hpp"

namespace verigrad {
namespace {

constexpr std::chrono::seconds longest_end(10);  ///< that a program may take to end by itself
constexpr std::size_t kept_errors = 2000, quoted = 120;

/// Writing to a program that has ended is no reason to end: no SIGPIPE comes while this lives.
class WithoutBrokenPipes {
public:
  WithoutBrokenPipes() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutBrokenPipes() {
    const timespec at_once{0, 0};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutBrokenPipes(const WithoutBrokenPipes&) = delete;
  WithoutBrokenPipes& operator=(const WithoutBrokenPipes&) = delete;

private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

/// A group of its own, so that Ctrl-C reaches only the parent, which ends the group; and no life beyond the parent's.
[[noreturn]] void become(const char* command, pid_t parent, int input, int output, int errors) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGXFSZ, SIGPIPE}) std::signal(signal_number, SIG_DFL);
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  _exit(127);
}

std::string in_quotes(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, '.');
  if (text.size() > quoted) text = text.substr(0, quoted) + " …";
  return "\"" + text + "\"";
}

}  // namespace

double number_in(const nlohmann::json& value, const std::string& what) {
  if (const std::optional<double> number = any_number_in(value)) return *number;
  throw ProcessError(fmt::format("{} is {}; give a number", what, in_quotes(value.dump())));
}

Process::Process(std::string command, double time_limit, int stop_descriptor, std::size_t longest_line)
    : command_(std::move(command)),
      time_limit_(time_limit),
      stop_descriptor_(stop_descriptor),
      longest_line_(longest_line) {
  Pipe input = make_pipe(), output = make_pipe(), errors = make_pipe();
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ < 0) fail_for_want_of_processes("no process for a command");
  if (process_ == 0)
    become(command_.c_str(), parent, input.read_end.number(), output.write_end.number(), errors.write_end.number());
  setpgid(process_, process_);
  input_ = std::move(input.write_end);
  output_ = std::move(output.read_end);
  errors_ = std::move(errors.read_end);
  for (const Descriptor* end : {&input_, &output_, &errors_}) never_wait(*end);
}

Process::~Process() { end(); }

nlohmann::json Process::ask(const nlohmann::json& request) {
  begin(request);
  const std::string line = exchange(request.dump() + "\n");
  std::string fault = "is no JSON object; print one object a line, and all else to standard error";
  try {
    nlohmann::json reply = json_line(line);
    if (reply.is_object()) return reply;
  } catch (const nlohmann::json::exception&) {
  } catch (const std::invalid_argument& strange) {
    fault = fmt::format("is not read: {}; print each name once, and lists of numbers", strange.what());
  }
  fail(fmt::format("answered {} with {}, which {}", request_, in_quotes(line), fault));
}

void Process::stop() {
  if (process_ <= 0) return;
  const nlohmann::json request{{"stop", nlohmann::json::object()}};
  std::string line = request.dump() + "\n";
  try {
    begin(request);
    deadline_ = std::min(deadline_, Clock::now() + longest_end);
    while (!line.empty() && input_.is_open()) {
      write_some(line);
      if (!line.empty() && !wait_for_news(true)) break;
    }
    input_.close();
    while (output_.is_open() && wait_for_news(false)) read_some();
  } catch (const ProcessError&) {
    return;
  }
  end();
}

void Process::begin(const nlohmann::json& request) {
  if (process_ <= 0) throw ProcessError(in_quotes(command_) + " has been ended");
  const std::string before = std::exchange(
      request_, fmt::format("request {} ({})", ++requests_, request.empty() ? "" : request.begin().key()));
  deadline_ = Clock::now() +
              std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(std::min(time_limit_, 1e9)));
  if (output_.is_open()) read_some();
  if (!replies_.empty())
    fail(fmt::format("printed {} {}; print one object a line for each request, and all else to standard error",
                     in_quotes(replies_.substr(0, replies_.find('\n'))),
                     before.empty() ? "before the first request" : "after its answer to " + before));
}

/// Sends the line and returns the one that answers it.
std::string Process::exchange(std::string line) {
  for (;;) {
    const std::size_t end = replies_.find('\n');
    if (end != std::string::npos) {
      std::string reply = replies_.substr(0, end);
      replies_.erase(0, end + 1);
      return reply;
    }
    if (replies_.size() > longest_line_)
      fail(fmt::format("answered {} with a line of more than {} bytes; end each object with a line end", request_,
                       longest_line_));
    if (!output_.is_open()) fail_at_end();
    if (!wait_for_news(!line.empty() && input_.is_open()))
      fail(
          fmt::format("did not answer {} within {} s; raise the time limit, or see where it waits: is standard output "
                      "flushed after every line?",
                      request_, time_limit_));
    if (!line.empty()) write_some(line);
    read_some();
  }
}

/// Waits until something can be read or written. Returns whether that was before the deadline.
bool Process::wait_for_news(bool writing) {
  constexpr double longest_wait = 60;
  std::array<pollfd, 4> watched{{{stop_descriptor_, POLLIN, 0},
                                 {output_.number(), POLLIN, 0},
                                 {errors_.number(), POLLIN, 0},
                                 {writing ? input_.number() : -1, POLLOUT, 0}}};
  for (;;) {
    const double seconds = std::chrono::duration<double>(deadline_ - Clock::now()).count();
    if (seconds <= 0) return false;
    const int count = poll(watched.data(), watched.size(), int(std::ceil(1000 * std::min(seconds, longest_wait))));
    if (count > 0) break;
  }
  if (watched[0].revents != 0) {
    end();
    throw ProcessStopped(fmt::format("stopped while {} was at {}", in_quotes(command_), request_));
  }
  return true;
}

void Process::write_some(std::string& line) {
  if (!input_.is_open()) return;
  const WithoutBrokenPipes no_signal;
  const ssize_t count = write(input_.number(), line.data(), line.size());
  if (count > 0) line.erase(0, std::size_t(count));
  if (count < 0 && errno == EPIPE) input_.close();
}

namespace {

/// Takes what is there, and closes the descriptor at its end.
void read_into(std::string& text, Descriptor& descriptor) {
  std::array<char, 65536> buffer;
  if (!descriptor.is_open()) return;
  const ssize_t count = read(descriptor.number(), buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), std::size_t(count));
  if (count == 0) descriptor.close();
}

}  // namespace

void Process::read_some() {
  read_into(replies_, output_);
  read_into(said_, errors_);
  if (said_.size() > kept_errors) said_.erase(0, said_.size() - kept_errors);
}

void Process::fail(const std::string& what) {
  end();
  throw ProcessError(fmt::format("{} {}{}", in_quotes(command_), what, last_words()));
}

/// Standard output has ended without an answer: says how the program did.
void Process::fail_at_end() {
  constexpr int tries = 100;
  for (int n = 0; n < tries && !has_ended(); ++n) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  if (process_ > 0) fail(fmt::format("closed its standard output and did not answer {}; leave it open", request_));
  constexpr int no_such_command = 127;
  if (WIFSIGNALED(status_))
    fail(fmt::format("was ended by {} and did not answer {}", signal_name(WTERMSIG(status_)), request_));
  fail(fmt::format("ended with exit status {} and did not answer {}; {}", WEXITSTATUS(status_), request_,
                   WEXITSTATUS(status_) == no_such_command ? "name a command that the shell finds"
                                                           : "let it answer until it is asked to stop"));
}

/// Whether the program has ended; ends the rest of its group then.
bool Process::has_ended() {
  if (process_ > 0 && waitpid(process_, &status_, WNOHANG) == process_) kill(-std::exchange(process_, -1), SIGKILL);
  return process_ <= 0;
}

void Process::end() {
  if (process_ <= 0) return;
  kill(-process_, SIGKILL);
  while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) continue;
  process_ = -1;
}

std::string Process::last_words() {
  for (std::size_t before = said_.size() + 1; errors_.is_open() && before != said_.size();) {
    before = said_.size();
    read_into(said_, errors_);
  }
  while (!said_.empty() && std::isspace(static_cast<unsigned char>(said_.back()))) said_.pop_back();
  const std::string line = said_.substr(said_.rfind('\n') == std::string::npos ? 0 : said_.rfind('\n') + 1);
  return line.empty() ? "" : fmt::format("; its last words: {}", in_quotes(line));
}

}  // namespace verigrad
