// Generators of what the statements about regularised least squares speak of.
#pragma once

#include <rapidcheck.h>

#include "verigrad/theorem/ridge_regression.hpp"
#include "verigrad/theorem/soft_thresholding.hpp"

namespace verigrad::generate {

/// Data, probe and threshold with entries k/4, ties among them; up to `highest_dimension` entries.
rc::Gen<soft_thresholding::ProximalInstance> proximal(int highest_dimension = 5);

/// Tables of up to 4 × 4 small dyadics of any rank, λ = k2ᵉ down to 2⁻⁸.
rc::Gen<ridge_regression::RidgeInstance> ridge();

}  // namespace verigrad::generate
