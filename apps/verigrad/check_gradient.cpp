// verigrad check gradient: a foreign program's gradient, at points that it names, the user names, or verigrad draws.
#include <limits>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/conformance/gradient_findings.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/file.hpp"
#include "verigrad/report/junit.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/pipe.hpp"

#include "command.hpp"
#include "outputs.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct CheckGradientFlags {
  std::string command;
  std::string at;
  std::uint64_t dimension = 0;
  std::uint64_t seed = 1;
  int points = 3;
  double time_limit = 60;
  std::string json, junit;
  bool strict = false;
};

Vector<double> point_in(const nlohmann::json& list, const std::string& file) {
  Vector<double> result(Eigen::Index(list.size()));
  bool is_point = list.is_array() && !list.empty();
  for (std::size_t i = 0; is_point && i < list.size(); ++i) {
    is_point = list[i].is_number();
    if (is_point) result[Eigen::Index(i)] = list[i].get<double>();
  }
  if (!is_point) throw UsageError(fmt::format("{} holds no point; write [0.5, 1] or [[0.5, 1], [0, 0]]", file));
  return result;
}

/// A list of numbers, or of such lists.
std::vector<Vector<double>> points_in(const std::string& file) {
  const nlohmann::json list = nlohmann::json::parse(read_file(file), nullptr, false);
  std::vector<Vector<double>> points;
  if (list.is_array() && !list.empty() && list.front().is_array())
    for (const nlohmann::json& point : list) points.push_back(point_in(point, file));
  else
    points.push_back(point_in(list, file));
  return points;
}

/// Those of the file, else those that the program names, else drawn ones.
std::vector<Vector<double>> points_for(const GradientProgram& program, const CheckGradientFlags& flags) {
  const auto dimension = Eigen::Index(flags.dimension);
  if (dimension > 0 && program.dimension() > 0 && dimension != program.dimension())
    throw UsageError(
        fmt::format("--dimension {}, but the program says {}; leave it out", dimension, program.dimension()));
  const Eigen::Index n = std::max(dimension, program.dimension());
  std::vector<Vector<double>> points = flags.at.empty() ? program.points() : points_in(flags.at);
  if (points.empty() && n == 0)
    throw UsageError("the program names no dimension; name it with --dimension, or points with --at");
  for (const Vector<double>& point : points)
    if (n > 0 && point.size() != n)
      throw UsageError(fmt::format("{} holds a point of {} numbers for a function of {}; give points of {}", flags.at,
                                   point.size(), n, n));
  if (!points.empty()) return points;
  for (int k = 0; k < flags.points; ++k) points.push_back(generated_point(n, flags.seed, k));
  return points;
}

/// The findings as checks of a report, for JUnit.
Report report_of(const GradientFindings& findings, std::uint64_t seed) {
  Report report;
  report.settings.seed = seed;
  report.planned = findings.planned;
  for (std::size_t k = 0; k < findings.points.size(); ++k) {
    const PointFinding& point = findings.points[k];
    Evidence evidence;
    evidence.verdict = point.verdict();
    evidence.cases = 1;
    evidence.claims = long(point.x.size());
    evidence.counterexample = point.describe();
    report.add({k, {"gradient", Kind::conclusion, fmt::format("point {}", k + 1)}, "", evidence, point.seconds});
  }
  return report;
}

void print(const PointFinding& point, std::size_t k, const GradientFindings& findings, std::FILE* to) {
  fmt::print(to, "point {} of {}, {}: {}\n", k, findings.planned, name(point.verdict()), point.describe());
}

void print_sum(const GradientFindings& findings, std::FILE* to) {
  long count[3] = {}, evaluations = 0;
  double seconds = 0;
  for (const PointFinding& point : findings.points) {
    ++count[int(point.verdict())];
    evaluations += point.evaluations;
    seconds += point.seconds;
  }
  fmt::print(to, "{} of {} points: {} hold, {} fail, {} undecided; {} evaluations in {:.2f} s\n",
             findings.points.size(), findings.planned, count[int(Verdict::holds)], count[int(Verdict::fails)],
             count[int(Verdict::undecided)], evaluations, seconds);
}

int exit_status(const GradientFindings& findings, bool strict) {
  constexpr int undecided = 3;
  if (findings.verdict() == Verdict::fails) return 1;
  return strict && findings.verdict() == Verdict::undecided ? undecided : 0;
}

