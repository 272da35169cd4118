// Generators of small dense networks with parameters and batches, and the checks that formulas for the gradient of a
// cost share. Parameters are often small integers, so that pre-activations are 0 and tied.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/evidence/check.hpp"
#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::generate {

/// Which activations the layers of a drawn network have.
enum class Activations {
  of_the_text,       ///< ReLU after every layer but the last, as in MathDNN, Definition 5.1
  piecewise_linear,  ///< identity, ReLU, leaky ReLU
  polynomial,        ///< identity, square
  sigmoid,
  smooth  ///< sigmoid, tanh, softplus, ELU, SiLU
};

/// 1 to 3 layers of 1 to 3 units, batches of 1 to most_samples; for the logistic loss, one output. Steps are 1 for
/// polynomials, else 2⁻¹⁰ … 2⁻³⁰.
Gen<NetworkInstance> network(Activations activations, Loss loss, int most_samples = 3);

/// 1 to 4 layers without an activation after the last one, as in SGM, (1.25): rational with the squared error; smooth
/// with it or with the cross-entropy.
Gen<NetworkInstance> affine_ended_rational();
Gen<NetworkInstance> affine_ended_smooth();
/// As above, all activations sigmoids: no slope reaches a bound.
Gen<NetworkInstance> affine_ended_sigmoid();

}  // namespace verigrad::generate

namespace verigrad {

/// A formula for a gradient of φ ∘ f: as printed, on rational and smooth networks; differences that it misses without a
/// smooth activation; the planted mistakes of `lines`. SGM, section 5.1.
std::vector<Check> cost_gradient_checks(const std::string& stem, const Form<NetworkInstance>& conclusion,
                                        const Form<NetworkInstance>& differences, const Lines<NetworkInstance>& lines);

}  // namespace verigrad
