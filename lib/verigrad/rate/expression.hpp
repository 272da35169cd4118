// Rational numbers as a caller writes them: 1/L, 2/(L + mu), 0.9, sqrt(1/4).
#pragma once

#include <map>
#include <string>

#include "verigrad/number/rational.hpp"

namespace verigrad::rate {

/// The exact value of + − · / ^, parentheses, sqrt, decimals and the names given. Throws std::invalid_argument, which
/// quotes the text and says what is wrong: a square root that is no fraction, a division by 0, an unknown name.
Rational value_of(const std::string& text, const std::map<std::string, Rational>& names);

}  // namespace verigrad::rate
