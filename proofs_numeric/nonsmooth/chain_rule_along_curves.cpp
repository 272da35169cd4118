// INNA, Lemma 2.3: both displayed lines of the proof.
#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::chain_rule_along_curves::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = verigrad::chain_rule_along_curves;
  return sampled_each("chain_rule_along_curves", Kind::step, generate::curve_through(), theorem::hypotheses_hold,
                      theorem::steps());
}

}  // namespace verigrad::chain_rule_along_curves::proofs_numeric
