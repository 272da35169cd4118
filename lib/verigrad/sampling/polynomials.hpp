// Generators of polynomials for difference quotients.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/derivative/finite_differences.hpp"

namespace verigrad::generate {

/// Degree 1 to 5, dyadic coefficients and x in [−16, 16], ε = 2⁻², …, 2⁻⁶⁰.
Gen<finite_differences::PolynomialInstance> polynomial();

}  // namespace verigrad::generate
