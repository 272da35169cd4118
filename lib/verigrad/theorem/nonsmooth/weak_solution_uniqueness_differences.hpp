// W − Z of two exact flows in one coordinate, in pieces that are straight in the clock. Lemma 5.6.5.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

/// W − Z = constant + slope u in one coordinate, while the clock goes from `from` to `to`.
struct Difference {
  Rational from, to, constant, slope;
  bool apart;  ///< whether W and Z lie on different sides of a kink of J₂
};

/// What the clock shows when it has gone this share of its way.
Rational clock_at(const TwoFlows& flows, const Rational& share);
/// In the coordinate j, from the time that the clock shows `start`.
std::vector<Difference> differences_of(const TwoFlows& flows, Eigen::Index j, const Rational& start = 1);
/// |W − Z|² in the coordinate j when the clock shows u.
Rational distance2_at(const TwoFlows& flows, Eigen::Index j, const Rational& u);

}  // namespace verigrad::weak_solution_uniqueness
