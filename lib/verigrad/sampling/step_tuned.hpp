// Generators for statements about curvature steps and Step-Tuned SGD. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/step_tuned/lipschitz_gradient_bound.hpp"
#include "verigrad/theorem/step_tuned/series_lemma.hpp"

namespace verigrad::generate {

/// 1 to 12 steps, each down by Cvₖ or less, or up, by Cvₖ or less if `increases_too` and by anything if not. Many fall
/// from 1 to 0 in equal steps.
Gen<series_lemma::SequenceInstance> slow_sequence(bool increases_too);

/// The same with increases by Cvₖ or less, and a last step to 0.
Gen<series_lemma::SequenceInstance> vanishing_sequence();

/// Huber's function in up to 4 dimensions, on its slopes as often as not, and robust losses.
Gen<lipschitz_gradient_bound::LipschitzInstance> lipschitz_function();

}  // namespace verigrad::generate
