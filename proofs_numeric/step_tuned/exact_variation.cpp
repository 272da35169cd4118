// Thesis, Algorithm 5 and its recursion in 4.3.3.
#include "verigrad/theorem/step_tuned/exact_variation.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::exact_variation::proofs_numeric {

std::vector<Check> checks() { return proof_checks("exact_variation", generate::tuned_run(4), is_tuned_run, lines()); }

}  // namespace verigrad::exact_variation::proofs_numeric
