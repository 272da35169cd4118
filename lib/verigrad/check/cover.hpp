// cover: decides claims at every point of a box of parameters, by enclosing them over pieces of the box.
#pragma once

#include <functional>

#include "verigrad/algorithm/branch_and_bound.hpp"
#include "verigrad/check/tally.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// Inequalities at the parameters p, a point of the box or a piece of it: p has the box's dimension.
using ClaimsAt = std::function<void(const Vector<Number>& p, Claims& claims)>;

/// Decides the claims at every point of the box, in words "for all α in …". A piece where a sign is open is halved
/// along its longest side; the middle of such a piece is decided by itself, so that a box on which a claim fails
/// somewhere is not halved for ever. The verdict is undecided when more than `most_pieces` are needed, and names a
/// piece that is open. Throws std::invalid_argument when a claim is an identity: no enclosure of a piece decides one.
Evidence cover(const std::string& words, const Box& box, const ClaimsAt& claims, long most_pieces = 1 << 16);

/// The check that covers the box.
Check covered(CheckId id, std::string words, Box box, ClaimsAt claims, long most_pieces = 1 << 16);

}  // namespace verigrad
