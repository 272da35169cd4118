// Number of parameters of a dense network: Σ mₖ(mₖ₋₁ + 1). MathDNN, corollary of Definition 5.1.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::parameter_count {

const Statement& statement();

/// The library's count is the printed one, and the views of the layers meet every parameter exactly once.
Form<NetworkInstance> conclusion();
Forms<NetworkInstance> steps();
Forms<NetworkInstance> errata();
Forms<NetworkInstance> corrected();
/// Wrong forms of the conclusion that every check of it must reject.
Forms<NetworkInstance> planted();

}  // namespace verigrad::parameter_count
