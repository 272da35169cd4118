// Runs made on demand: an optimiser, wherever it lives, plays the gradients of a probe.
#pragma once

#include <functional>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// Takes a step and returns the parameters after it, one list a tensor.
using TakeStep = std::function<std::vector<Entries>(const StepInput& input)>;
/// Starts anew from a head, with all hidden state forgotten.
using StartOptimiser = std::function<TakeStep(const TraceHead& head)>;

/// Throws TraceError, which names step and tensor, unless the parameters after a step are all there and numbers that
/// the head's dtype holds.
void require_parameters(const std::vector<Entries>& parameters, const TraceHead& head, std::size_t step);

/// The run that the optimiser gives on the head, gradients and rates of `inputs`. Throws as require_parameters does.
Trace play(const StartOptimiser& start, const Trace& inputs);

}  // namespace verigrad::conformance
