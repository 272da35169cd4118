// Reverse mode: ∂x_t/∂xₖ = Σ over the sons m of k of ∂x_t/∂xₘ × ∂fₘ/∂xₖ. MFDS, section 14.3.4.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"

namespace verigrad::reverse_mode {

const Statement& statement();

/// The recursion gives what the tape gives, what dual numbers give, and the sum over all paths.
Form<GraphInstance> conclusion();
/// For every node k, not for inputs only.
Form<GraphInstance> inner_nodes();
/// The recursion of the example (14.19), line by line, against its derivatives in closed form.
Lines<LogRootInstance> example_lines();
/// The recursion with the printed definition of the sons, and mistakes to reject.
Lines<GraphInstance> lines();
/// The recursion from the first node to the last, which takes adjoints before they are complete.
Form<GraphInstance> in_wrong_order();

}  // namespace verigrad::reverse_mode
