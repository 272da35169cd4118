// Programs that answer JSON, and those that do not: each fault is named, and nothing is left running.
#include "verigrad/conformance/process.hpp"

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/text/pipe.hpp"

namespace verigrad::conformance_process_test {
namespace {

using nlohmann::json;

constexpr double patience = 20, impatience = 0.3;
const json start{{"start", json::object()}}, value{{"value", json::object()}};

/// Answers every line with this.
std::string answering(const std::string& reply) { return "while read -r line; do echo '" + reply + "'; done"; }

/// What becomes of a program that is asked to start, then for a value.
std::string fault(const std::string& command, double time_limit = patience, std::size_t longest_line = 1000) {
  try {
    Process process(command, time_limit, -1, longest_line);
    process.ask(start);
    process.ask(value);
  } catch (const ProcessError& error) {
    return error.what();
  }
  return "no fault";
}

bool is_running(int process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("State:")) return line.find('Z') == std::string::npos;
  return false;
}

/// Whether the process ends within seconds.
bool ends(int process) {
  for (int n = 0; n < 500 && is_running(process); ++n) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return !is_running(process);
}

TEST(Process, answers_line_by_line) {
  Process process("while read -r line; do echo \"{\\\"got\\\": $line}\"; done", patience);
  for (int n = 0; n < 100; ++n) EXPECT_EQ(process.ask({{"step", n}}), (json{{"got", {{"step", n}}}}));
  process.stop();
  EXPECT_THROW(process.ask(value), ProcessError) << "it has been ended";
}

TEST(Process, hands_over_long_lines_while_the_program_already_answers) {
  const json request{{"at", std::vector<double>(300000, 1.0 / 3)}};
  Process process("cat", patience);
  for (int n = 0; n < 3; ++n) EXPECT_EQ(process.ask(request), request);
}

TEST(Process, takes_numbers_that_are_not_finite) {
  Process process(answering(R"({"nan": [NaN, nan, -nan], "inf \" NaN": [Infinity, inf, -Infinity, -inf], "x": 1.5})"),
                  patience);
  const json reply = process.ask(value);
  for (const json& entry : reply["nan"]) EXPECT_TRUE(std::isnan(number_in(entry, "entry")));
  const json& infinite = reply["inf \" NaN"];
  for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(number_in(infinite[k], "entry"), k < 2 ? INFINITY : -INFINITY);
  EXPECT_EQ(number_in(reply["x"], "x"), 1.5);
  EXPECT_THROW(number_in(json("nanny"), "x"), ProcessError);
  EXPECT_THROW(number_in(json(nullptr), "x"), ProcessError);
}

TEST(Process, names_what_came_instead_of_an_answer) {
  EXPECT_EQ(
      fault("read -r line; exit 3"),
      R"("read -r line; exit 3" ended with exit status 3 and did not answer request 1 (start); let it answer until )"
      "it is asked to stop");
  EXPECT_EQ(fault("exit 3").find("\"exit 3\" ended with exit status 3"), 0u) << "writing to it raises no signal";
  EXPECT_EQ(
      fault("read -r line; echo '{}'; read -r line; kill -SEGV $$"),
      R"("read -r line; echo '{}'; read -r line; kill -SEGV $$" was ended by SIGSEGV and did not answer request 2 (value))");
  EXPECT_NE(fault("no-such-program")
                .find("name a command that the shell finds; its last words: \"sh: 1: "
                      "no-such-program: not found\""),
            std::string::npos)
      << fault("no-such-program");
  EXPECT_EQ(fault("cat >/dev/null", impatience)
                .find("\"cat >/dev/null\" did not answer request 1 (start) within 0.3 s; "
                      "raise the time limit"),
            0u);
  EXPECT_EQ(fault("exec >&-; sleep 100", impatience),
            R"("exec >&-; sleep 100" closed its standard output and did not answer request 1 (start); leave it open)");
  EXPECT_NE(
      fault("read -r line; echo Loading the model; " + answering("{}"))
          .find("answered request 1 (start) with \"Loading the model\", which is no JSON object; print one object "
                "a line, and all else to standard error"),
      std::string::npos);
  EXPECT_NE(fault(answering("[1]")).find("with \"[1]\", which is no JSON object"), std::string::npos);
  EXPECT_NE(fault(answering("{\"value\": 1")).find("which is no JSON object"), std::string::npos);
  EXPECT_NE(fault("read -r line; echo '{}'; echo 'epoch 1'; sleep 0.1; " + answering("{}")).find("epoch 1"),
            std::string::npos);
  EXPECT_NE(fault("yes | tr -d '\\n'").find("with a line of more than 1000 bytes; end each object with a line end"),
            std::string::npos);
  EXPECT_NE(fault("read -r line; echo first >&2; echo ValueError: no x >&2; exit 1")
                .find("; its last words: \"ValueError: no x\""),
            std::string::npos);
}

TEST(Process, names_what_is_printed_between_two_requests) {
  Process process("read -r line; echo '{}'; echo 'epoch 1'; echo >&2; cat", patience);
  process.ask(start);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  try {
    process.ask(value);
    ADD_FAILURE() << "not refused";
  } catch (const ProcessError& error) {
    EXPECT_NE(std::string(error.what()).find("printed \"epoch 1\" after its answer to request 1 (start)"),
              std::string::npos)
        << error.what();
  }
}

TEST(Process, does_not_wait_for_a_program_that_fills_standard_error) {
  Process process("head -c 1000000 /dev/zero | tr '\\0' x >&2; " + answering("{}"), patience);
  EXPECT_EQ(process.ask(start), json::object());
}

TEST(Process, leaves_nothing_running_and_nothing_open) {
  const auto open_descriptors = [] { return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}); };
  const auto before = open_descriptors();
  const std::string with_child = "read -r _; sleep 1000 & echo \"{\\\"child\\\": $!}\"; wait";
  const auto child_of = [](Process& process) { return process.ask(start)["child"].get<int>(); };
  int left = 0;
  {
    Process process(with_child, patience);
    left = child_of(process);
    EXPECT_TRUE(is_running(left));
  }
  EXPECT_TRUE(ends(left)) << "after the destructor";
  {
    Process process(with_child, impatience);
    left = child_of(process);
    EXPECT_THROW(process.ask(value), ProcessError);
    EXPECT_TRUE(ends(left)) << "after a fault";
  }
  {
    Process process(with_child, impatience);
    left = child_of(process);
    process.stop();
    EXPECT_TRUE(ends(left)) << "after it was asked to stop, and did not";
  }
  { Process process("exit 0", patience); }
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Process, lets_the_program_end_by_itself_when_asked_to_stop) {
  const std::string file = testing::TempDir() + "verigrad_process_stopped";
  std::filesystem::remove(file);
  Process process("read -r line; echo '{}'; read -r line; sleep 0.2; echo \"$line\" > " + file, patience);
  process.ask(start);
  process.stop();
  std::string line;
  std::getline(std::ifstream(file), line);
  EXPECT_EQ(line, R"({"stop":{}})");
  std::filesystem::remove(file);
}

TEST(Process, ends_when_the_stop_descriptor_can_be_read) {
  Pipe pipe = make_pipe();
  Process process("read -r _; echo \"{\\\"self\\\": $$}\"; sleep 1000", patience, pipe.read_end.number());
  const int self = process.ask(start)["self"];
  pipe.write_end.close();
  EXPECT_THROW(process.ask(value), ProcessStopped);
  EXPECT_TRUE(ends(self));
}

}  // namespace
}  // namespace verigrad::conformance_process_test
