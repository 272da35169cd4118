// Generators of two flows of one problem, for statements on how fast they separate. Data are dyadic, as in
// sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

namespace verigrad::generate {

/// In dimension 1 to 4, eigenvalues of either sign, forward and backward in time; starts that differ in one coordinate
/// only in half of the draws.
Gen<cauchy_lipschitz::LinearInstance> linear_flows();
/// Starts between 0 and 1, close to the ends among them.
Gen<cauchy_lipschitz::LogisticInstance> logistic_flows();
Gen<cauchy_lipschitz::KinkInstance> kink_flows();

}  // namespace verigrad::generate
