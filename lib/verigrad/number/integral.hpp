// Integrals of analytic functions as balls that contain them, by Arb's adaptive Gauss–Legendre quadrature.
#pragma once

#include <acb.h>

#include <functional>

#include "verigrad/number/number.hpp"

namespace verigrad {

/// Encloses an analytic function on the complex ball z, to about `bits` bits, in `result`; a result that is not finite
/// says that z reaches a singularity.
using AnalyticFunction = std::function<void(acb_ptr result, acb_srcptr z, long bits)>;

/// A ball that contains ∫ f over [a, b], for real-valued f analytic near [a, b], at the working precision.
Ball integral(const AnalyticFunction& f, const Ball& a, const Ball& b);

/// As above; a and b are balls, std::logic_error otherwise.
Number integral(const AnalyticFunction& f, const Number& a, const Number& b);

}  // namespace verigrad
