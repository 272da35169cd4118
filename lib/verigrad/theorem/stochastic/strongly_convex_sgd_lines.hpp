// The displayed lines of the proof of strongly_convex_sgd and its errata, by what they speak of.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::strongly_convex_sgd {

/// Cₖ²/μ².
inline Number bound_factor(const Run& r, int k) { return r.C2[std::size_t(k)] / square(r.mu); }

/// R with ‖x₀ − x*‖², for the bound at k.
inline Number squared_R(const Run& r, int k) { return larger<Number>(r.distance2, bound_factor(r, k)); }

/// Theorem 24 at k.
inline void printed_at(const Run& r, int k, Claims& claims) {
  claims.at_most("((k+1) E‖xₖ − x*‖²)² ≤ R²", square(Number((k + 1) * r.eps[std::size_t(k)])),
                 larger<Number>(r.distance2, square(bound_factor(r, k))), k);
}

/// What the proof says of one point from which the method steps, and what a bound on the gradients can be asked of.
std::vector<Step<StochasticInstance>> point_steps();
FalseLine<StochasticInstance> bounded_everywhere();
/// The recursion (14.18) on E‖xₖ − x*‖², the induction, and the rate on the objective.
std::vector<Step<StochasticInstance>> induction_steps();
FalseLine<StochasticInstance> negative_factor();

}  // namespace verigrad::strongly_convex_sgd
