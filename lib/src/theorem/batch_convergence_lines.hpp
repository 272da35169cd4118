// The displayed lines of the proof of batch_convergence, as printed and corrected, and its errata in words.
#pragma once

#include "verigrad/theorem/batch_convergence.hpp"

namespace verigrad::batch_convergence {

std::vector<Erratum> errata_in_words();
Forms<BatchInstance> step_lines();
Forms<BatchInstance> printed_lines();
Forms<BatchInstance> corrected_lines();
/// Mistakes planted in the formulas with exponentials.
Forms<BatchInstance> planted_formulas();

}  // namespace verigrad::batch_convergence
