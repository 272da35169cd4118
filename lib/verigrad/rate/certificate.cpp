#include "verigrad/rate/certificate.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

namespace verigrad::rate {
namespace {

using Integer = boost::multiprecision::mpz_int;

constexpr std::string_view title = "verigrad rate certificate 1";

std::string_view word_for(Inequality::Kind kind) {
  switch (kind) {
    case Inequality::Kind::pair: return "pair";
    case Inequality::Kind::start: return "start";
    case Inequality::Kind::bounded: return "bounded";
    case Inequality::Kind::best: return "best";
  }
  throw std::logic_error("an inequality without a name");
}

std::string point_name(int i, int steps) { return i > steps ? "*" : std::to_string(i); }

std::string to_line(const Multiplier& multiplier, int steps) {
  const auto& [of, value] = multiplier;
  std::string points;
  if (of.kind != Inequality::Kind::start) points += " " + point_name(of.i, steps);
  if (of.kind == Inequality::Kind::pair) points += " " + point_name(of.j, steps);
  return fmt::format("{}{} {}\n", word_for(of.kind), points, value.str());
}

template <class Row>
std::string joined(const Row& row) {
  std::string text;
  for (const Rational& entry : row) text += (text.empty() ? "" : " ") + entry.str();
  return text;
}

std::string to_text(const UpperBound& upper, int steps) {
  std::string text = fmt::format(
      "\n# Upper bound: it exceeds the measure by the sum of multipliers times what is ≥ 0, and a positive\n"
      "# semidefinite form. \"pair i j\": what f(x_i) exceeds the class's lower bound from point j by.\n"
      "upper {}\nmultipliers {}\n",
      upper.bound.str(), upper.multipliers.size());
  for (const Multiplier& multiplier : upper.multipliers) text += to_line(multiplier, steps);
  return text;
}

std::string to_text(const LowerBound& lower) {
  std::string text = fmt::format(
      "\n# Lower bound: a function of the class by f(x_0) − f*, …, f(x_N) − f* and the inner products of x_0 − x*,\n"
      "# g_0, …, g_N, row by row up to the diagonal.\n"
      "lower {}\nvalues\n{}\ngram\n",
      lower.bound.str(), joined(lower.values));
  for (Eigen::Index i = 0; i < lower.gram.rows(); ++i) text += joined(lower.gram.row(i).head(i + 1)) + "\n";
  return text;
}

/// The lines of a text, without comments and empty ones.
class Lines {
public:
  explicit Lines(const std::string& text) : text_(text) { advance(); }

  [[noreturn]] void fail(const std::string& reason) const {
    throw CertificateError(
        fmt::format("line {}: {}; take a file that verigrad rate --certificate wrote", number_, reason));
  }

  bool at_end() const { return at_end_; }
  bool begins_with(const std::string& word) const { return line_ == word || line_.starts_with(word + " "); }
  /// What stands after the word that this line must begin with; goes on.
  std::string after(const std::string& word) {
    if (at_end_ || !begins_with(word)) fail(fmt::format("\"{}\" is missing", word));
    std::string rest = line_.size() > word.size() ? line_.substr(word.size() + 1) : "";
    advance();
    return rest;
  }
  std::string taken() {
    if (at_end_) fail("the text ends too early");
    std::string line = line_;
    advance();
    return line;
  }

  Rational rational(const std::string& word) const {
    const std::size_t slash = word.find('/');
    const std::string above = word.substr(0, slash), below = slash == std::string::npos ? "1" : word.substr(slash + 1);
    if (!is_whole(above.starts_with("-") ? above.substr(1) : above) || !is_whole(below) || Integer(below) == 0)
      fail(fmt::format("\"{}\" is no fraction", word.substr(0, 40)));
    return Rational(Integer(above), Integer(below));
  }
  int whole(const std::string& word, int largest) const {
    constexpr std::size_t most_digits = 9;
    if (!is_whole(word) || word.size() > most_digits || std::stoi(word) > largest)
      fail(fmt::format("\"{}\" is no whole number up to {}", word.substr(0, 40), largest));
    return std::stoi(word);
  }
  Vector<Rational> rationals(const std::string& line, Eigen::Index count) const {
    std::istringstream words(line);
    std::vector<Rational> all;
    for (std::string word; words >> word;) all.push_back(rational(word));
    if (Eigen::Index(all.size()) != count) fail(fmt::format("{} numbers, not {}", all.size(), count));
    return Eigen::Map<Vector<Rational>>(all.data(), count);
  }

private:
  static bool is_whole(const std::string& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
  }

  void advance() {
    do {
      at_end_ = !std::getline(text_, line_);
      ++number_;
    } while (!at_end_ && (line_.empty() || line_.starts_with("#")));
  }

