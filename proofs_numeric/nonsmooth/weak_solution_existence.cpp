// Stochastic gradient methods, (5.41): the printed weak formulation, and the corrected one.
#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_existence::proofs_numeric {
namespace {

namespace theorem = weak_solution_existence;

constexpr const char* stem = "weak_solution_existence";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, generate::flow_at_rest(), theorem::rests, theorem::rest_lines());
  append(checks, proof_checks(stem, generate::smooth_rest(), theorem::rests_smoothly, theorem::smooth_rest_lines()));
  return checks;
}

}  // namespace verigrad::weak_solution_existence::proofs_numeric
