// The minimum of an objective over a box: a search in double proposes a point, a bound and a subdivision of the box;
// enclosures over the pieces then prove the bound. The search need not be trusted.
#pragma once

#include <vector>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// {W : lower ≤ W ≤ upper}, entry by entry.
struct Box {
  Vector<double> lower, upper;

  Vector<double> middle() const { return (lower + upper) / 2; }
  /// The coordinate in which it is longest.
  Eigen::Index longest_side() const;
  /// Its lower or upper half along a coordinate.
  Box half(Eigen::Index axis, bool of_upper) const;
};

/// What the search proposes.
struct BoxMinimum {
  Vector<double> best;           ///< a point W of the box; J(W) is an upper bound of the minimum
  double bound;                  ///< a lower bound of the minimum
  double gap;                    ///< about J(best) − bound
  std::vector<int> splits;       ///< as `subdivision` reads them
  std::vector<bool> candidates;  ///< of each piece, whether it may hold a minimiser
};

/// All of the box as one vector of enclosures, T an enclosing type.
template <class T>
Vector<T> enclosed(const Box& box);

/// The pieces that the splits make of a box: in depth-first order, the coordinate in which a piece is halved, or −1
/// where it stays. Neighbours share their face, so that the pieces cover the box whatever the splits are. Throws
/// std::invalid_argument when there are too few or too many splits.
std::vector<Box> subdivision(const Box& box, const std::vector<int>& splits);

/// An enclosure of J over the box, T an enclosing type: the larger of J's natural extension and its mean-value form
/// J(c) + ⟨∇J(box), box − c⟩, c the middle.
template <class T>
T value_on(const ObjectiveOver<T>& J, const Box& box);

/// Bisects until value_on over intervals exceeds J(best) − gap on every piece, or the pieces are too many to go on;
/// where the middle of a piece is below that, the search for the best point goes on from there. The gap is 2^−gap_bits
/// times the range of J on a coarse grid. Throws std::invalid_argument when a side is empty or sizes differ.
BoxMinimum branch_and_bound(const Objective& J, const Box& box, int gap_bits);

}  // namespace verigrad
