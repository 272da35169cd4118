// Thesis, Lemma 2.6: 'by a direct integration argument', without a displayed line; its pointwise form is in
// properties/.
#include "verigrad/theorem/din_energy_decrease.hpp"

#include "verigrad/evidence/check.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> din_energy_decrease() { return {}; }
std::vector<Check> din_energy_decrease_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
