// INNA, Definition 2.2: the limits of gradients that span ∂J, from values of J.
#include "verigrad/theorem/clarke_subdifferential.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> clarke_subdifferential() {
  namespace theorem = verigrad::clarke_subdifferential;
  return {sampled({"clarke_subdifferential", Kind::step, "limits"}, generate::kinked_sum(), theorem::hypotheses_hold,
                  theorem::limits())};
}

std::vector<Check> clarke_subdifferential_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
