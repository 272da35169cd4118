// Generators for statements about epochs over batches of a least-squares problem. Data are dyadic, as in
// sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/stochastic/splitting_instance.hpp"

namespace verigrad::generate {

/// 1 to 5 terms in 1 to 3 dimensions with 1 or 2 outputs, no xᵢ and no row start 0; 1 to highest_epochs epochs, each
/// with its own partition into batches and its own Δt: near 1/tr A or far below, or at most λ/(tr A)² after the first.
/// The start is anywhere, or the minimiser rounded to double. One draw in four is opposed_batches.
Gen<SplittingInstance> splitting(int highest_epochs = 5);

/// (h/2)(w − 1)² and (h/2)(w + 1)² in turn, from the minimiser 0 of their sum, or (h/2)w² alone from 1.
Gen<SplittingInstance> opposed_batches();

}  // namespace verigrad::generate
