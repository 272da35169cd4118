// Stochastic gradient methods, Remark 5.2.7: its numbers, for the default values of ADAM.
#include "verigrad/theorem/adaptive/adam_condition_in_betas.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::adam_condition_in_betas::proofs_numeric {

std::vector<Check> checks() {
  return examined_each("adam_condition_in_betas", Kind::step, verigrad::adam_condition_in_betas::steps(),
                       [](const std::string&) { return verigrad::adam_condition_in_betas::Parameters{}; });
}

}  // namespace verigrad::adam_condition_in_betas::proofs_numeric