  std::istringstream text_;
  std::string line_;
  int number_ = 0;
  bool at_end_ = false;
};

constexpr int most_steps = 1000;

Multiplier multiplier_in(const Lines& lines, const std::string& line, int steps) {
  std::istringstream words(line);
  std::vector<std::string> parts;
  for (std::string word; words >> word;) parts.push_back(word);
  for (const auto kind :
       {Inequality::Kind::pair, Inequality::Kind::start, Inequality::Kind::bounded, Inequality::Kind::best}) {
    const std::size_t points = kind == Inequality::Kind::pair ? 2 : kind == Inequality::Kind::start ? 0 : 1;
    if (parts.empty() || parts[0] != word_for(kind) || parts.size() != points + 2) continue;
    const auto point = [&](std::size_t n) {
      return n > points ? 0 : parts[n] == "*" ? steps + 1 : lines.whole(parts[n], steps);
    };
    return {{kind, point(1), point(2)}, lines.rational(parts.back())};
  }
  lines.fail(fmt::format("\"{}\" is no multiplier", line.substr(0, 40)));
}

Setting setting_in(Lines& lines) {
  Setting setting;
  setting.of = class_named(lines.after("class"));
  setting.mu = lines.rational(lines.after("mu"));
  setting.L = lines.rational(lines.after("L"));
  setting.M = lines.rational(lines.after("M"));
  setting.measure = measure_named(lines.after("measure"));
  setting.start = start_named(lines.after("start"));
  setting.start_bound = lines.rational(lines.after("start-bound"));
  return setting;
}

HyperParameters hyper_in(Lines& lines) {
  HyperParameters hyper;
  while (lines.begins_with("hyper")) {
    const std::string pair = lines.after("hyper");
    const std::size_t blank = pair.find(' ');
    if (blank == std::string::npos) lines.fail("a hyper-parameter without a number");
    if (!hyper.emplace(pair.substr(0, blank), lines.rational(pair.substr(blank + 1))).second)
      lines.fail("a hyper-parameter that is given twice");
  }
  return hyper;
}

UpperBound upper_in(Lines& lines, int steps) {
  UpperBound upper{lines.rational(lines.after("upper")), {}};
  const int points = steps + 2;
  const int count = lines.whole(lines.after("multipliers"), 4 * points * points);
  for (int i = 0; i < count; ++i) upper.multipliers.push_back(multiplier_in(lines, lines.taken(), steps));
  return upper;
}

LowerBound lower_in(Lines& lines, int steps) {
  LowerBound lower{lines.rational(lines.after("lower")), {}, Matrix<Rational>(steps + 2, steps + 2)};
  lines.after("values");
  lower.values = lines.rationals(lines.taken(), steps + 1);
  lines.after("gram");
  for (Eigen::Index i = 0; i < lower.gram.rows(); ++i) {
    lower.gram.row(i).head(i + 1) = lines.rationals(lines.taken(), i + 1);
    lower.gram.col(i).head(i) = lower.gram.row(i).head(i);
  }
  return lower;
}

}  // namespace

std::string to_text(const Certificate& certificate) {
  const Setting& setting = certificate.setting;
  std::string text =
      fmt::format("{}\n{}\n", title,
                  certificate.command.empty() ? "method " + certificate.method : "command " + certificate.command);
  for (const auto& [hyper, value] : certificate.hyper) text += fmt::format("hyper {} {}\n", hyper, value.str());
  text += fmt::format("steps {}\nclass {}\nmu {}\nL {}\nM {}\nmeasure {}\nstart {}\nstart-bound {}\n",
                      certificate.steps, name(setting.of), setting.mu.str(), setting.L.str(), setting.M.str(),
                      name(setting.measure), name(setting.start), setting.start_bound.str());
  text += "\n# x_0 − x*, …, x_N − x*, a row each, in multiples of x_0 − x*, g_0, …, g_N\npoints\n";
  for (Eigen::Index i = 0; i < certificate.points.rows(); ++i) text += joined(certificate.points.row(i)) + "\n";
  if (certificate.upper) text += to_text(*certificate.upper, certificate.steps);
  if (certificate.lower) text += to_text(*certificate.lower);
  return text;
}

Certificate certificate_in(const std::string& text) {
  Lines lines(text);
  if (lines.at_end() || !lines.begins_with(std::string(title))) lines.fail("this is no certificate of a rate");
  lines.taken();
  Certificate certificate;
  try {
    if (lines.begins_with("command"))
      certificate.command = lines.after("command");
    else
      certificate.method = lines.after("method");
    certificate.hyper = hyper_in(lines);
    certificate.steps = lines.whole(lines.after("steps"), most_steps);
    certificate.setting = setting_in(lines);
  } catch (const std::invalid_argument& wrong) {
    lines.fail(wrong.what());
  }
  const int steps = certificate.steps;
  lines.after("points");
  certificate.points.resize(steps + 1, steps + 2);
  for (Eigen::Index i = 0; i <= steps; ++i) certificate.points.row(i) = lines.rationals(lines.taken(), steps + 2);
  if (lines.begins_with("upper")) certificate.upper = upper_in(lines, steps);
  if (!lines.at_end() && lines.begins_with("lower")) certificate.lower = lower_in(lines, steps);
  if (!lines.at_end()) lines.fail("something is left over");
  if (!certificate.upper && !certificate.lower) lines.fail("there is no bound");
  return certificate;
}

}  // namespace verigrad::rate
