#include "verigrad/rate/setting.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace verigrad::rate {
namespace {

using Names = std::vector<std::pair<int, std::string>>;

const Names& class_names() {
  static const Names names{{int(Class::smooth_convex), "smooth-convex"},
                           {int(Class::smooth_strongly_convex), "smooth-strongly-convex"},
                           {int(Class::smooth_non_convex), "smooth-nonconvex"},
                           {int(Class::convex_bounded), "convex-bounded-subgradients"},
                           {int(Class::quadratic), "quadratic"}};
  return names;
}

const Names& measure_names() {
  static const Names names{{int(Measure::value), "f(x_N) − f*"},
                           {int(Measure::distance), "‖x_N − x*‖²"},
                           {int(Measure::gradient), "‖∇f(x_N)‖²"},
                           {int(Measure::best_gradient), "min_k ‖∇f(x_k)‖²"},
                           {int(Measure::best_value), "min_k f(x_k) − f*"}};
  return names;
}

const Names& start_names() {
  static const Names names{{int(Start::distance), "‖x_0 − x*‖²"}, {int(Start::value), "f(x_0) − f*"}};
  return names;
}

/// Without symbols and blanks.
std::string plain(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> spellings{{{"−", "-"},
                                                                                    {"‖", "||"},
                                                                                    {"∇", "grad"},
                                                                                    {"²", "^2"},
                                                                                    {"₀", "_0"},
                                                                                    {"ₖ", "_k"},
                                                                                    {"nabla", "grad"},
                                                                                    {" ", ""},
                                                                                    {"x^*", "x*"}}};
  for (const auto& [from, to] : spellings)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

const std::string& name_in(const Names& names, int value) {
  for (const auto& [known, name] : names)
    if (known == value) return name;
  throw std::logic_error("a setting without a name");
}

int named(const std::string& what, const Names& names, const std::string& text) {
  std::string all;
  for (const auto& [value, name] : names) {
    if (plain(name) == plain(text)) return value;
    all += fmt::format("{}\"{}\"", all.empty() ? "" : ", ", name);
  }
  throw std::invalid_argument(fmt::format("no {} \"{}\"; there are {}", what, text, all));
}

void require_positive(const char* field, const Rational& value) {
  if (value <= 0) throw std::invalid_argument(fmt::format("{} is {}; it must be above 0", field, value.str()));
}

void require_sound_quadratic(const Setting& setting) {
  if (setting.mu < 0 || setting.mu >= setting.L)
    throw std::invalid_argument(
        fmt::format("mu is {} and L is {}; quadratic needs 0 <= mu < L", setting.mu.str(), setting.L.str()));
  if (setting.measure == Measure::best_gradient || setting.measure == Measure::best_value)
    throw std::invalid_argument(fmt::format("\"{}\" is not measured over quadratic; measure \"{}\", \"{}\" or \"{}\"",
                                            name(setting.measure), name(Measure::value), name(Measure::distance),
                                            name(Measure::gradient)));
  if (setting.start == Start::value && setting.mu == 0)
    throw std::invalid_argument(
        fmt::format("mu is 0; quadratic starts from \"{}\" where mu is above 0", name(Start::value)));
}

}  // namespace

std::string name(Class of) { return name_in(class_names(), int(of)); }
std::string name(Measure measure) { return name_in(measure_names(), int(measure)); }
std::string name(Start start) { return name_in(start_names(), int(start)); }
Class class_named(const std::string& text) { return Class(named("class", class_names(), text)); }
Measure measure_named(const std::string& text) { return Measure(named("measure", measure_names(), text)); }
Start start_named(const std::string& text) { return Start(named("start", start_names(), text)); }

void require_sound(const Setting& setting) {
  require_positive("L", setting.L);
  require_positive("M", setting.M);
  require_positive(setting.start == Start::distance ? "R" : "Delta", setting.start_bound);
  const bool strongly = setting.of == Class::smooth_strongly_convex;
  if (strongly && (setting.mu <= 0 || setting.mu >= setting.L))
    throw std::invalid_argument(fmt::format("mu is {} and L is {}; smooth-strongly-convex needs 0 < mu < L",
                                            setting.mu.str(), setting.L.str()));
  if (setting.of == Class::smooth_convex && setting.mu != 0)
    throw std::invalid_argument(
        fmt::format("mu is {}; smooth-convex has none, take smooth-strongly-convex", setting.mu.str()));
  if (setting.of == Class::quadratic) return require_sound_quadratic(setting);
  const bool convex = setting.of != Class::smooth_non_convex;
  const bool of_gradient = setting.measure == Measure::gradient || setting.measure == Measure::best_gradient;
  if (!convex && !of_gradient)
    throw std::invalid_argument(fmt::format("\"{}\" has no worst case over smooth-nonconvex; measure \"{}\" or \"{}\"",
                                            name(setting.measure), name(Measure::gradient),
                                            name(Measure::best_gradient)));
  if (convex != (setting.start == Start::distance) && !strongly)
    throw std::invalid_argument(
        fmt::format("{} starts from \"{}\"", name(setting.of), name(convex ? Start::distance : Start::value)));
}

}  // namespace verigrad::rate
