// Thesis, (2.14): the full-batch form with noise is the step on every batch.
#include "verigrad/theorem/inertial_newton/inna_minibatch.hpp"

#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::inna_minibatch::proofs_numeric {

std::vector<Check> checks() {
  return {sampled({"inna_minibatch", Kind::step, "(2.14)"}, generate::inna_state(), inna_parameters,
                  inna_minibatch::noise_form())};
}

}  // namespace verigrad::inna_minibatch::proofs_numeric
