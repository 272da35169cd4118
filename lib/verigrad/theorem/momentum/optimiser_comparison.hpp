// Which optimisers are the same iteration, and where the others part: every pair that a text invites to confuse.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad {

/// left's iterate k + shift against right's iterate k, for k = 0, 1, …
struct OptimiserComparison {
  std::string stem;  ///< of the statement whose checks decide it
  Optimiser left, right;
  std::string matching;  ///< how the parameters correspond, in words
  int shift;
  /// right's parameters, of left's.
  OptimiserInstance (*matched)(const OptimiserInstance&);
  bool passed_in;        ///< speaks of gradients that do not depend on the iterates
  int first_difference;  ///< the first k at which the iterates of `instance` differ; −1 when they never do
  OptimiserInstance instance;

  bool same() const { return first_difference < 0; }
  /// Whether both run the same operations, so that only their difference tells the iterates apart.
  bool same_lines() const;
  /// "(5.26) as printed against (5.25)".
  std::string key() const;
  /// If same: equal iterates; else: equal before k = first_difference, and different there.
  Form<OptimiserInstance> form() const;
};

/// All pairs, in the order of their texts.
const std::vector<OptimiserComparison>& optimiser_comparisons();
/// Those of one statement.
std::vector<OptimiserComparison> optimiser_comparisons_of(const std::string& stem);

}  // namespace verigrad
