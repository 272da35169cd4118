// Thesis, Lemma 2.6: 'by a direct integration argument', without a displayed line; its pointwise form is in
// properties/.
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::din_energy_decrease::proofs_numeric {

std::vector<Check> checks() { return {}; }
}  // namespace verigrad::din_energy_decrease::proofs_numeric
