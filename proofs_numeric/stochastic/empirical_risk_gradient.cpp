// Mathematical Foundations of Data Sciences, (14.12) and (14.14) have no displayed proof.
#include "verigrad/theorem/stochastic/empirical_risk_gradient.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::empirical_risk_gradient::proofs_numeric {

std::vector<Check> checks() { return {}; }
}  // namespace verigrad::empirical_risk_gradient::proofs_numeric
