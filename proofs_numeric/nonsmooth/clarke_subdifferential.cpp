// INNA, Definition 2.2: the limits of gradients that span ∂J, from values of J.
#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::clarke_subdifferential::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = verigrad::clarke_subdifferential;
  return {sampled({"clarke_subdifferential", Kind::step, "limits"}, generate::kinked_sum(), theorem::hypotheses_hold,
                  theorem::limits())};
}

}  // namespace verigrad::clarke_subdifferential::proofs_numeric
