// MFDS, section 14.2.5, which has no proof: what its update keeps, and its two errata.
#include "verigrad/theorem/stochastic/stochastic_averaged_gradient.hpp"

#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_averaged_gradient::proofs_numeric {
namespace {

namespace theorem = stochastic_averaged_gradient;

constexpr const char* stem = "stochastic_averaged_gradient";

bool convex(const FiniteSumInstance& instance) { return instance.convex(); }

bool step_is_short(const FiniteSumInstance& instance) {
  return instance.convex() && instance.tau.front() * instance.largest_L() <= 1;
}

}  // namespace

std::vector<Check> checks() {
  const auto runs = generate::stochastic_run(3, 1);
  std::vector<Check> checks = step_checks(stem, runs, convex, theorem::lines());
  append(checks, erratum_checks(stem, theorem::lines()));
  append(checks, corrected_checks(stem, runs, step_is_short, theorem::lines()));
  return checks;
}

}  // namespace verigrad::stochastic_averaged_gradient::proofs_numeric
