#include "verigrad/check/words.hpp"

#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"

namespace verigrad {
namespace {

/// 17 digits, also of what is no normal double.
std::string decimal(const Rational& x) {
  if (std::isnormal(approximate(x))) return fmt::format("{:.17g}", approximate(x));
  char* text = arb_get_str(enclose<Ball>(x).arb(), 17, ARB_STR_NO_RADIUS);
  std::string result(text);
  flint_free(text);
  return result;
}

std::string written(const Interval& x) { return fmt::format("[{}, {}]", x.lower(), x.upper()); }
std::string written(const Ball& x) { return to_string(x); }
std::string written(const Symbolic& x) { return to_string(x); }
std::string written(const Rational& x) {
  const std::string fraction = x.str();
  constexpr std::size_t readable = 60;
  return fraction.size() <= readable ? fraction
                                     : fmt::format("{} (a fraction of {} digits)", decimal(x), fraction.size());
}

/// What a ball's words say to their reader: a ball that is wider by what they leave out.
Ball read_again(const Ball& x) {
  constexpr long more_than_is_written = 256;
  Ball result;
  arb_set_str(result.arb(), written(x).c_str(), more_than_is_written);
  return result;
}

bool overlap_in_words(const Number& a, const Number& b) {
  return std::holds_alternative<Ball>(a.value()) &&
         arb_overlaps(read_again(a.as<Ball>()).arb(), read_again(b.as<Ball>()).arb());
}

std::string_view in_words(Sign sign) {
  switch (sign) {
    case Sign::positive: return ", positive";
    case Sign::negative: return ", negative";
    case Sign::nonnegative: return ", not negative";
    case Sign::nonpositive: return ", not positive";
    case Sign::zero:
    case Sign::unknown: break;
  }
  return "";
}

/// A ball of less than a digit reads as one around 0: then its sign is said besides.
std::string difference_in_words(const Number& difference) {
  const Sign sign = sign_of(difference);
  const bool hidden =
      std::holds_alternative<Ball>(difference.value()) && sign_of(read_again(difference.as<Ball>())) != sign;
  return fmt::format("{}{}", in_words(difference), hidden ? in_words(sign) : "");
}

}  // namespace

std::string in_words(const Number& x) {
  return std::visit([](const auto& value) { return written(value); }, x.value());
}

Sides sides_in_words(const Claim& claim, const Number& difference) {
  Sides sides{in_words(claim.lhs), in_words(claim.rhs)};
  const Sign sign = sign_of(difference);
  const bool same_double = approximate(claim.lhs) == approximate(claim.rhs);
  if (sign != Sign::zero && (same_double || (sign != Sign::unknown && overlap_in_words(claim.lhs, claim.rhs))))
    sides.rhs += fmt::format(" (rhs − lhs: {})", difference_in_words(difference));
  return sides;
}

}  // namespace verigrad
