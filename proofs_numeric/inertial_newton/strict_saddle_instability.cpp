// Thesis, proof of Theorem 3.2, up to the stable manifold theorem.
#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_flows.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::strict_saddle_instability::proofs_numeric {
namespace {

bool any(const DinFlowInstance& instance) { return hypotheses_hold(instance.at); }

}  // namespace

std::vector<Check> checks() {
  constexpr const char* stem = "strict_saddle_instability";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, generate::spectral(12), hypotheses_hold, lines()));
  append(checks, proof_checks(stem, generate::din_flow(generate::spectral(3)), any, flow_lines()));
  return checks;
}

}  // namespace verigrad::strict_saddle_instability::proofs_numeric
