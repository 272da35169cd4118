// The displayed lines of the proof of batch_convergence and its errata, by what they speak of.
#pragma once

#include "verigrad/theorem/stochastic/batch_convergence.hpp"

namespace verigrad::batch_convergence {

/// W₀ ≠ W*, or a term's gradient at W* is not 0: no bound is 0 ≤ 0.
bool moves(const SplittingInstance& instance);

/// The normal equations.
Lines<SplittingInstance> normal_equation_lines();
/// One epoch of exact flows, and mistakes in its formula.
Lines<SplittingInstance> epoch_lines();
/// Sums over batches, in rationals.
Lines<SplittingInstance> sum_lines();
/// One epoch with a small Δt.
Lines<SplittingInstance> step_lines();
/// The recursion on aₖ, its solution and the integral.
Lines<SplittingInstance> recursion_lines();

}  // namespace verigrad::batch_convergence
