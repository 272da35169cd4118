// Stochastic gradient methods, Lemma 5.1.3: each displayed line of the proof, and its errata.
#include "verigrad/theorem/descent/iteration_contraction.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::iteration_contraction::proofs_numeric {
namespace {

namespace theorem = iteration_contraction;
using Instance = theorem::Instance;

constexpr const char* stem = "iteration_contraction";

std::vector<Check> steps(const rc::Gen<Instance>& instances) {
  return sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

/// The smallest exact counterexample to both errata: ‖X‖²/2 from (1, 0) with Δt = 1/2, where W¹ = (1/2, 0), ε = 3/4.
Instance counterexample(const std::string&) { return theorem::slowest_quadratic(1, 1, 0.5, 1); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = steps(generate::contraction(generate::strongly_convex()));
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks, sampled_each(stem, Kind::corrected, generate::contraction(generate::strongly_convex_quadratic()),
                              theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return steps(generate::contraction(rc::gen::just(f)));
}

}  // namespace verigrad::iteration_contraction::proofs_numeric
