#include "verigrad/claim/unknowns.hpp"

#include <concepts>

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

}  // namespace

template <class T>
Rational Unknowns<T>::draw() {
  const std::uint64_t bits = mixed(0x9e3779b97f4a7c15u * std::uint64_t(1 + 1000 * draw_ + drawn_++));
  if (draw_ == 0) return 1;
  const int most = 2 + draw_ / 8;
  const int numerator = int(bits % std::uint64_t(2 * most + 1)) - most;
  const int denominator = draw_ < 8 ? 1 : 1 << ((bits >> 40) % 3);
  return Rational(numerator) / denominator;
}

template <class T>
T Unknowns<T>::number(const std::string& name, Sign sign) {
  if constexpr (std::same_as<T, Symbolic>) {
    numbers_.push_back(name + assumption(sign));
    return unknown(name, sign);
  } else {
    Rational value = draw();
    if (sign != Sign::unknown && value < 0) value = -value;
    if (sign == Sign::positive && value == 0) value = 1;
    numbers_.push_back(name + " = " + value.str());
    return value;
  }
}

template <class T>
Vector<T> Unknowns<T>::vector(const std::string& name) {
  if constexpr (std::same_as<T, Symbolic>) {
    vectors_.push_back(name);
    return unknown_vector(name);
  } else {
    Vector<T> value(1 + draw_ % 3);
    std::vector<std::string> entries;
    for (T& entry : value) {
      entry = draw();
      entries.push_back(entry.str());
    }
    vectors_.push_back(name + " = (" + joined(entries) + ")");
    return value;
  }
}

template <class T>
std::string Unknowns<T>::describe() const {
  constexpr bool symbolic = std::same_as<T, Symbolic>;
  std::string result = (symbolic ? "all " : "") + joined(numbers_);
  if (!numbers_.empty() && !vectors_.empty()) result += ", ";
  if (symbolic && !vectors_.empty()) result += "vectors ";
  return result + joined(vectors_);
}

template class Unknowns<Symbolic>;
template class Unknowns<Rational>;

}  // namespace verigrad
