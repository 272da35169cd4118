// Derivatives of f estimated from its double values.
#pragma once

#include "verigrad/gradient/extrapolation.hpp"
#include "verigrad/gradient/findings.hpp"

namespace verigrad {

/// The derivative along a line, or why it is unknown.
EntryFinding finding_of(const OneSidedAndCentral& differences, double doubt);

/// What differences tell of the derivatives of f at x, where its value is f_x, and whether `given` is a subgradient
/// where coordinates share a kink.
EntryFindings estimated_findings(const ValueFunction& f, double f_x, const Vector<double>& x,
                                 const Vector<double>& given, const GradientOptions& options);
/// The same of some coordinates only.
EntryFindings estimated_findings(const ValueFunction& f, double f_x, const Vector<double>& x,
                                 const Vector<double>& given, const GradientOptions& options,
                                 const std::vector<Eigen::Index>& coordinates);

}  // namespace verigrad
