// Stochastic gradient methods, Remark 5.2.7: its numbers, for the default values of ADAM.
#include "verigrad/theorem/adam_condition_in_betas.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::proofs_numeric {

std::vector<Check> adam_condition_in_betas() {
  return examined_each("adam_condition_in_betas", Kind::step, verigrad::adam_condition_in_betas::steps(),
                       [](const std::string&) { return verigrad::adam_condition_in_betas::Parameters{}; });
}

std::vector<Check> adam_condition_in_betas_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
