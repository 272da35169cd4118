// Gradients, rates and hyper-parameters drawn for a method.
#pragma once

#include <cstdint>

#include "verigrad/conformance/methods.hpp"

namespace verigrad::conformance::test {

/// Twelve steps of two tensors at rates that change: gradients of one of 25 scales, some of them 0 or missing; ε and
/// the β of the method are drawn, too.
Trace random_inputs(const Method& method, std::uint64_t seed);

}  // namespace verigrad::conformance::test
