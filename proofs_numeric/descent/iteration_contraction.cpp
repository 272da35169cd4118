// Stochastic gradient methods, Lemma 5.1.3: each displayed line of the proof, and its errata.
#include "verigrad/theorem/descent/iteration_contraction.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::iteration_contraction::proofs_numeric {
namespace {

namespace theorem = iteration_contraction;
using Instance = theorem::Instance;

constexpr const char* stem = "iteration_contraction";

std::vector<Check> steps(const Gen<Instance>& instances) {
  return step_checks(stem, instances, theorem::hypotheses_hold, theorem::lines());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = steps(generate::contraction(generate::strongly_convex()));
  append(checks, erratum_checks(stem, theorem::lines()));
  append(checks, corrected_checks(stem, generate::contraction(generate::strongly_convex_quadratic()),
                                  theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return steps(generate::contraction(gen::just(f)));
}

}  // namespace verigrad::iteration_contraction::proofs_numeric
