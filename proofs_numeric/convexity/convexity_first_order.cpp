// MathDNN, Proposition 6.1: each displayed step of both directions of the proof, and its errata.
#include "verigrad/theorem/convexity/convexity_first_order.hpp"

#include "verigrad/check/shown_besides.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::convexity_first_order::proofs_numeric {
namespace {

namespace theorem = convexity_first_order;

constexpr const char* stem = "convexity_first_order";

/// The lines of ⇒ divide by τ.
bool convex_and_tau_positive(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable() && instance.tau > 0;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      proof_checks(stem, generate::pair(generate::any_convex()), convex_and_tau_positive, theorem::lines());
  checks.push_back(shown_besides(stem, theorem::tau_below_0(), theorem::however_small()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return step_checks(stem, generate::pair(gen::just(f)), convex_and_tau_positive, theorem::lines());
}

}  // namespace verigrad::convexity_first_order::proofs_numeric
