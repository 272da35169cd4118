// The two sides of a claim in words, which never read alike where the sides are known to differ.
#pragma once

#include <string>

#include "verigrad/claim/claims.hpp"

namespace verigrad {

/// "[0.3333333333333333, 0.33333333333333337]", "[0.33333333333333333 +/- 4e-20]", "1/3"; of a long fraction 17 digits.
std::string in_words(const Number& x);

/// Both sides of a claim, in words.
struct Sides {
  std::string lhs, rhs;
};

/// Both sides of the claim. Where the words alone do not tell them apart, the right one says by how much it is larger;
/// `difference` is rhs − lhs, or the claim's excess where that alone has a sign.
Sides sides_in_words(const Claim& claim, const Number& difference);

}  // namespace verigrad
