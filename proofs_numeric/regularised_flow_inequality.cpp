// Stochastic gradient methods, proof of Lemma 5.6.1.
#include "verigrad/theorem/regularised_flow_inequality.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::proofs_numeric {

namespace theorem = verigrad::regularised_flow_inequality;

std::vector<Check> regularised_flow_inequality() {
  return sampled_each("regularised_flow_inequality", Kind::step, generate::flow_state(generate::any_convex()),
                      theorem::hypotheses_hold, theorem::steps());
}

std::vector<Check> regularised_flow_inequality_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
