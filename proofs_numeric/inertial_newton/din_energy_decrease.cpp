// Thesis, Lemma 2.6: 'by a direct integration argument', without a displayed line; false for α = 0, and what holds for
// α > 0. Its pointwise form is in properties/.
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::din_energy_decrease::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("din_energy_decrease", generate::quadratic_din_state(), moves, lines());
}

}  // namespace verigrad::din_energy_decrease::proofs_numeric
