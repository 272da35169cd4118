#include "run_flags.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <thread>

#include <fmt/format.h>

namespace verigrad::app {
namespace {

/// The number that is the whole of `text`, or nothing.
template <class Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace

CLI::Validator whole_number(std::uint64_t lowest, std::uint64_t highest) {
  return {[=](const std::string& text) {
            const auto number = number_in<std::uint64_t>(text);
            if (number && *number >= lowest && *number <= highest) return std::string();
            return fmt::format("\"{}\" is not a whole number from {} to {}", text, lowest, highest);
          },
          ""};
}

CLI::Validator positive_number() {
  return {[](const std::string& text) {
            const auto number = number_in<double>(text);
            if (number && std::isfinite(*number) && *number > 0) return std::string();
            return fmt::format("\"{}\" is not a number greater than 0", text);
          },
          ""};
}

CLI::Validator number_at_least_0() {
  return {[](const std::string& text) {
            const auto number = number_in<double>(text);
            if (number && std::isfinite(*number) && *number >= 0) return std::string();
            return fmt::format("\"{}\" is not a number of at least 0", text);
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](const std::string& text) { return text.empty() ? "the name is empty; name a file" : ""; }, ""};
}

void add_run_flags(CLI::App& command, WorkerOptions& options) {
  constexpr std::uint64_t most_cases = 1'000'000'000;
  constexpr std::uint64_t most_jobs = 4096;
  options.jobs = int(std::max(1u, std::thread::hardware_concurrency()));
  command.add_option("--cases", options.settings.cases, "instances to draw for each sampled check")
      ->type_name("N")
      ->check(whole_number(1, most_cases))
      ->capture_default_str();
  command.add_option("--seed", options.settings.seed, "seed of the run")
      ->type_name("S")
      ->check(whole_number(0, UINT64_MAX))
      ->capture_default_str();
  command.add_option("--jobs,-j", options.jobs, "checks to run at once, each in a process of its own")
      ->type_name("J")
      ->check(whole_number(1, most_jobs))
      ->default_str("processors at hand");
  command.add_option("--time-limit", options.time_limit, "seconds after which a check is ended as an error")
      ->type_name("SECONDS")
      ->check(positive_number())
      ->default_str("none");
}

}  // namespace verigrad::app
