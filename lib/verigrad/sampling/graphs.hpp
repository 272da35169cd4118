// Generators of computational graphs with shared sub-expressions, fan-out, constants, unused and repeated inputs.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/derivative/graph_instance.hpp"
#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

namespace verigrad::generate {

/// Which operations a graph may have.
enum class Algebra { polynomial, rational, smooth };

/// `inputs` inputs, then 1 to highest_nodes nodes, at least `outputs`.
Gen<Graph> graph(Algebra algebra, int inputs, int outputs = 1, int highest_nodes = 6);
/// ℝᵃ → ℝᵇ → ℝᶜ at a dyadic point, with a step.
Gen<jacobian_chain_rule::Instance> two_maps(Algebra algebra, int a, int b, int c);
/// 1 to 3 inputs, one output, a dyadic point in [−2, 2].
Gen<GraphInstance> graph_at_point(Algebra algebra, int highest_nodes = 6);
/// Rational in two draws of three, else smooth.
Gen<GraphInstance> any_graph_at_point(int highest_nodes = 6);

}  // namespace verigrad::generate
