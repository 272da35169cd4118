// Thesis, (1.29): what follows from Nesterov's method, its original schedule, its comparison with the heavy ball.
#include "verigrad/theorem/momentum/nesterov.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::nesterov::proofs_numeric {
namespace {

namespace theorem = nesterov;

constexpr const char* stem = "nesterov";

/// Half of the runs are at rest, with γ below 1/L.
Gen<OptimiserInstance> runs() {
  const auto slow = [](OptimiserInstance i) {
    const double L = i.f->curvature().smoothness();
    while (L > 0 && i.alpha * L > 1) i.alpha /= 2;
    i.m0 = 0;
    return i;
  };
  return gen::oneOf(generate::momentum_along(), generate::momentum_on(generate::indefinite_quadratic()),
                    gen::map(generate::momentum_on(generate::convex_quadratic(), 8), slow),
                    gen::map(generate::momentum_on(generate::huber(), 8), slow));
}

/// An instance for a claim about μ₁ alone.
OptimiserInstance schedule_only() {
  OptimiserInstance i{.f = {}, .gradients = {}, .theta0 = Vector<double>::Zero(1), .n = 0, .alpha = 1};
  i.exact_roots = false;
  return i;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines());
  append(checks, examined_each(stem, Kind::step, theorem::schedule_lines().step_forms(), schedule_only()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::nesterov::proofs_numeric
