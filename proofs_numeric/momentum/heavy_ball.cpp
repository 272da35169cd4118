// Thesis, (1.28): what follows from the heavy ball, and its comparison with the other methods of momentum.
#include "verigrad/theorem/momentum/heavy_ball.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::heavy_ball::proofs_numeric {
namespace {

namespace theorem = heavy_ball;

constexpr const char* stem = "heavy_ball";

Gen<OptimiserInstance> runs() {
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::convex_quadratic()),
                    generate::momentum_on(generate::indefinite_quadratic()), generate::momentum_on(generate::huber()));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines());
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::heavy_ball::proofs_numeric
