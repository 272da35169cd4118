// The numbers that a method is set up with: each field's type says what it may be, and checks it when it is set.
#pragma once

#include <algorithm>
#include <limits>

namespace verigrad {

/// A field's name as a template argument.
template <std::size_t size>
struct FieldName {
  consteval FieldName(const char (&name)[size]) { std::copy_n(name, size, text); }
  char text[size];
};

/// What a whole number that has no upper bound is bounded by.
inline constexpr int unbounded = std::numeric_limits<int>::max();

/// Throws std::invalid_argument, which names the field, its value and what to take, unless from ≤ value < to; `to` may
/// be unbounded and `from` −unbounded, for finite numbers.
void require_in_range(const char* field, double value, int from, int to);

/// Throws std::invalid_argument, which names both fields and their values, unless small ≤ large.
void require_ordered(const char* small_field, double small, const char* large_field, double large);

/// A double in [from, to).
template <FieldName field, int from, int to = unbounded>
class Argument {
public:
  Argument(double value) : value_(value) { require_in_range(field.text, value, from, to); }
  operator double() const { return value_; }

private:
  double value_;
};

/// A rate that a statement tries below 0, too, to see what its hypothesis is for.
template <FieldName field>
using Finite = Argument<field, -unbounded>;
template <FieldName field>
using NonNegative = Argument<field, 0>;
/// What an average keeps of the past.
template <FieldName field>
using PastWeight = Argument<field, 0, 1>;

}  // namespace verigrad
