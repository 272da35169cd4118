#include "verigrad/rate/expression.hpp"

#include <cctype>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::rate {
namespace {

class Reader {
public:
  Reader(const std::string& text, const std::map<std::string, Rational>& names) : text_(text), names_(names) {}

  Rational whole() {
    const Rational value = sum();
    if (next() != '\0') fail(fmt::format("\"{}\" is left over", text_.substr(at_)));
    return value;
  }

private:
  [[noreturn]] void fail(const std::string& reason) const {
    throw std::invalid_argument(
        fmt::format("\"{}\" is no number: {}; write it as 1/L, 2/(L + mu) or 0.5", text_, reason));
  }

  char next() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool takes(char sign) {
    if (next() != sign) return false;
    ++at_;
    return true;
  }

  Rational sum() {
    Rational value = term();
    for (;;) {
      if (takes('+'))
        value += term();
      else if (takes('-'))
        value -= term();
      else
        return value;
    }
  }

  Rational term() {
    Rational value = signed_power();
    for (;;) {
      if (takes('*'))
        value *= signed_power();
      else if (takes('/'))
        value = quotient(value, signed_power());
      else
        return value;
    }
  }

  Rational quotient(const Rational& a, const Rational& b) const {
    if (b == 0) fail("it divides by 0");
    return a / b;
  }

  Rational signed_power() {
    bool negative = false;
    while (takes('-')) negative = !negative;
    const Rational value = raised();
    return negative ? Rational(-value) : value;
  }

  Rational raised() {
    const Rational base = atom();
    if (!takes('^')) return base;
    constexpr int largest = 64;
    const Rational exponent = atom();
    if (denominator(exponent) != 1 || exponent < 0 || exponent > largest)
      fail(fmt::format("the exponent {} is no whole number up to {}", exponent.str(), largest));
    return power(base, static_cast<int>(numerator(exponent)));
  }

  Rational atom() {
    if (takes('(')) return in_parentheses();
    const char first = next();
    if (std::isdigit(static_cast<unsigned char>(first)) != 0 || first == '.') return decimal();
    if (std::isalpha(static_cast<unsigned char>(first)) != 0) return named();
    fail(first == '\0' ? "it ends too early" : fmt::format("\"{}\" is not expected", text_.substr(at_)));
  }

  Rational in_parentheses() {
    constexpr int deepest = 100;
    if (++depth_ > deepest) fail("it is nested too deeply");
    const Rational value = sum();
    --depth_;
    if (!takes(')')) fail("a parenthesis stays open");
    return value;
  }

  Rational decimal() {
    Rational value = 0, unit = 1;
    bool after_point = false, has_digit = false;
    for (; at_ < text_.size(); ++at_) {
      const char sign = text_[at_];
      if (sign == '.' && !after_point) {
        after_point = true;
      } else if (std::isdigit(static_cast<unsigned char>(sign)) != 0) {
        value = 10 * value + (sign - '0');
        if (after_point) unit *= 10;
        has_digit = true;
      } else {
        break;
      }
    }
    if (!has_digit) fail("a point has no digit");
    return value / unit;
  }

  Rational named() {
    std::string name;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
      name += text_[at_++];
    if (name == "sqrt") return square_root();
    const auto found = names_.find(name);
    if (found != names_.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [word, value] : names_) known.push_back(word);
    fail(fmt::format("\"{}\" stands for nothing, but {} do", name, fmt::join(known, ", ")));
  }

  Rational square_root() {
    if (!takes('(')) fail("sqrt takes a parenthesis");
    const Rational value = in_parentheses();
    if (value < 0 || !is_square(value)) fail(fmt::format("the square root of {} is no fraction", value.str()));
    return root<Rational>(value);
  }

  const std::string& text_;
  const std::map<std::string, Rational>& names_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Rational value_of(const std::string& text, const std::map<std::string, Rational>& names) {
  constexpr std::size_t longest = 1000;
  if (text.size() > longest)
    throw std::invalid_argument(
        fmt::format("a number of {} characters; write it with at most {}", text.size(), longest));
  return Reader(text, names).whole();
}

}  // namespace verigrad::rate
