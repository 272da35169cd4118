// The displayed lines of the proof of strongly_convex_sgd, as printed and corrected, and its errata in words.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::strongly_convex_sgd {

std::vector<Erratum> errata_in_words();

inline Number bound_factor(const Run& r, int k) { return r.C2[std::size_t(k)] / square(r.mu); }

/// R with ‖x₀ − x*‖², for the bound at k.
inline Number squared_R(const Run& r, int k) { return larger<Number>(r.distance2, bound_factor(r, k)); }

/// Theorem 24 at k.
inline void printed_at(const Run& r, int k, Claims& claims) {
  claims.at_most("((k+1) E‖xₖ − x*‖²)² ≤ R²", square(Number(Number(k + 1) * r.eps[std::size_t(k)])),
                 larger<Number>(r.distance2, square(bound_factor(r, k))), k);
}

struct Lines {
  Forms<StochasticInstance> steps, printed, corrected;
};
/// What the proof says of one point from which the method steps.
Lines point_lines();
/// The recursion (14.18) on E‖xₖ − x*‖², the induction, and the rate on the objective.
Lines induction_lines();

}  // namespace verigrad::strongly_convex_sgd
