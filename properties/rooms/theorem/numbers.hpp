// Rationals in and out of Number: what a helper computes is held against fractions worked out by hand.
#pragma once

#include <gtest/gtest.h>

#include "verigrad/claim/form.hpp"

namespace verigrad {

/// A test whose numbers are rationals.
struct OverRationals : testing::Test {
  Number::Over numbers{Number::Kind::rational};
};

inline Rational value(const Number& x) { return x.as<Rational>(); }

inline std::vector<Rational> values(const Vector<Number>& x) {
  std::vector<Rational> result;
  for (const Number& entry : x) result.push_back(value(entry));
  return result;
}

/// The first entries of a trajectory in one variable.
inline std::vector<Rational> values(const std::vector<Vector<Number>>& trajectory) {
  std::vector<Rational> result;
  for (const Vector<Number>& x : trajectory) result.push_back(value(x[0]));
  return result;
}

using Fractions = std::vector<Rational>;

/// Whether every claim holds, over rationals.
inline bool all_hold(const Claims& claims) {
  for (const Claim& claim : claims.list()) {
    const Rational lhs = value(claim.lhs), rhs = value(claim.rhs);
    const bool holds = claim.relation == Relation::equal     ? lhs == rhs
                       : claim.relation == Relation::at_most ? lhs <= rhs
                                                             : lhs < rhs;
    if (!holds) return false;
  }
  return true;
}

}  // namespace verigrad
