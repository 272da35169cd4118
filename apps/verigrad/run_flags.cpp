#include "run_flags.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <thread>

#include <fmt/format.h>

#include "verigrad/report/echo.hpp"

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
            return fmt::format("\"{}\" is not a whole number from {} to {}", quotable(text), lowest, highest);
          },
          ""};
}

CLI::Validator is_number_of_jobs() {
  constexpr std::uint64_t most = 4096;
  return whole_number(1, most);
}

int processors_at_hand() { return int(std::max(1u, std::thread::hardware_concurrency())); }

CLI::Validator number_at_least_0() {
  return {[](const std::string& text) {
            const auto number = number_in<double>(text);
            if (number && std::isfinite(*number) && *number >= 0) return std::string();
            return fmt::format("\"{}\" is not a number of at least 0", quotable(text));
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](const std::string& text) { return text.empty() ? "the name is empty; name a file" : ""; }, ""};
}

std::string quotable(const std::string& word) {
  constexpr std::size_t readable = 60;
  return shortened(word, readable);
}

WorkerOptions RunFlags::options() const {
  constexpr double hang = 600;
  constexpr int usual_cases = 100;
  const double unless_given = hang * std::max(1.0, double(settings.cases) / usual_cases);
  const double limit = time_limit.value_or(unless_given);
  return {
      .settings = settings, .jobs = jobs, .time_limit = limit > 0 ? limit : std::numeric_limits<double>::infinity()};
}

void add_run_flags(CLI::App& command, RunFlags& flags) {
  constexpr std::uint64_t most_cases = 1'000'000'000;
  flags.jobs = processors_at_hand();
  command.add_option("--cases", flags.settings.cases, "instances to draw for each sampled check")
      ->type_name("N")
      ->check(whole_number(1, most_cases))
      ->capture_default_str();
  command.add_option("--seed", flags.settings.seed, "seed of the run")
      ->type_name("S")
      ->check(whole_number(0, UINT64_MAX))
      ->capture_default_str();
  command.add_option("--jobs,-j", flags.jobs, "checks to run at once, in processes of their own")
      ->type_name("J")
      ->check(is_number_of_jobs())
      ->default_str("processors at hand");
  command
      .add_option("--time-limit", flags.time_limit,
                  "seconds after which a check is ended as an error, 0 for no limit; the default is in proportion to "
                  "--cases above 100")
      ->type_name("SECONDS")
      ->check(number_at_least_0())
      ->default_str("600");
}

}  // namespace verigrad::app
