// Stochastic gradient methods, (5.21): "it is immediate"; the text displays no line of a proof. That the rate is the
// one of the chain rule is decided by properties/normalised_friction_energy_decay.cpp from values of the energy.
#include "verigrad/evidence/check.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::normalised_friction_energy_decay::proofs_numeric {

std::vector<Check> checks() { return {}; }

}  // namespace verigrad::normalised_friction_energy_decay::proofs_numeric
