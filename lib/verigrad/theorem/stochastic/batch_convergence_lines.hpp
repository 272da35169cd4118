// The displayed lines of the proof of batch_convergence, as printed and corrected, and its errata in words.
#pragma once

#include "verigrad/theorem/stochastic/batch_convergence.hpp"

namespace verigrad::batch_convergence {

std::vector<Erratum> errata_in_words();

/// W₀ ≠ W*, or a term's gradient at W* is not 0: no bound is 0 ≤ 0.
bool moves(const SplittingInstance& instance);

struct Lines {
  Forms<SplittingInstance> steps, printed, corrected;
};
/// Normal equations and sums over batches, in rationals.
Lines algebra_lines();
/// What one epoch of exact flows does.
Lines epoch_lines();
/// The recursion on aₖ, its solution and the integral.
Lines recursion_lines();

/// Mistakes planted in the formula of one epoch.
Forms<SplittingInstance> planted_formulas();

}  // namespace verigrad::batch_convergence
