// Started at W = 0, gradient descent and the gradient flow of a ReLU network keep f constant in x. SGM, Lemma 5.4.1.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::null_initialisation {

const Statement& statement();

/// A hidden layer, whose last one has A(0) = 0 (ReLU, leaky ReLU, identity, z², tanh, ELU or SiLU), and all parameters
/// 0 but the last bias.
bool hypotheses_hold(const NetworkInstance& instance);
/// The same network and data with all parameters 0 (but the last bias), and Δt = 1/4.
NetworkInstance null_start(NetworkInstance instance);
NetworkInstance last_bias_only(NetworkInstance instance);

/// f(x) − f(0) = 0 at every sample after (5.2) has been applied `steps` times to the instance's θ with Δt = its step.
Form<NetworkInstance> constant_in_x(int steps);
/// The same after 1, 2 and 3 steps, and for the squared error ½‖f(x) − y‖² f = ȳ(1 − (1 − NΔt)ⁿ), if started at 0.
Form<NetworkInstance> discrete();
/// (5.3): where all parameters but b_p are 0, all entries of ∇J but those of b_p are 0, and these are N(b_p − ȳ). So
/// b_p(t) = ȳ(1 − e^{−Nt}), all else 0, is the flow from 0.
Form<NetworkInstance> flow();

/// The lines of the proof, at W(0) = 0, and wrong limits.
Lines<NetworkInstance> lines();

}  // namespace verigrad::null_initialisation
