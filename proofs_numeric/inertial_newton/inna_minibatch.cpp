// Thesis, (2.14): the full-batch form with noise is the step on every batch; the mean of the noise.
#include "verigrad/theorem/inertial_newton/inna_minibatch.hpp"

#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::inna_minibatch::proofs_numeric {

std::vector<Check> checks() { return proof_checks("inna_minibatch", generate::inna_state(), inna_parameters, lines()); }

}  // namespace verigrad::inna_minibatch::proofs_numeric
