// Thesis, proof of Theorem 3.9, and Theorem 3.11.
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::step_size_condition::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "step_size_condition";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  const Gen<InnaStep> minimisers = generate::step_at_minimiser();
  append(checks, proof_checks(stem, gen::oneOf(generate::inna_step(31), minimisers, minimisers, minimisers),
                              step_parameters, lines()));
  return checks;
}

}  // namespace verigrad::step_size_condition::proofs_numeric
