// MFDS, section 14.2.3: the mean of a step.
#include "verigrad/theorem/stochastic/stochastic_gradient_descent.hpp"

#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_gradient_descent::proofs_numeric {
namespace {

namespace theorem = stochastic_gradient_descent;

constexpr const char* stem = "stochastic_gradient_descent";

Gen<theorem::SgdInstance> runs() {
  return gen::map(generate::stochastic_run(4, 1), [](const FiniteSumInstance& run) {
    return theorem::SgdInstance{run.f, run.x0, DecayingStep{run.tau.front(), 3}, run.steps()};
  });
}

}  // namespace

std::vector<Check> checks() { return proof_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines()); }

}  // namespace verigrad::stochastic_gradient_descent::proofs_numeric
