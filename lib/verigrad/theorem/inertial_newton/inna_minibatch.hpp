// INNA with mini-batches: an Euler step of DIN along D𝒥_B, and the full-batch step with noise whose mean is not 0.
// Thesis, (2.13), (2.14) and Algorithm 1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/inna_instance.hpp"

namespace verigrad::inna_minibatch {

const Statement& statement();

/// The step on every batch is the state plus γ times the velocity of (2.12) with v ∈ D𝒥_B(θ).
Form<InnaInstance> euler_step();
/// The step on all terms moves θ by −γβ times the sum of the subgradients: by what the steps on single terms add to the
/// step along v = 0.
Form<InnaInstance> full_batch();
/// E v = b/N · w for batches of one size b.
Form<InnaInstance> mean_of_one_size();
/// E v = c · ∇𝒥(θ) with the subgradient 1 of split_identity: false at the kink, where D𝒥 is needed.
Form<InnaInstance> mean_is_clarke();
/// With batches scaled by N/|B|, E v = w for batches of one size.
Form<InnaInstance> scaled_mean();

/// (2.14): the step on every batch is the full-batch step along w with ξ = −β(v − w); ψ⁺ does not depend on the batch.
/// The mean of ξ, as printed and right; and wrong steps.
Lines<InnaInstance> lines();

}  // namespace verigrad::inna_minibatch
