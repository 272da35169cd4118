// Generators of points of |x|^c and of its gradient flow. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::generate {

/// c = p/q with p ≤ 9, 0 < s ≤ 1 and 1 < ρ ≤ 2; m = 0, or m > 0 with an a < 1.
Gen<PowerInstance> power_function(bool larger_exponent = false);
/// c > 2, with 0 < s < s₀ ≤ 1, 1 ≤ n ≤ 3, ½ ≤ λ ≤ 2 and t₀ up to t − t₀; or c ≤ 2.
Gen<lojasiewicz_rate::PowerFlowInstance> slow_power_flow();
Gen<lojasiewicz_rate::PowerFlowInstance> fast_power_flow();
/// G = g^n < 1 and 2a ≤ 1.
Gen<lojasiewicz_rate::SmallValueInstance> small_value();

}  // namespace verigrad::generate
