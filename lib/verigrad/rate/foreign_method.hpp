// The step matrix of an optimiser of another program, from what it answers.
#pragma once

#include "verigrad/conformance/play.hpp"
#include "verigrad/rate/fixed_step_method.hpp"

namespace verigrad::rate {

/// Who is asked, and with what.
struct ForeignQuestion {
  double rate = 1;  ///< of every step
  conformance::HyperParameters hyper;
  const conformance::Dtype* dtype = &conformance::float64;
};

/// Asks for N steps of a tensor of N entries from 0, of which entry j has the gradient 1 at step j, and 0 else: after
/// step k entry j is what x_k has of g_j. So the matrix holds the program's own numbers, exactly.
///
/// Asks again with entry j's gradient times a power of ½ or 2 of its own, with either sign, of which the answers must
/// be the same multiples bit by bit; and with all gradients at once from another start, where each step may round
/// sixteen times. Throws NotLinear where one is not: no fixed-step method answers. Throws what `start` throws.
StepMatrix step_matrix(const conformance::StartOptimiser& start, const ForeignQuestion& question, int steps);

}  // namespace verigrad::rate
