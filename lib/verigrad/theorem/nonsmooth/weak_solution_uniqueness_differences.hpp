// W − Z of two exact flows in one coordinate, in pieces that are straight in the clock, and the estimate of it.
// Lemma 5.6.5.
#pragma once

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

/// W − Z = constant + slope u in one coordinate, while the clock goes from `from` to `to`.
struct Difference {
  Rational from, to, constant, slope;
  bool apart;  ///< whether W and Z lie on different sides of a kink of J₂
};

/// What the clock shows when it has gone this share of its way.
Rational clock_at(const TwoFlowsInstance& flows, const Rational& share);
/// In the coordinate j, from the time that the clock shows `start`.
std::vector<Difference> differences_of(const TwoFlowsInstance& flows, Eigen::Index j, const Rational& start = 1);
/// |W − Z|² in the coordinate j when the clock shows u.
Rational distance2_at(const TwoFlowsInstance& flows, Eigen::Index j, const Rational& u);

/// The corrected estimate and the last display with its constant C, where some Wⱼ and Zⱼ are on both sides of a kink in
/// between; and wrong forms of both.
Form<TwoFlowsInstance> right_estimate();
Form<TwoFlowsInstance> bounded_by_constant();
Forms<TwoFlowsInstance> planted_estimates();

}  // namespace verigrad::weak_solution_uniqueness
