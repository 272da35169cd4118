// Thesis, proof of Corollary 3.3, and what its distribution must be.
#include "verigrad/theorem/inertial_newton/convergence_to_minimisers.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/spectra.hpp"

namespace verigrad::convergence_to_minimisers::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "convergence_to_minimisers";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::spectral(6), morse, lines()));
  append(checks, erratum_checks(stem, start_lines()));
  return checks;
}

}  // namespace verigrad::convergence_to_minimisers::proofs_numeric
