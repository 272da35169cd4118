// Runs made on demand: an optimiser, wherever it lives, plays the gradients of a probe.
#pragma once

#include <functional>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// Takes a step and returns the parameters after it, one list a tensor.
using TakeStep = std::function<std::vector<Entries>(const StepInput& input)>;
/// Starts anew from a head, with all hidden state forgotten.
using StartOptimiser = std::function<TakeStep(const TraceHead& head)>;

/// The run that the optimiser gives on the head, gradients and rates of `inputs`. Throws TraceError, which names step
/// and tensor, where a step returns other sizes or numbers that the head's dtype does not hold.
Trace play(const StartOptimiser& start, const Trace& inputs);

}  // namespace verigrad::conformance
