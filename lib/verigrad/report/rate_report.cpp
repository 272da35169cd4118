#include "verigrad/report/rate_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace verigrad {
namespace {

using namespace rate;
using Integer = boost::multiprecision::mpz_int;

constexpr int shown_digits = 12;

Integer floor_of(const Rational& x) { return numerator(x) / denominator(x); }

/// The decimal of mantissa · 10^exponent.
std::string positional(const Integer& mantissa, int exponent) {
  std::string digits = mantissa.str();
  if (exponent >= 0) return digits + std::string(std::size_t(exponent), '0');
  const std::size_t fraction = std::size_t(-exponent);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  return digits.insert(digits.size() - fraction, ".");
}

std::string decimal(const Rational& x, int digits, bool up) {
  if (x == 0) return "0";
  int exponent = 0;
  Rational scaled = x;
  const Rational ten_to_digits = Rational(boost::multiprecision::pow(Integer(10), unsigned(digits)));
  for (; scaled >= ten_to_digits; ++exponent) scaled /= 10;
  for (; scaled * 10 < ten_to_digits; --exponent) scaled *= 10;
  Integer mantissa = floor_of(scaled);
  if (up && Rational(mantissa) != scaled) ++mantissa;
  return positional(mantissa, exponent);
}

std::string constants(const Setting& setting) {
  switch (setting.of) {
    case Class::quadratic:
    case Class::smooth_strongly_convex: return fmt::format("mu = {}, L = {}", setting.mu.str(), setting.L.str());
    case Class::convex_bounded: return fmt::format("M = {}", setting.M.str());
    default: return fmt::format("L = {}", setting.L.str());
  }
}

std::string hyper_parameters(const Certificate& certificate) {
  std::string text;
  for (const auto& [name, value] : certificate.hyper) text += fmt::format(", {} = {}", name, value.str());
  return text;
}

std::string question(const Certificate& certificate) {
  const Setting& setting = certificate.setting;
  const bool foreign = !certificate.command.empty();
  return fmt::format("{}{}: {}\n{} steps over {} functions, {}, with {} ≤ {}\n",
                     foreign ? certificate.command : certificate.method, hyper_parameters(certificate),
                     foreign ? "the steps that the program answered" : fixed_step_method(certificate.method).formula,
                     certificate.steps, name(setting.of), constants(setting), name(setting.start),
                     setting.start_bound.str());
}

}  // namespace

std::string decimal_below(const Rational& x, int digits) { return decimal(x, digits, false); }
std::string decimal_above(const Rational& x, int digits) { return decimal(x, digits, true); }

std::string relative_gap(const Certificate& certificate) {
  if (!certificate.upper || !certificate.lower || certificate.upper->bound == 0) return "";
  const Rational& upper = certificate.upper->bound;
  constexpr int digits = 3;
  return fmt::format("{:.2e}", std::stod(decimal((upper - certificate.lower->bound) / upper, digits, true)));
}

Rational simplest_between(const Rational& lower, const Rational& upper) {
  const Integer whole = floor_of(lower);
  if (Rational(whole) == lower) return lower;
  if (Rational(whole) + 1 <= upper) return Rational(whole) + 1;
  return Rational(whole) + 1 / simplest_between(1 / (upper - Rational(whole)), 1 / (lower - Rational(whole)));
}

bool shows_no_decrease(const Certificate& certificate) {
  if (!certificate.lower) return false;
  const Setting& setting = certificate.setting;
  const Rational &bound = certificate.lower->bound, &start = setting.start_bound;
  const bool distance = setting.start == Start::distance;
  switch (setting.measure) {
    case Measure::distance: return bound >= (distance ? start : Rational(2 * start / setting.mu));
    case Measure::gradient:
    case Measure::best_gradient:
      if (setting.of == Class::convex_bounded) return bound >= square(setting.M);
      return bound >= (distance ? Rational(square(setting.L) * start) : Rational(2 * setting.L * start));
    case Measure::value:
    case Measure::best_value:
      if (!distance) return bound >= start;
      if (setting.of == Class::convex_bounded) return square(bound) >= square(setting.M) * start;
      return 2 * bound >= setting.L * start;
  }
  return false;
}

