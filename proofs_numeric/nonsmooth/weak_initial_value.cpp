// Stochastic gradient methods, proof of Lemma 5.6.4: the limit with its rate, the circles, and the test function.
#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_initial_value::proofs_numeric {
namespace {

namespace theorem = weak_initial_value;

constexpr const char* stem = "weak_initial_value";

}  // namespace

std::vector<Check> checks() {
  const auto paths = generate::weak_path();
  std::vector<Check> checks = proof_checks(stem, paths, theorem::hypotheses_hold, theorem::lines());
  append(checks, erratum_checks(stem, theorem::cutoff_lines()));
  checks.push_back(sampled(check_of(stem, Kind::corrected, "test function"), paths, theorem::hypotheses_hold,
                           theorem::with_smooth_cutoff()));
  return checks;
}

}  // namespace verigrad::weak_initial_value::proofs_numeric
