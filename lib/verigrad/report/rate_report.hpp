// A worst case for people and for programs.
#pragma once

#include <string>

#include "verigrad/rate/worst_case.hpp"

namespace verigrad {

/// What a search for a worst case took.
struct RateEffort {
  double search_seconds = 0;
  double check_seconds = 0;  ///< of both sides' re-check
};

/// (upper − lower)/upper rounded up to three digits, or nothing where a side is missing or the upper bound is 0.
std::string relative_gap(const rate::Certificate& certificate);

/// The fraction with the smallest denominator between the bounds; of several the smallest. 0 ≤ lower ≤ upper.
Rational simplest_between(const Rational& lower, const Rational& upper);

/// x ≥ 0 to `digits` significant digits, rounded down or up.
std::string decimal_below(const Rational& x, int digits);
std::string decimal_above(const Rational& x, int digits);

/// The lower bound is no less than the largest that the measure can be at x₀ itself: so many steps bound nothing
/// better.
bool shows_no_decrease(const rate::Certificate& certificate);

/// What was asked, lower ≤ worst case ≤ upper, and both as fractions.
std::string in_words(const rate::Certificate& certificate);
std::string to_text(const rate::WorstCase& found, const RateEffort& effort);
/// As docs/rate.schema.json says.
std::string to_json(const rate::WorstCase& found, const RateEffort& effort);

}  // namespace verigrad