/// Judges point after point, until all are judged or the program fails; what was found stays found.
void judge(GradientFindings& findings, const CheckGradientFlags& flags, int stop_descriptor, std::FILE* to) {
  const double unlimited = std::numeric_limits<double>::infinity();
  Process process(flags.command, flags.time_limit > 0 ? flags.time_limit : unlimited, stop_descriptor);
  GradientProgram program(process);
  findings.format = program.format();
  const std::vector<Vector<double>> points = points_for(program, flags);
  findings.planned = points.size();
  for (const Vector<double>& point : points) {
    try {
      findings.points.push_back(judge_at(program, point));
    } catch (const std::invalid_argument& error) {
      throw UsageError(fmt::format("point {}: {}; name points with --at", findings.points.size() + 1, error.what()));
    }
    print(findings.points.back(), findings.points.size(), findings, to);
  }
  process.stop();
}

int check_gradient(const CheckGradientFlags& flags) {
  const Outputs outputs(flags.json, flags.junit, {flags.at});
  if (outputs.junit) outputs.junit->remove();
  GradientFindings findings{flags.command, {"float64", 53}};
  const auto write = [&] {
    if (outputs.json) outputs.json->write(to_json(findings));
    if (outputs.junit) outputs.junit->write(to_junit(report_of(findings, flags.seed), flags.strict));
  };
  const StopSignals stop;
  try {
    judge(findings, flags, stop.descriptor(), outputs.for_people());
  } catch (const ProcessStopped&) {
    write();
    tell(fmt::format("verigrad: stopped by {} after {} of {} points", signal_name(stop.received()),
                     findings.points.size(), findings.planned));
    return status_by_signal(stop.received());
  } catch (const std::runtime_error&) {
    write();
    throw;
  }
  write();
  print_sum(findings, outputs.for_people());
  return exit_status(findings, flags.strict);
}

}  // namespace

void add_check_gradient(CLI::App& check, Action& action) {
  CLI::App* command = check.add_subcommand("gradient", "judge the gradient that a program answers");
  command->footer(
      "The program answers JSON objects, one a line:\n"
      "  {\"start\": {}}                          {\"dimension\": 2}, also \"dtype\": \"float32\", \"points\": [[…]]\n"
      "  {\"value\": {\"at\": [0.5, 1]}}            {\"value\": 1.5}\n"
      "  {\"value_and_gradient\": {\"at\": […]}}    {\"value\": 1.5, \"gradient\": [1, 2]}\n"
      "  {\"stop\": {}}                           nothing\n"
      "Example: verigrad check gradient --command 'python3 mine.py' --dimension 2\n"
      "Exit status: 0 nothing fails, 1 the gradient fails, 2 wrong usage or a program that does not answer,\n"
      "3 (--strict) something is undecided.");
  const auto flags = std::make_shared<CheckGradientFlags>();
  command->add_option("--command", flags->command, "the program, as the shell starts it")
      ->type_name("COMMAND")
      ->required();
  CLI::Option* at = command->add_option("--at", flags->at, "points as JSON: [0.5, 1] or [[0.5, 1], [0, 0]]")
                        ->type_name("FILE")
                        ->check(not_empty());
  constexpr std::uint64_t most_dimensions = 10'000'000, most_points = 64;
  command->add_option("--dimension", flags->dimension, "how many variables f has, where the program does not say")
      ->type_name("N")
      ->check(whole_number(1, most_dimensions));
  command->add_option("--points", flags->points, "how many points to draw, where none are named")
      ->type_name("K")
      ->check(whole_number(1, most_points))
      ->capture_default_str()
      ->excludes(at);
  command->add_option("--seed", flags->seed, "seed of the drawn points")
      ->type_name("S")
      ->check(whole_number(0, UINT64_MAX))
      ->capture_default_str();
  command->add_option("--time-limit", flags->time_limit, "seconds an answer may take, 0 for no limit")
      ->type_name("SECONDS")
      ->check(number_at_least_0())
      ->capture_default_str();
  command->add_option("--json", flags->json, "write the findings to this file; - for standard output")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_option("--junit", flags->junit, "write them as JUnit XML, likewise")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_flag("--strict", flags->strict, "exit status 3 when something is undecided");
  command->callback([=, &action] { action = [=] { return check_gradient(*flags); }; });
}

}  // namespace verigrad::app
