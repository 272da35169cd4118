// Generators of feed-forward architectures, multilayer perceptrons and linear flows.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/theorem/derivative/feed_forward_adjoints.hpp"

namespace verigrad::generate {

/// 1 to 3 layers of widths 1 to 3 with 1 or 2 parameters each, every layer and the loss a random graph.
Gen<ArchitectureInstance> architecture(Algebra algebra);
/// 1 to 3 steps of a random u in 1 or 2 dimensions with 1 parameter.
Gen<EulerInstance> euler_architecture(Algebra algebra);
/// 1 to 3 layers of widths 1 to 3; polynomial, piecewise linear or, if `smooth`, with exp.
Gen<feed_forward_adjoints::Perceptron> perceptron(bool smooth);
/// 1 or 2 dimensions, 1 or 2 parameters, T = ½ or 1, N = 4 or 8.
Gen<feed_forward_adjoints::LinearFlow> linear_flow();
/// T = ½ or 1, small dyadics.
Gen<feed_forward_adjoints::PolynomialFlow> time_dependent_flow();

}  // namespace verigrad::generate
