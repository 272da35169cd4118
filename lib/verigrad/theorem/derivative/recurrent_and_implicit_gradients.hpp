// Recurrent and residual networks, checkpoints, reversible schemes, fixed points, argmin layers, Sinkhorn's algorithm:
// every displayed formula. MFDS, section 14.3.7.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/theorem/derivative/recurrent_instances.hpp"

namespace verigrad::recurrent_and_implicit_gradients {

const Statement& statement();

/// What is said of one kind of instance: what holds as printed, the false printed forms and those that replace them,
/// mistakes to reject, and forms to hold against instances without a hypothesis.
template <class Instance>
struct Lines {
  Forms<Instance> conclusions, errata, corrected, planted, probes;
};

/// (14.28) on residual networks, their sizes, gradient descent as one.
Lines<ResidualInstance> residual_lines();
/// (14.29).
Lines<FlowInstance> adjoint_lines();
/// States stored and steps taken by a sweep with checkpoints, counted.
Lines<SweepInstance> checkpoint_lines();
/// The leapfrog scheme undone.
Lines<LeapfrogInstance> leapfrog_lines();
/// (14.30), the Jacobian of a fixed point, and gradients through t iterations.
Lines<AffineMapInstance> fixed_point_lines();
/// The same where h is not affine.
Lines<TriangularMapInstance> triangular_lines();
/// Argmin layers and (14.32).
Lines<ArgminInstance> argmin_lines();
/// Sinkhorn's operators, energy and gradient.
Lines<KernelInstance> kernel_lines();
Lines<EnergyInstance> energy_lines();
/// Sinkhorn's iteration.
Lines<ScalingInstance> scaling_lines();
/// Its energy as a value of optimal transport.
Lines<TransportInstance> transport_lines();

}  // namespace verigrad::recurrent_and_implicit_gradients
