#include "verigrad/conformance/gradient_findings.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/gradient/ray.hpp"
#include "verigrad/gradient/subgradients.hpp"

namespace verigrad {
namespace {

constexpr Eigen::Index most_by_entries = 64, most_with_products = 1000, most_axes = 8;
constexpr int random_directions = 3;

/// Any that fails fails, else any that is undecided is undecided.
Verdict worst(Verdict a, Verdict b) {
  if (a == Verdict::fails || b == Verdict::fails) return Verdict::fails;
  return a == Verdict::undecided ? a : b;
}

std::vector<Vector<double>> directions_of_products(Eigen::Index n) {
  std::vector<Vector<double>> directions;
  for (Eigen::Index i = 0; n <= most_axes && i < n; ++i) directions.push_back(Vector<double>::Unit(n, i));
  for (int k = 0; n > 1 && k < random_directions; ++k) directions.push_back(pseudo_random_direction(n, k));
  return directions;
}

/// Whether values at one point part by more than the noise and ten units in the last place.
bool part(double a, double b, const GradientReport& report) {
  constexpr double doubt = 10;
  const double size = std::max(std::abs(a), std::abs(b));
  return !(std::abs(a - b) <= doubt * (report.noise + std::ldexp(size, 1 - report.digits)));
}

/// Values of f at one point: before the gradient is asked, with it, and after.
struct ValuesAround {
  double before = 0, with_gradient = 0, after = 0;

  /// "" where they are one.
  std::string difference(const GradientReport& report) const {
    if (part(after, with_gradient, report))
      return fmt::format("the value is {}, but {} where the gradient is asked with it, at the same point", after,
                         with_gradient);
    if (part(before, after, report))
      return fmt::format(
          "the value is {} before the gradient is asked, and {} after it, at the same point: asking "
          "changes f, as an update of weights does",
          before, after);
    return "";
  }
};

std::vector<GradientReport> judged_products(GradientProgram& program, const Vector<double>& x,
                                            const GradientOptions& options) {
  if (!program.gives_hessian_products() || x.size() > most_with_products) return {};
  std::vector<GradientReport> result;
  for (const Vector<double>& v : directions_of_products(x.size()))
    result.push_back(check_product([&](const Vector<double>& at) { return program.value_and_gradient(at).gradient; },
                                   [&](const Vector<double>& at, const Vector<double>& direction) {
                                     return program.hessian_product(at, direction);
                                   },
                                   x, v, options));
  return result;
}

}  // namespace

PointFinding judge_at(GradientProgram& program, const Vector<double>& point) {
  const auto start = std::chrono::steady_clock::now();
  const long before = program.evaluations();
  const GradientOptions options{.digits = program.format().digits, .samples = program.samples()};
  PointFinding finding{.x = rounded(point, options.digits), .gradient = {false, {}}};
  ValuesAround values;
  Vector<double> judged_at;
  const auto value = [&](const Vector<double>& at) { return program.value(at); };
  const auto gradient = [&](const Vector<double>& at) {
    values.before = program.value(at);
    GradientProgram::ValueAndGradient answer = program.value_and_gradient(at);
    values.with_gradient = answer.value;
    judged_at = at;
    return std::move(answer.gradient);
  };
  finding.gradient = point.size() <= most_by_entries
                         ? check_gradient(value, gradient, finding.x, options)
                         : check_gradient_along_directions(value, gradient, finding.x, options);
  finding.x = judged_at;
  finding.value = values.after = program.value(judged_at);
  finding.other_value = values.difference(finding.gradient);
  finding.products = judged_products(program, finding.x, options);
  finding.evaluations = program.evaluations() - before;
  finding.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return finding;
}

Vector<double> generated_point(Eigen::Index dimension, std::uint64_t seed, int k) {
  constexpr std::uint64_t seeds = 1 << 20;
  const int n = 2 * (int(seed % seeds) * 64 + k);
  return pseudo_random_direction(dimension, n) * (1 - 0x1p-10) + 0x1p-10 * pseudo_random_direction(dimension, n + 1);
}

Verdict PointFinding::verdict() const {
  Verdict result = other_value.empty() ? gradient.verdict() : Verdict::fails;
  for (const GradientReport& product : products) result = worst(result, product.verdict());
  return result;
}

std::string PointFinding::describe() const {
  std::string words = gradient.describe();
  if (!other_value.empty()) words += "\n" + other_value;
  long holding = 0;
  for (std::size_t k = 0; k < products.size(); ++k) {
    holding += products[k].verdict() == Verdict::holds;
    for (const GradientEntry& entry : products[k].entries)
      if (entry.verdict != Verdict::holds)
        words += fmt::format("\nHessian along direction {}, {}", k, entry.describe());
  }
  if (!products.empty())
    words += fmt::format("\nHessian: its products hold along {} of {} directions", holding, products.size());
  return words;
}

Verdict GradientFindings::verdict() const {
  Verdict result = points.size() < planned || points.empty() ? Verdict::undecided : Verdict::holds;
  for (const PointFinding& point : points) result = worst(result, point.verdict());
  return result;
}

namespace {

/// null where it is not finite.
nlohmann::json number(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr); }

nlohmann::json to_json(const GradientEntry& entry) {
  nlohmann::json result{{"entry", entry.index},
                        {"given", number(entry.given)},
                        {"verdict", name(entry.verdict)},
                        {"remark", entry.remark}};
  if (entry.derivative) {
    result["lower"] = number(entry.derivative->lower);
    result["upper"] = number(entry.derivative->upper);
    result["error"] = number(entry.derivative->error);
    result["kink"] = entry.derivative->kink;
  }
  return result;
}

nlohmann::json to_json(const GradientReport& report) {
  nlohmann::json result{{"verdict", name(report.verdict())},
                        {"noise", number(report.noise)},
                        {"digits", report.digits},
                        {"constant", report.constant},
                        {"entries", nlohmann::json::array()}};
  for (const GradientEntry& entry : report.entries) result["entries"].push_back(to_json(entry));
  if (report.along)
    result["directions"] = {{"count", report.along->directions},
                            {"entries", report.along->entries},
                            {"seen", number(report.along->seen)},
                            {"hidden", report.along->hidden},
                            {"search_ended_early", report.along->fewer}};
  return result;
}

nlohmann::json to_json(const PointFinding& point) {
  nlohmann::json result{{"x", std::vector<double>(point.x.begin(), point.x.end())},
                        {"value", number(point.value)},
                        {"verdict", name(point.verdict())},
                        {"gradient", to_json(point.gradient)},
                        {"hessian_products", nlohmann::json::array()},
                        {"other_value", point.other_value},
                        {"evaluations", point.evaluations},
                        {"seconds", point.seconds}};
  for (const GradientReport& product : point.products) result["hessian_products"].push_back(to_json(product));
  return result;
}

}  // namespace

std::string to_json(const GradientFindings& findings) {
  nlohmann::json result{{"verigrad", "gradient"},
                        {"version", 1},
                        {"command", findings.command},
                        {"dtype", findings.format.name},
                        {"verdict", name(findings.verdict())},
                        {"complete", findings.points.size() == findings.planned},
                        {"points", nlohmann::json::array()}};
  for (const PointFinding& point : findings.points) result["points"].push_back(to_json(point));
  constexpr int indent = 2;
  return result.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace verigrad
