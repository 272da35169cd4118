// Generators of sums of terms with kinks. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"
#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

namespace verigrad::generate {

/// One to four terms of one variable; x is on the kink of two terms in three.
Gen<clarke_subdifferential::SumInstance> kinked_sum();
/// As above with convex terms.
Gen<clarke_subdifferential::SumInstance> convex_kinked_sum();
/// As above with no kink at x.
Gen<clarke_subdifferential::SumInstance> smooth_kinked_sum();
/// D-critical and not critical at 0.
Gen<clarke_subdifferential::KinkInstance> started_at_kink();
/// Parabolas in dimension 1 to 3, at a time when they lie in, touch or avoid the kink of each term.
Gen<chain_rule_along_curves::CurveInstance> curve_through();

}  // namespace verigrad::generate
