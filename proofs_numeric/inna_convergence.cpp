// Thesis, proof of Theorem 2.1: the energy on the steady states. The rest of the proof is a theorem of Benaïm et al.
#include "verigrad/theorem/inna_convergence.hpp"

#include "verigrad/check/prove.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> inna_convergence() {
  return {
      proved({"inna_convergence", Kind::step, "energy on S"}, verigrad::inna_convergence::energy_on_steady_states())};
}

std::vector<Check> inna_convergence_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
