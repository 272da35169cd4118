#include "verigrad/claim/unknowns.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace verigrad {
namespace {

/// Well mixed bits of a number: the last step of the generator SplitMix64.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

const char* assumption(Sign sign) { return sign == Sign::positive ? " > 0" : sign == Sign::nonnegative ? " ≥ 0" : ""; }

bool symbolic() { return Number::kind() == Number::Kind::symbolic; }

/// Two symbols of one name would read alike in every failure, and are different.
void require_new(const std::string& name, const std::vector<TracedUnknown>& asked) {
  if (std::ranges::find(asked, name, &TracedUnknown::name) != asked.end())
    throw std::logic_error("Unknowns: " + name + " is asked for twice; give each unknown its own name");
}

}  // namespace

std::string for_all(const std::vector<TracedUnknown>& unknowns) {
  std::vector<std::string> numbers, vectors;
  for (const TracedUnknown& unknown : unknowns)
    (unknown.is_vector ? vectors : numbers).push_back(unknown.name + assumption(unknown.assumed));
  if (unknowns.empty()) return "all numbers, of which none occurs";
  return "all " + joined(numbers) + (numbers.empty() || vectors.empty() ? "" : ", ") +
         (vectors.empty() ? "" : "vectors " + joined(vectors));
}

Rational Unknowns::draw() const {
  const std::uint64_t bits = mixed(0x9e3779b97f4a7c15u * std::uint64_t(1 + 1000 * draw_ + drawn_++));
  if (draw_ == 0) return 1;
  const int most = 2 + draw_ / 8;
  const int numerator = int(bits % std::uint64_t(2 * most + 1)) - most;
  const int denominator = draw_ < 8 ? 1 : 1 << ((bits >> 40) % 3);
  return Rational(numerator) / denominator;
}

Number Unknowns::number(const std::string& name, Sign sign) const {
  if (symbolic()) {
    require_new(name, asked_);
    asked_.push_back({name, sign});
    return Number(unknown(name, sign));
  }
  Rational value = draw();
  if (sign != Sign::unknown && value < 0) value = -value;
  if (sign == Sign::positive && value == 0) value = 1;
  numbers_.push_back(name + " = " + value.str());
  return Number(value);
}

Vector<Number> Unknowns::vector(const std::string& name) const {
  if (symbolic()) {
    require_new(name, asked_);
    asked_.push_back({name, Sign::unknown, true});
    return Vector<Number>::Constant(1, Number(unknown_vector(name)));
  }
  Vector<Number> value(1 + draw_ % 3);
  std::vector<std::string> entries;
  for (Number& entry : value) {
    const Rational drawn = draw();
    entry = Number(drawn);
    entries.push_back(drawn.str());
  }
  vectors_.push_back(name + " = (" + joined(entries) + ")");
  return value;
}

std::string Unknowns::describe() const {
  if (symbolic()) return for_all(asked_);
  return joined(numbers_) + (numbers_.empty() || vectors_.empty() ? "" : ", ") + joined(vectors_);
}

}  // namespace verigrad
