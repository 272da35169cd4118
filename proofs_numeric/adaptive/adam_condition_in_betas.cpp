// Stochastic gradient methods, Remark 5.2.7: its numbers, for the default values of ADAM.
#include "verigrad/theorem/adaptive/adam_condition_in_betas.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad::adam_condition_in_betas::proofs_numeric {
namespace {

namespace theorem = adam_condition_in_betas;

}  // namespace

std::vector<Check> checks() {
  return examined_each("adam_condition_in_betas", Kind::step, theorem::lines().step_forms(),
                       theorem::ParametersInstance{});
}

}  // namespace verigrad::adam_condition_in_betas::proofs_numeric
