// Mathematical Foundations of Data Sciences, (14.12) and (14.14) have no displayed proof.
#include "verigrad/theorem/empirical_risk_gradient.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> empirical_risk_gradient() { return {}; }
std::vector<Check> empirical_risk_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
