// MFDS, section 14.2.2, which has no proof: its erratum, and the rate with steps away from both ends.
#include "verigrad/theorem/descent/batch_gradient_descent.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::batch_gradient_descent::proofs_numeric {
namespace {

namespace theorem = batch_gradient_descent;
using theorem::BatchInstance;

constexpr const char* stem = "batch_gradient_descent";

/// τ_max = α, τ_min = α/2, in turn.
Gen<BatchInstance> between_two_steps() {
  return gen::map(generate::descent(8), [](const DescentInstance& descent) {
    BatchInstance instance{descent.f, descent.x0, {descent.alpha}};
    for (int k = 1; k < descent.n; ++k) instance.tau.push_back(k % 2 ? descent.alpha / 2 : descent.alpha);
    return instance;
  });
}

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, between_two_steps(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::batch_gradient_descent::proofs_numeric
