// Derivatives of f enclosed with proof, over balls.
#pragma once

#include "verigrad/gradient/findings.hpp"

namespace verigrad {

/// What balls prove of the derivatives of f at x, and whether `given` is a subgradient where coordinates share a kink.
EntryFindings enclosed_findings(const detail::Along<Ball>& ball, const detail::Along<Interval>& interval,
                                const Vector<double>& x, const Vector<double>& given, const GradientOptions& options);

}  // namespace verigrad
