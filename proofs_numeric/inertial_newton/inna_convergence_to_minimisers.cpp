// Thesis, Corollary 3.10, whose proof "follows similar lines as that of Corollary 3.3".
#include "verigrad/theorem/inertial_newton/inna_convergence_to_minimisers.hpp"

#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/spectra.hpp"

namespace verigrad::inna_convergence_to_minimisers::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "inna_convergence_to_minimisers";
  const auto any = [](const auto&) { return true; };
  const Gen<StartLaw> spread = gen::just(StartLaw{0});
  std::vector<Check> checks = proof_checks(stem, generate::well_start(), hypotheses_hold, lines());
  append(checks, proof_checks(stem, generate::spectral(6), any, minimiser_lines()));
  append(checks, proof_checks(stem, spread, any, law_lines()));
  return checks;
}

}  // namespace verigrad::inna_convergence_to_minimisers::proofs_numeric
