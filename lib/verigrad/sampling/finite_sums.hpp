// Generators of finite sums of convex quadratics with runs on them, small enough to run every sequence of indices.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"

namespace verigrad::generate {

/// 2 or 3 convex quadratics of dimension 1 or 2 with centres of their own, some not strongly convex, a start, and 1 to
/// highest_steps step sizes, not increasing, of at most highest/L for the largest L of a term.
Gen<FiniteSumInstance> stochastic_run(int highest_steps, double highest);

}  // namespace verigrad::generate
