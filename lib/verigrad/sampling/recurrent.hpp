// Generators of small networks, flows, schemes, equations and kernels.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/derivative/recurrent_instances.hpp"

namespace verigrad::generate {

/// n ≤ 2, q ≤ 3, t ≤ 3; one in four with the logistic function.
Gen<ResidualInstance> residual_network();
Gen<FlowInstance> polynomial_flow();
/// Up to 3000 steps.
Gen<SweepInstance> sweep();
/// One or two steps; r and s have one or two entries each.
Gen<LeapfrogInstance> leapfrog_run();
/// Up to 3 states and 2 parameters; Σⱼ|aᵢⱼ| ≤ 3/8, so that the iterations converge.
Gen<AffineMapInstance> contracting_map();
Gen<TriangularMapInstance> triangular_map();
/// H positive definite, θ₀ ≥ 0.
Gen<ArgminInstance> argmin_layer();
/// 1 to 3 rows and columns; everything positive but the direction.
Gen<KernelInstance> kernel();
Gen<EnergyInstance> kernel_with_energy();
/// Histograms that the kernel joins, of equal mass; 2 to 4 steps.
Gen<ScalingInstance> scaling();
/// Two bins on either side, ε ≥ 1/4, costs in [0, 2).
Gen<TransportInstance> transport();

}  // namespace verigrad::generate
