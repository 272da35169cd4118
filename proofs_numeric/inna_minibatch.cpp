// Thesis, (2.14): the full-batch form with noise is the step on every batch.
#include "verigrad/theorem/inna_minibatch.hpp"

#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> inna_minibatch() {
  return {sampled({"inna_minibatch", Kind::step, "(2.14)"}, generate::inna_state(), inna_parameters,
                  inna_minibatch::noise_form())};
}

std::vector<Check> inna_minibatch_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
