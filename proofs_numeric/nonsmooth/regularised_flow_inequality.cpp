// Stochastic gradient methods, proof of Lemma 5.6.1.
#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::regularised_flow_inequality::proofs_numeric {

namespace theorem = verigrad::regularised_flow_inequality;

std::vector<Check> checks() {
  return sampled_each("regularised_flow_inequality", Kind::step, generate::flow_state(generate::any_convex()),
                      theorem::hypotheses_hold, theorem::steps());
}

}  // namespace verigrad::regularised_flow_inequality::proofs_numeric