std::string in_words(const Certificate& certificate) {
  const auto& upper = certificate.upper;
  const auto& lower = certificate.lower;
  std::string text = question(certificate) + "  ";
  if (lower) text += decimal_below(lower->bound, shown_digits) + " ≤ ";
  text += "worst case of " + name(certificate.setting.measure);
  if (upper) text += " ≤ " + decimal_above(upper->bound, shown_digits);
  text += "\n";
  if (lower) text += fmt::format("  lower  {}, by a function of the class\n", lower->bound.str());
  if (upper)
    text += certificate.setting.of == Class::quadratic
                ? fmt::format("  upper  {}, by a polynomial in the curvature\n", upper->bound.str())
                : fmt::format("  upper  {}, by {} multipliers\n", upper->bound.str(), upper->multipliers.size());
  if (upper && lower)
    text += fmt::format("  relative gap {}; the simplest fraction in between is {}\n", relative_gap(certificate),
                        simplest_between(lower->bound, upper->bound).str());
  if (shows_no_decrease(certificate)) text += "  no decrease: at x_0 itself the worst case is no larger\n";
  return text;
}

std::string to_text(const WorstCase& found, const RateEffort& effort) {
  const Certificate& certificate = found.certificate;
  std::string text = in_words(certificate);
  for (const std::string& failure : found.failures) text += "  not rounded: " + failure + "\n";
  if (!certificate.upper) text += "  no upper bound could be certified\n";
  if (!certificate.lower) text += "  no lower bound could be certified\n";
  const std::string size = found.basis == 0
                               ? "no solver"
                               : fmt::format("a {0}×{0} matrix, {1} inequalities", found.basis, found.constraints);
  return text + fmt::format("proved; {}; search {:.2f} s, re-check {:.2f} s\n", size, effort.search_seconds,
                            effort.check_seconds);
}

std::string to_json(const WorstCase& found, const RateEffort& effort) {
  const Certificate& certificate = found.certificate;
  const Setting& setting = certificate.setting;
  nlohmann::ordered_json hyper = nlohmann::ordered_json::object();
  for (const auto& [name, value] : certificate.hyper) hyper[name] = value.str();
  nlohmann::ordered_json json{{"schema_version", 1},
                              {certificate.command.empty() ? "method" : "command",
                               certificate.command.empty() ? certificate.method : certificate.command},
                              {"hyperparameters", hyper},
                              {"steps", certificate.steps},
                              {"class", name(setting.of)},
                              {"mu", setting.mu.str()},
                              {"L", setting.L.str()},
                              {"M", setting.M.str()},
                              {"start", name(setting.start)},
                              {"start_bound", setting.start_bound.str()},
                              {"measure", name(setting.measure)},
                              {"level", nullptr}};
  if (certificate.lower || certificate.upper) json["level"] = "proved";
  const auto side = [](const Rational& bound, const std::string& rounded) {
    return nlohmann::ordered_json{{"exact", bound.str()}, {"decimal", rounded}};
  };
  json["lower"] = nullptr;
  json["upper"] = nullptr;
  if (certificate.lower)
    json["lower"] = side(certificate.lower->bound, decimal_below(certificate.lower->bound, shown_digits));
  if (certificate.upper)
    json["upper"] = side(certificate.upper->bound, decimal_above(certificate.upper->bound, shown_digits));
  json["relative_gap"] = relative_gap(certificate);
  json["no_decrease"] = shows_no_decrease(certificate);
  json["not_rounded"] = found.failures;
  json["matrix_rows"] = found.basis;
  json["inequalities"] = found.constraints;
  json["search_seconds"] = effort.search_seconds;
  json["check_seconds"] = effort.check_seconds;
  return json.dump(2) + "\n";
}

}  // namespace verigrad
