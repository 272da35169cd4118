// Gradients that part the dialects of a method.
#pragma once

#include "verigrad/conformance/methods.hpp"

namespace verigrad::conformance {

/// Head, gradients and rates to be answered: fifteen steps of three tensors, without parameters. All numbers are held
/// by each dtype. A large ε tells its place, a gradient below it whether it is a least divisor; a gradient that falls
/// shows a maximum; a zero gradient shows decay; rates that change show where they stand; tensors
/// that miss gradients at different steps show whose the counter is; β₁ ≠ ½ shows weights that are exchanged, 1 − β₂ ≠
/// (1 − β₁)² a missing 1 − β at the first step; signs that flip show Rprop and sign methods; the last six steps reach
/// RAdam's threshold.
Trace probe(const Method& method, const Dtype& dtype);

/// The probe's gradients and rates for a head of one's own: its hyper-parameters, and tensors of the probe's shapes.
Trace probe_for(const TraceHead& head);

/// The hyper-parameters of the probe for a method.
HyperParameters probe_hyper_parameters(const Method& method);
/// Of all methods together, for an optimiser that nothing is declared of.
HyperParameters probe_hyper_parameters();

}  // namespace verigrad::conformance
