// MathDNN, Proposition 6.3: each displayed step of the proof, and its errata.
#include "verigrad/theorem/convexity/co_coercivity.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::co_coercivity::proofs_numeric {
namespace {

namespace theorem = co_coercivity;

constexpr const char* stem = "co_coercivity";

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::pair(generate::any_convex()), hypotheses_hold_decidably, theorem::lines());
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return step_checks(stem, generate::pair(gen::just(f)), hypotheses_hold_decidably, theorem::lines());
}

}  // namespace verigrad::co_coercivity::proofs_numeric
