// Number of parameters of a dense network: Σ mₖ(mₖ₋₁ + 1). MathDNN, corollary of Definition 5.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::parameter_count {

const Statement& statement();

/// The library's count is the printed one, and the views of the layers meet every parameter exactly once.
Form<NetworkInstance> conclusion();

/// The line of the proof, the erratum, and wrong counts.
Lines<NetworkInstance> lines();

}  // namespace verigrad::parameter_count
