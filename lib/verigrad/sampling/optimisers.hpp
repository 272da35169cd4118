// Generators for runs of optimisers. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/momentum/optimiser_comparison.hpp"

namespace verigrad::generate {

/// Methods of momentum along gradients passed in: 1 to 3 parameters, β₁ = k/16, sometimes m₀ ≠ 0.
Gen<OptimiserInstance> momentum_along(int highest_n = 5);
/// Methods of momentum on an objective.
Gen<OptimiserInstance> momentum_on(Gen<ObjectivePtr> objectives, int highest_n = 5);

/// Adaptive methods along gradients passed in, 1 − β₁ and 1 − β₂ powers of 2, ε > 0; roots are decided by balls.
/// From v0 = 0, or from v0 > 0 where the methods divide by √V̂⁰.
Gen<OptimiserInstance> adaptive_along(bool from_zero, int highest_n = 5);
/// The same on an objective, with ∇f at the iterates.
Gen<OptimiserInstance> adaptive_on(Gen<ObjectivePtr> objectives, bool from_zero, int highest_n = 4);

/// Adaptive methods as above: with rational roots, along gradients passed in, on strongly convex quadratics.
Gen<OptimiserInstance> adaptive(bool from_zero);

/// Gradients chosen so that √v is rational at every step, for v⁺ = β₂v + (1 − β₂)g², β₂ = 3/4 or 15/16.
Gen<OptimiserInstance> exact_roots(bool from_zero, int highest_n = 4);
/// The same for the sum v⁺ = v + g².
Gen<OptimiserInstance> exact_roots_of_sums(int highest_n = 4);

}  // namespace verigrad::generate

namespace verigrad {

/// The comparisons that belong to a statement: the same iteration on drawn runs, the others on their smallest example,
/// equal before the first step that differs.
std::vector<Check> compared(const std::string& stem);

/// Dropped: β₂ ≤ 1. One gradient 1 and β₂ = 2 make the average v = (1 − β₂)g² negative.
Check without_beta2_at_most_1(const std::string& stem);

}  // namespace verigrad
