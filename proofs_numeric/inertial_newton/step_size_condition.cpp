// Thesis, proof of Theorem 3.9, and Theorem 3.11.
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

#include <cmath>

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::step_size_condition::proofs_numeric {

namespace {

/// αβ = 1 and ψ₀ = 0, |θ₁| ≤ √2.
Gen<IllustrationStart> near_saddle() {
  const auto make = [](int theta, bool left, int scale, int gamma) {
    return IllustrationStart{(left ? -1 : 1) * theta / 16.0, 0, std::exp2(-scale), std::exp2(scale), gamma / 64.0};
  };
  return gen::apply(make, gen::inRange(1, 23), gen::boolean(), gen::inRange(-2, 3), gen::inRange(1, 33));
}

}  // namespace

std::vector<Check> checks() {
  constexpr const char* stem = "step_size_condition";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  const Gen<InnaStep> minimisers = generate::step_at_minimiser();
  append(checks, proof_checks(stem, gen::oneOf(generate::inna_step(31), minimisers, minimisers, minimisers),
                              step_parameters, lines()));
  append(checks, proof_checks(stem, near_saddle(), off_manifold, illustration_lines()));
  return checks;
}

}  // namespace verigrad::step_size_condition::proofs_numeric
