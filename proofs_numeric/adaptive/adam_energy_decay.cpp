// Stochastic gradient methods, Lemma 5.2.6: the displayed lines of the proof, and the derivative of an inverse.
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

#include "verigrad/sampling/adam_states.hpp"

namespace verigrad::adam_energy_decay::proofs_numeric {
namespace {

namespace theorem = adam_energy_decay;

constexpr const char* stem = "adam_energy_decay";

Gen<theorem::CoefficientInstance> coefficients() {
  return gen::apply(
      [](double m, double m_prime) {
        return theorem::CoefficientInstance{m, m_prime};
      },
      generate::positive(), generate::dyadic());
}

bool is_positive(const theorem::CoefficientInstance& c) { return c.m > 0; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, proof_checks(stem, generate::quadratic_adam_state(), theorem::state_is_defined, theorem::lines()));
  append(checks, proof_checks(stem, coefficients(), is_positive, theorem::inverse_lines()));
  append(checks, proved_each(stem, Kind::corrected, {theorem::general_inverse_derivative()}));
  return checks;
}

}  // namespace verigrad::adam_energy_decay::proofs_numeric
