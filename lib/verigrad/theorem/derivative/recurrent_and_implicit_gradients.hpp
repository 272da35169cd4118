// Recurrent and residual networks, checkpoints, reversible schemes, fixed points, argmin layers, Sinkhorn's algorithm:
// every displayed formula. MFDS, section 14.3.7.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/derivative/recurrent_instances.hpp"

namespace verigrad::recurrent_and_implicit_gradients {

const Statement& statement();

/// (14.28) on residual networks, gradient descent as one.
Lines<ResidualInstance> residual_lines();
/// Their sizes.
Lines<ResidualInstance> size_lines();
/// (14.29).
Lines<FlowInstance> adjoint_lines();

/// States stored and steps taken by a sweep with checkpoints, counted.
Lines<SweepInstance> checkpoint_lines();
/// Both bounds as equalities: t = 2ʲ.
Form<SweepInstance> checkpoints_attained();
/// The leapfrog scheme undone.
Lines<LeapfrogInstance> leapfrog_lines();
Form<LeapfrogInstance> leapfrog_reversed();
/// Of a field that is not split: false.
Form<LeapfrogInstance> reversed_without_split();

/// (14.30), and the Jacobian of a fixed point.
Lines<AffineMapInstance> fixed_point_lines();
Form<AffineMapInstance> implicit_gradient();
/// The same where h is not affine.
Lines<TriangularMapInstance> triangular_lines();
/// Gradients through t iterations.
Lines<AffineMapInstance> approximation_lines();
/// They come nearer than 0: false where iterations diverge.
Form<AffineMapInstance> iterations_approach();

/// Argmin layers.
Lines<ArgminInstance> argmin_lines();
/// (14.32), which is false elsewhere than at the minimiser, and for L ≠ E.
Lines<ArgminInstance> envelope_lines();
Form<ArgminInstance> envelope_anywhere();
Form<ArgminInstance> envelope_of_another_loss();

/// Sinkhorn's iteration.
Lines<ScalingInstance> scaling_lines();
/// The error after t steps is at most half of that after one.
Form<ScalingInstance> error_halved();
/// Its operators and the gradient of its energy.
Lines<KernelInstance> kernel_lines();
/// What holds in place of the printed stationary energy.
Form<EnergyInstance> stationary_energy();
/// ∂h/∂x has the eigenvalues 1 and −1 at the limit.
Form<KernelInstance> not_regular();
/// Its energy is maximised.
Lines<EnergyInstance> maximum_lines();
/// The gradient at its limit.
Lines<EnergyInstance> limit_lines();
/// The gradient through its steps, which one step has where K has rank 1.
Lines<EnergyInstance> taped_lines();
Form<EnergyInstance> tape_through_one_step();
/// Its energy as a value of optimal transport, and where the bounds on it are attained.
Lines<TransportInstance> transport_lines();
Form<TransportInstance> value_without_entropy();
Form<TransportInstance> value_with_most_entropy();

}  // namespace verigrad::recurrent_and_implicit_gradients
