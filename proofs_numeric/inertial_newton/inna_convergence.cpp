// Thesis, proof of Theorem 2.1: the energy on the steady states; where it is no Lyapunov function, and what holds
// there. The rest of the proof is a theorem of Benaïm et al.
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"

namespace verigrad::inna_convergence::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = inna_convergence;
  constexpr const char* stem = "inna_convergence";
  std::vector<Check> checks = proof_checks(stem, theorem::general_lines());
  append(checks, erratum_checks(stem, theorem::undamped_lines()));
  checks.push_back(
      proved(check_of(stem, Kind::corrected, "Lyapunov function for α = 0"), theorem::undamped_solutions()));
  return checks;
}

}  // namespace verigrad::inna_convergence::proofs_numeric
