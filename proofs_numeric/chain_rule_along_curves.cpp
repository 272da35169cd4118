// INNA, Lemma 2.3: both displayed lines of the proof.
#include "verigrad/theorem/chain_rule_along_curves.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> chain_rule_along_curves() {
  namespace theorem = verigrad::chain_rule_along_curves;
  return sampled_each("chain_rule_along_curves", Kind::step, generate::curve_through(), theorem::hypotheses_hold,
                      theorem::steps());
}

std::vector<Check> chain_rule_along_curves_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
