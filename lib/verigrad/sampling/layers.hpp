// Generators of layers at a point, with displacements. Small integers are frequent, so that ties and kinks are.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad::generate {

/// A dense layer of up to 4 × 4 with an upstream function, displaced in its input or a weight row, or in its bias.
Gen<LayerInstance> dense_layer();
Gen<LayerInstance> dense_layer_moved_in_bias();
/// z of up to 6 entries, some 0, displaced without crossing a kink, with an upstream function.
Gen<LayerInstance> relu_layer();
/// z of 1 to 5 entries up to 16, displaced by 2⁻²⁰ … 1 times a dyadic that is not constant, with a one-hot y*.
Gen<LayerInstance> softmax_layer();
/// eᶻ of 1 to 5 positive dyadics, with a one-hot y*: exact in rationals.
Gen<LayerInstance> exponentials();
/// y of 1 to 5 entries in (0, 1), displaced by at most half of each, with any y* ∈ {0, 1}ᵐ.
Gen<LayerInstance> cross_entropy();

}  // namespace verigrad::generate
