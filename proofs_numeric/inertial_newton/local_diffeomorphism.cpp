// Thesis, (3.21) to (3.24) and the proof of Theorem 3.12.
#include "verigrad/theorem/inertial_newton/local_diffeomorphism.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"
#include "verigrad/sampling/spectra.hpp"

namespace verigrad::local_diffeomorphism::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "local_diffeomorphism";
  const auto any = [](const SpectralInstance&) { return true; };
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::spectral(12), any, block_lines()));
  append(checks, proof_checks(stem, generate::between_double_roots(), step_parameters, lines()));
  append(checks,
         proof_checks(stem, generate::places(smaller_root::Branch::high, 1, 64), beyond_interval, root_lines()));
  return checks;
}

}  // namespace verigrad::local_diffeomorphism::proofs_numeric
